from importlib import import_module

from django.db import migrations, models

before = import_module("search.migrations.0006_entry_path")


class Migration(migrations.Migration):
    dependencies = [("portal_search", "0006_entry_path")]

    operations = [
        migrations.RunPython(before.take_away, before.make_again),
        migrations.AddField(
            model_name="entry",
            name="foreseen",
            field=models.TextField(
                default="", help_text="Queries that it answers, one a line, as they are typed."
            ),
            preserve_default=False,
        ),
        migrations.RunPython(before.make_again, before.take_away),
    ]
