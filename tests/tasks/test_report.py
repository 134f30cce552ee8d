"""Administrators read what waits and why it failed, and have it tried again; nobody else does."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from portal.accounts.roles import Role
from portal.tasks import queue as rows
from portal.tasks import words
from portal.tasks.worker import TookTooLongError
from search.engines.base import EngineError
from tests.tasks import work
from tests.tasks.test_worker import only_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def failed(queue) -> DBTaskResult:
    work.fail.enqueue("words")
    call_command("worker", "--once")
    return only_row()


WORDS = {
    "sq": ("Të dhënat e personave", "do të provohet sërish", "Gabim në program", "Provoni sërish"),
    "en": ("People’s data", "will be tried again", "A fault in the program", "Try again"),
}


@pytest.mark.parametrize("language", WORDS)
def test_administrators_read_what_failed_and_why(failed, admin, admin_client, language):
    profile = UserProfile.get_for_user(admin)
    profile.preferred_language = language
    profile.save()
    page = admin_client.get(reverse("tasks")).content.decode()
    for text in (*WORDS[language], "ValueError work.py:"):
        assert text in page
    assert "ana@" not in page
    assert reverse("tasks") in admin_client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ConnectionRefusedError(), "could not be reached"),
        (TimeoutError(), "could not be reached"),
        (rows.WorkerDiedError(), "memory"),
        (TookTooLongError(), "quarter"),
        (ModuleNotFoundError(), "no longer"),
        (EngineError(), "Tell support: EngineError"),
    ],
)
def test_each_kind_of_failure_has_its_words(queue, error, text):
    work.say.enqueue("x")
    rows.fail(rows.claim("mail", "x"), error)
    with override("en"):
        assert text in words.reason(only_row())


def test_the_first_page_tells_administrators_of_failures_and_nobody_else(
    failed, admin_client, client_as
):
    link = f'<a href="{reverse("tasks")}">'
    assert link not in admin_client.get("/admin/").content.decode().partition("<main")[2]
    DBTaskResult.objects.update(status="FAILED")
    assert f"{link}1 punë në sfond dështoi</a>" in admin_client.get("/admin/").content.decode()
    assert link not in client_as(Role.EDITOR).get("/admin/").content.decode()


def test_it_is_tried_again_at_once(failed, admin_client):
    DBTaskResult.objects.update(status="FAILED")
    answer = admin_client.post(reverse("task_again", args=[failed.pk]), follow=True)
    assert answer.status_code == 200
    row = only_row()
    assert (row.status, row.worker_ids) == ("READY", [])
    assert row.run_after <= timezone.now()
    DBTaskResult.objects.update(status="SUCCESSFUL", exception_class_path="")
    admin_client.post(reverse("task_again", args=[failed.pk]))
    assert only_row().status == "SUCCESSFUL"


@pytest.mark.parametrize("role", Role)
def test_others_neither_read_it_nor_change_anything(failed, client_as, role):
    client = client_as(role)
    assert client.get(reverse("tasks")).status_code in (302, 403)
    answer = client.post(reverse("task_again", args=[failed.pk]))
    assert answer.status_code in (302, 403)
    assert only_row().worker_ids == failed.worker_ids
    assert client.get(reverse("task_again", args=[failed.pk])).status_code in (403, 405)
