"""Comments are personal data: their writer finds and erases them; what is over goes by itself."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.accounts.models import User
from portal.comments.models import Comment, State, digest
from portal.personal.erasure import erase_key
from portal.personal.rendering import as_json, everything_about
from tests.comments.pages import comment_on, open_page

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


@pytest.fixture
def page(home):
    return open_page()


@pytest.fixture
def person() -> User:
    return User.objects.create_user("ana@example.org")


def test_an_account_with_the_same_address_takes_a_copy_and_erases(page, person):
    comment_on(page, text="Imi", author=digest("Ana@Example.org "))
    other = comment_on(page, text="I tjetrit", author=digest("beni@example.org"))
    copy = as_json(everything_about(person))
    assert "Imi" in copy
    assert "I tjetrit" not in copy
    erase_key(person.key)
    assert list(Comment.objects.all()) == [other]


def ago(days: int):
    return timezone.now() - timedelta(days=days)


def test_what_is_over_goes_each_night(page):
    kept = [
        comment_on(page, text="u publikua", decided_at=ago(400)),
        comment_on(page, text="pret", state=State.WAITING, written_at=ago(400)),
        comment_on(page, text="29", state=State.REJECTED, decided_at=ago(29)),
    ]
    comment_on(page, text="31", state=State.REJECTED, decided_at=ago(31))
    comment_on(page, text="spam", state=State.SPAM, decided_at=ago(31))
    call_command("retention", verbosity=0)
    assert {*Comment.objects.all()} == {*kept}
    page.delete()
    call_command("retention", verbosity=0)
    assert not Comment.objects.exists()


def test_an_address_waits_ninety_days_for_its_answer(page):
    old = comment_on(page, email="ana@example.org", written_at=ago(91))
    new = comment_on(page, email="ana@example.org", written_at=ago(89))
    call_command("retention", verbosity=0)
    emails = dict(Comment.objects.values_list("pk", "email"))
    assert emails == {old.pk: "", new.pk: "ana@example.org"}
