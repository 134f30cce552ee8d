from django.db import migrations, models

from search.engines import sqlite


def take_away(apps, schema_editor):
    """Take away SQLite's index, whose triggers go when SQLite makes the table of entries anew."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in sqlite.drop_table():
            schema_editor.execute(statement, params=None)


def make_again(apps, schema_editor):
    """Make it again, and fill it with the entries that are there."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in [*sqlite.create_table(), sqlite.fill_table()]:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("portal_search", "0005_cry_groups")]

    operations = [
        migrations.RunPython(take_away, make_again),
        migrations.AddField(
            model_name="entry",
            name="path",
            field=models.CharField(blank=True, help_text="Of a view of its own.", max_length=200),
        ),
        migrations.RunPython(make_again, take_away),
    ]
