"""What people agree to: each purpose with its text, given and withdrawn by one click.

A room that asks for consent has a module `consents` with `PURPOSES`, a list of `Purpose`, and does
what it does only while `holds` says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from portal.accounts.models import User
from portal.rooms import modules


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """What a person may agree to.

    A new `text` is a new `version`, which asks again. `withdrawn` is called in the transaction in
    which the person withdraws, and undoes or stops what the consent allowed. `asked_at` names the
    address at which alone a person agrees, among what they agree to there.
    """

    key: str
    title: Any
    text: Any
    version: int
    withdrawn: Callable[[User], None]
    asked_at: str = ""


class Consent(models.Model):
    """That a person agreed to a text, and when they took that back."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=50)
    version = models.PositiveIntegerField()
    language = models.CharField(max_length=12)
    text = models.TextField()
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["given_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "purpose", "version"],
                condition=Q(withdrawn_at=None),
                name="personal_consent_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"


def purposes() -> list[Purpose]:
    """Return what every room may ask a person to agree to."""
    rooms = modules("consents")
    return [*chain.from_iterable(getattr(room, "PURPOSES", []) for room in rooms)]


def give(user: User, purpose: Purpose) -> None:
    """Note that a person agrees to the text of today, in the language in which they read it."""
    Consent.objects.get_or_create(
        user=user,
        purpose=purpose.key,
        version=purpose.version,
        withdrawn_at=None,
        defaults={"language": get_language(), "text": str(purpose.text)},
    )


@transaction.atomic
def withdraw(user: User, purpose: Purpose) -> None:
    """Take back what a person agreed to, in every version, and stop at once what it allowed."""
    given = Consent.objects.filter(user=user, purpose=purpose.key, withdrawn_at=None)
    if given.update(withdrawn_at=timezone.now()):
        purpose.withdrawn(user)


def holds(user: User, purpose: Purpose) -> bool:
    """Whether a person agrees to the purpose as its text is today."""
    return Consent.objects.filter(
        user=user, purpose=purpose.key, version=purpose.version, withdrawn_at=None
    ).exists()


@dataclass(frozen=True)
class Standing:
    """How a person stands to a purpose; `last` is what they said last, if anything."""

    purpose: Purpose
    last: Consent | None

    @property
    def is_given(self) -> bool:
        """Whether they agree to some version of it."""
        return bool(self.last and not self.last.withdrawn_at)

    @property
    def is_old(self) -> bool:
        """Whether they agree to an earlier text, so that they are asked again."""
        return bool(self.is_given and self.last and self.last.version != self.purpose.version)


def standings(user: User) -> list[Standing]:
    """Return how a person stands to every purpose, by one query at most.

    What is asked elsewhere is left out until the person was asked.
    """
    known = purposes()
    if not known:
        return []
    last = {consent.purpose: consent for consent in Consent.objects.filter(user=user)}
    asked = (purpose for purpose in known if purpose.key in last or not purpose.asked_at)
    return [Standing(purpose, last.get(purpose.key)) for purpose in asked]
