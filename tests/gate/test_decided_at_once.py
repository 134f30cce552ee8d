"""Two moderators decide on one page or term in the same second: it is decided once."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState, WorkflowState

from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.doors.forms import changed
from tests.factories import StandardPageFactory
from tests.knowledgebase.factories import GlossaryTermFactory
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = pytest.mark.django_db(transaction=True)

APPROVE = {"action-workflow-action": "1", "workflow-action-name": "approve"}


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


def address(instance: object) -> str:
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse("wagtailsnippets_knowledgebase_glossaryterm:edit", args=[instance.pk])


@pytest.mark.parametrize("factory", [StandardPageFactory, GlossaryTermFactory])
def test_two_approve_in_the_same_second(factory, client_as):
    waiting = factory()
    waiting.save_revision()
    editor = User.objects.create_user("editor@example.org")
    waiting.get_workflow().start(waiting, editor)
    url, moderator = address(waiting), client_as(Role.MODERATOR)
    second = Client()
    second.force_login(User.objects.get(email="moderator@example.org"))
    data = changed(moderator.get(url).context["form"]) | APPROVE

    answers = at_once(*(lambda client=each: client.post(url, data) for each in (moderator, second)))
    assert [answer.status_code for answer in answers] == [302, 302]
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED
    assert TaskState.objects.get().status == TaskState.STATUS_APPROVED
