"""`manage.py bench_paper`: makes the PDF of a long study and prints what that took."""

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand
from pypdf import PdfReader

from bench.baseline.synthetic import make_study
from knowledgebase.papers.documents import document
from knowledgebase.papers.subjects import Subject
from portal.paper.compile import child_command, lay_out

CHAPTERS, WORDS = 12, 48_000
# A process this small adds nothing to what it measures.
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


class Command(BaseCommand):
    help = "Prints as JSON the pages of a long study's PDF, the seconds and the megabytes it took."

    def handle(self, **options: Any) -> None:
        """Print an object with pages, written_s, set_s and memory_mb (of the typesetter)."""
        study = make_study("studim-per-shtyp", CHAPTERS, WORDS)
        started = time.monotonic()
        written = document(Subject("sq", (study.translation_key,)), tell=lambda parts: None)
        read = time.monotonic()
        with TemporaryDirectory() as name:
            folder = Path(name)
            lay_out(written, folder)
            command = [sys.executable, "-I", "-c", MEASURE, *child_command(written, folder)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            pages = len(PdfReader(folder / "paper.pdf").pages)
        figures = {
            "pages": pages,
            "written_s": read - started,
            "set_s": time.monotonic() - read,
            "memory_mb": int(done.stdout) / 1024,
        }
        self.stdout.write(json.dumps(figures))
