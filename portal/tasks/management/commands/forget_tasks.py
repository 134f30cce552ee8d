"""`manage.py forget_tasks`: deletes the rows of work that is over."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.tasks.models import Done

DONE_KEPT = timedelta(days=7)
FAILED_KEPT = timedelta(days=30)
KEYS_KEPT = timedelta(days=90)


class Command(BaseCommand):
    help = "Delete old tasks: done for 7 days, failed for 30; keys of effects after 90 days."

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - DONE_KEPT)
        failed = Q(status=TaskResultStatus.FAILED, finished_at__lt=now - FAILED_KEPT)
        tasks, _by_model = DBTaskResult.objects.filter(done | failed).delete()
        keys, _by_model = Done.objects.filter(done_at__lt=now - KEYS_KEPT).delete()
        self.stdout.write(f"{tasks} tasks and {keys} keys deleted")
