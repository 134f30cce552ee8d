"""What stands on a person's own page.

A room adds to it by a module `my_page` with a function `parts(user)` that returns a list of `Part`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from allauth.mfa.utils import is_mfa_enabled
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import User
from portal.accounts.roles import ADMIN
from portal.rooms import modules


@dataclass(frozen=True, slots=True)
class Link:
    """Where a person goes from their page."""

    url: str
    text: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page under its heading; where nothing is there yet, `empty` says so."""

    title: str
    links: list[Link] = field(default_factory=list)
    empty: str = ""


def parts_of(user: User) -> list[Part]:
    """Return what waits for a person, what each room has for them, and their account."""
    waiting = [*_waiting(user)]
    nothing = _("There is nothing to do at the moment. New tasks will appear here.")
    return [
        Part(_("To do"), waiting, "" if waiting else nothing),
        *chain.from_iterable(room.parts(user) for room in modules("my_page")),
    ]


def parts(user: User) -> list[Part]:
    """Return where a person changes their account."""
    return [Part(_("Your account"), [*_account(user)])]


def _waiting(user: User) -> Iterator[Link]:
    if count := user.unread_count:
        unread = ngettext("%(num)s unread message", "%(num)s unread messages", count)
        yield Link(reverse("my_messages"), unread % {"num": count})
    if not user.name:
        yield Link(
            reverse("profile"),
            _("Tell us your name"),
            _("It will appear on your certificates and to the people you work with."),
        )
    if user.has_perm(ADMIN) and not is_mfa_enabled(user):
        yield Link(
            reverse("mfa_index"),
            _("Protect your account with a second step"),
            _("Someone who learns your password still cannot sign in."),
        )


def _account(user: User) -> Iterator[Link]:
    if user.has_perm(ADMIN):
        yield Link(reverse("wagtailadmin_home"), _("Edit the site"))
    yield Link(reverse("profile"), _("My profile"))
    yield Link(reverse("my_messages"), _("Messages"))
    yield Link(reverse("account_email"), _("E-mail addresses"))
    yield Link(reverse("mail_choices"), _("E-mails"), _("Choose which ones we send you."))
    yield Link(reverse("account_change_password"), _("Password"))
    yield Link(reverse("mfa_index"), _("Second step when signing in"))
    yield Link(
        reverse("usersessions_list"),
        _("Where you are signed in"),
        _("See each browser, and sign out of the others."),
    )
