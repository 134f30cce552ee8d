"""`manage.py forget_tasks`: deletes the rows of work that is over."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.tasks.models import Done

KEPT = timedelta(days=14)
KEYS_KEPT = timedelta(days=90)


class Command(BaseCommand):
    help = "Delete tasks that ended 14 days ago, and the keys of effects after 90 days."

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        ended = DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT)
        tasks, _by_model = ended.delete()
        keys, _by_model = Done.objects.filter(done_at__lt=now - KEYS_KEPT).delete()
        self.stdout.write(f"{tasks} tasks and {keys} keys deleted")
