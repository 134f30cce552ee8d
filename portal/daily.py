"""What the ground floor does each night: commands of `manage.py`, see the command `daily`."""

COMMANDS = ("clearsessions", "prune_db_task_results", "rebuild_references_index")
