"""`manage.py follow_consents`: takes pictures off whose people agree no more to be shown."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.media.actions import follow_consents


class Command(BaseCommand):
    help = (
        "Take pictures off all pages whose people's consent ended, and tell those who may change "
        "them; bring back those whose consent was renewed."
    )

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"the consent to {len(follow_consents())} pictures ended")
