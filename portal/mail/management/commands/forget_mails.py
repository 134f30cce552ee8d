"""`manage.py forget_mails`: deletes the rows of mails that left long ago, or never will."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.mail.models import FAILED, Mail, State

ROW_KEPT = timedelta(days=90)
WORDS_KEPT = timedelta(days=30)


class Command(BaseCommand):
    help = "Delete mails 90 days after they were sent, and 30 days after they failed."

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        failed = Mail.objects.filter(state__in=FAILED, ended_at__lt=now - WORDS_KEPT)
        ended = Mail.objects.exclude(state=State.WAITING).filter(ended_at__lt=now - ROW_KEPT)
        deleted = failed.delete()[0] + ended.delete()[0]
        self.stdout.write(f"{deleted} mails deleted")
