from django.db import migrations

from search.engines import postgresql


def write_at_once(apps, schema_editor):
    """Have PostgreSQL write words into its index at once: whoever asks reads no list of late ones."""
    if schema_editor.connection.vendor == "postgresql":
        for name in (f"{postgresql.TABLE}_terms", f"{postgresql.HEADS}_terms"):
            schema_editor.execute(f"ALTER INDEX {name} SET (fastupdate = off)")
            schema_editor.execute(f"SELECT gin_clean_pending_list('{name}'::regclass)")


class Migration(migrations.Migration):
    dependencies = [("portal_search", "0007_entry_foreseen")]

    operations = [migrations.RunPython(write_at_once, migrations.RunPython.noop)]
