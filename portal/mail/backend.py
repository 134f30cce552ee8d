"""What other packages send goes the same way as our own mails, and says as little."""

import re
from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse
from wagtail.users.models import UserProfile

from portal.accounts.models import User
from portal.mail.actions import send
from portal.mail.mails import DESK


class QueueBackend(BaseEmailBackend):
    """Tells each recipient that something on the desk concerns them.

    What the package wrote is left out, because it quotes titles of pages; its first link to the
    portal stays.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Put a mail to each recipient in the queue; return of how many messages."""
        for message in email_messages:
            link = first_link(str(message.body))
            for address in message.recipients():
                user = User.objects.filter(email__iexact=address).first()
                desk = UserProfile.get_for_user(user).get_preferred_language() if user else ""
                send(DESK, to=user, address=address, language=desk, link=link)
        return len(email_messages)


def first_link(text: str) -> str:
    """Return the first link to the portal in a text, else that of the desk."""
    found = re.search(re.escape(settings.WAGTAILADMIN_BASE_URL) + r"/[^\s\"<>?#]*", text)
    return found[0] if found else reverse("wagtailadmin_home")
