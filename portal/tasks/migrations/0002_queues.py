"""Tasks that wait since before there were several queues go to theirs."""

from django.db import migrations

QUEUES = {
    "search.": "search",
    "knowledgebase.papers.": "papers",
    "portal.media.": "documents",
}


def sort(apps, schema_editor):
    rows = apps.get_model("django_tasks_database", "DBTaskResult").objects
    for path, queue in QUEUES.items():
        waiting = rows.filter(backend_name="background", queue_name="default")
        waiting.filter(task_path__startswith=path).update(queue_name=queue)


class Migration(migrations.Migration):
    dependencies = [
        ("portal_tasks", "0001_initial"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [migrations.RunPython(sort, migrations.RunPython.noop)]
