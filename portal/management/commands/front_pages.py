"""`manage.py front_pages FOLDER`: the pages that nginx answers with when it asks nobody."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.template.loader import render_to_string
from django.utils.translation import override

# Too large, too many, nobody there: `error_page` in portal/front/portal.conf.template.
STATUSES = (413, 429, 503)


class Command(BaseCommand):
    help = "Write the error pages of the front, a file for each status and language."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for status in STATUSES:
            for language, _name in settings.LANGUAGES:
                with override(language):
                    page = render_to_string("errors/bare.html", {"status": status})
                (folder / f"{status}.{language}.html").write_text(page)
