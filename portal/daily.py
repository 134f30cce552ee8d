"""What the ground floor does each night: commands of `manage.py`, see the command `daily`."""

COMMANDS = ("clearsessions", "rebuild_references_index", "analyse_tables")
