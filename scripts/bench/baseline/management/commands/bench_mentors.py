"""`manage.py bench_mentors N`: suggests one mentee the best of N mentors, and prints the cost."""

import json
import time
import tracemalloc
from argparse import ArgumentParser
from statistics import median
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.baseline.management.commands.bench_targets import HOST, count_queries
from bench.baseline.mentors import make_mentee, make_mentors
from mentoring.matching.suggestions import suggestions
from mentoring.models import DirectoryPage, Profile

TIMES = 9


class Command(BaseCommand):
    help = "Prints as JSON what it takes to suggest mentors, and the SQL of the pages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("mentors", type=int)

    def handle(self, *, mentors: int, **options: Any) -> None:
        """Print an object with mentors, ms, mb, queries, and those of two pages."""
        Profile.objects.all().delete()
        make_mentors(mentors)
        mentee = make_mentee()
        suggestions(mentee)
        client = Client(SERVER_NAME=HOST)
        client.force_login(mentee.user)
        directory = DirectoryPage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
        figures = {
            "mentors": mentors,
            "ms": median(milliseconds(mentee) for _time in range(TIMES)),
            "mb": peak(mentee),
            "queries": queries(mentee),
            "page": count_queries(client, reverse("mentoring_suggestions")),
            "directory": count_queries(client, directory.url),
        }
        self.stdout.write(json.dumps(figures))


def milliseconds(mentee: Profile) -> float:
    """Return the time of the processor, which is the same while others use the machine too."""
    started = time.process_time()
    suggestions(mentee)
    return 1000 * (time.process_time() - started)


def peak(mentee: Profile) -> float:
    """Return the megabytes that are taken at once, beyond those before."""
    tracemalloc.start()
    suggestions(mentee)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1024**2


def queries(mentee: Profile) -> int:
    with CaptureQueriesContext(connection) as asked:
        suggestions(mentee)
    return len(asked)
