"""An index for the pages of the menu, which every public page looks up among all pages."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("furniture", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX furniture_menu ON wagtailcore_page (depth, show_in_menus)",
            "DROP INDEX furniture_menu",
        ),
    ]
