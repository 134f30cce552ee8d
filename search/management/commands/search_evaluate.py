"""`manage.py search_evaluate`: how well search finds, as one JSON object.

With a corpus the evaluation runs in a process of its own, whose settings name a scratch database
and another prefix for a server's indexes: what the site holds is neither read nor touched.
Questions are asked of the site as it is.
"""

import json
import os
import secrets
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from search.evaluation.files import read_grades, read_lines
from search.evaluation.measures import summary
from search.evaluation.questions import measure
from search.evaluation.run import ask, index_corpus
from search.evaluation.scratch import PREFIX, scratch_database, scratch_index
from search.synonyms.defaults import ensure_synonyms

ENGINES = ("database", "elasticsearch", "opensearch")
MARK = "SEARCH_EVALUATION"


class Command(BaseCommand):
    help = (
        "Print nDCG@10, MRR@10, recall@10, the share of queries without results, and times; "
        "of questions, the share that finds a fitting page among the first three on this site."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--questions", type=Path, help="_id, text, language, user, kind, fits")
        parser.add_argument("--corpus", type=Path, help="_id, title, text")
        parser.add_argument("--queries", type=Path, help="_id, text")
        parser.add_argument("--qrels", type=Path, help="query, document, grade")
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES])
        parser.add_argument("--engine", choices=ENGINES, default=settings.SEARCH_ENGINE)
        parser.add_argument("--details", type=Path, help="also write what each query found here")
        parser.set_defaults(language=settings.LANGUAGE_CODE)

    def handle(self, *, engine: str, questions: Path | None, **options: Any) -> None:
        if questions:
            found = measure(read_lines(questions))
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
            return
        if not all(options[name] for name in ("corpus", "queries", "qrels")):
            raise CommandError("name --questions, or --corpus with --queries and --qrels")
        if os.environ.get(MARK):
            self.evaluate(**options)
            return
        with scratch_database() as url:
            environment = {
                **os.environ,
                MARK: "1",
                "DATABASE_URL": url,
                "SEARCH_ENGINE": engine,
                "SEARCH_URL": "" if engine == "database" else settings.SEARCH_URL,
                "SEARCH_INDEX_PREFIX": f"{PREFIX}{secrets.token_hex(6)}_",
            }
            process = subprocess.run([sys.executable, *sys.argv], env=environment, check=False)  # noqa: S603
        if process.returncode:
            raise CommandError("the evaluation did not come to its end")

    def evaluate(
        self,
        corpus: Path,
        queries: Path,
        qrels: Path,
        language: str,
        details: Path | None,
        **options: Any,
    ) -> None:
        asked = read_lines(queries)
        migrate_to_index()
        ensure_synonyms()
        names = index_corpus(read_lines(corpus), language)
        with scratch_index():
            ask(asked[:20], language, names)
            found, milliseconds = ask(asked, language, names)
        if details:
            details.write_text(json.dumps(found))
        self.stdout.write(json.dumps(summary(found, read_grades(qrels), milliseconds)))


def migrate_to_index() -> None:
    """Make the tables of the index, and of the tasks that would tell a server what changed."""
    executor = MigrationExecutor(connection)
    apps = ("portal_search", "django_tasks_database")
    executor.migrate([node for app in apps for node in executor.loader.graph.leaf_nodes(app)])
