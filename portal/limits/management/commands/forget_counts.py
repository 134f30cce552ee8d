"""`manage.py forget_counts`: deletes what was counted and is past."""

import time
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.limits.models import CacheRow, Count


class Command(BaseCommand):
    help = "Delete counts of attempts and orders whose time is over."

    def handle(self, **options: Any) -> None:
        counts, _kinds = Count.objects.filter(ends__lte=time.time()).delete()
        rows, _kinds = CacheRow.objects.filter(expires__lt=timezone.now()).delete()
        self.stdout.write(f"{counts + rows} deleted")
