"""`manage.py read_bounce`: takes from its input a message that came to the portal's own address."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from portal.mail.bounces import note_bounce

MOST = 1_000_000  # bytes; a notice that quotes more is cut, and still says whom it is about


class Command(BaseCommand):
    help = "Read a message and, if it says that a mail of ours came back, show that in the admin."

    def handle(self, **options: Any) -> None:
        is_ours = note_bounce(sys.stdin.buffer.read(MOST))
        self.stdout.write("noted" if is_ours else "not about a mail of ours")
