"""Editors comment on every kind of page; a mail about it names neither the page nor the words."""

import json

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Comment, PageSubscription, get_page_models
from wagtail.test.utils.form_data import nested_form_data
from wagtail.users.models import UserProfile

from portal.accounts.roles import Role
from portal.pages import PublicPage
from tests.factories import StandardPageFactory, UserFactory


def test_every_kind_of_page_can_be_commented_on_and_scheduled():
    for model in get_page_models():
        if issubclass(model, PublicPage):
            form = model.get_edit_handler().get_form_class()
            assert "comments" in form.formsets, model
            assert {"go_live_at", "expire_at"} <= set(form.base_fields), model


@pytest.fixture
def page(home):
    return StandardPageFactory(title="Faqja", slug="faqja")


def comment(client, page, initial: int = 0, **row) -> None:
    """Save the page's form with one comment in it, as the admin's script does."""
    comments = {
        "TOTAL_FORMS": "1",
        "INITIAL_FORMS": str(initial),
        "MIN_NUM_FORMS": "0",
        "MAX_NUM_FORMS": "",
        "0": {"contentpath": "title", "position": "", "replies": formset(), **row},
    }
    data = {"title": page.title, "slug": page.slug, "body": {"count": "0"}, "comments": comments}
    answer = send(client, page, data)
    assert json.loads(answer.content)["success"], answer.content


def send(client, page, data: dict):
    return client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        nested_form_data(data),
        headers={"accept": "application/json"},
    )


def formset(*rows: dict) -> dict:
    management = {"TOTAL_FORMS": str(len(rows)), "INITIAL_FORMS": "0"}
    limits = {"MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}
    return {**management, **limits, **{str(n): row for n, row in enumerate(rows)}}


SUBJECTS = [("sq", "Një mesazh për ju"), ("en", "A message for you")]


@pytest.mark.parametrize(("language", "subject"), SUBJECTS)
def test_a_comment_is_written_answered_and_resolved(page, client_as, language, subject, settings):
    settings.EMAIL_BACKEND = "portal.mail.backend.QueueBackend"
    colleague = UserFactory()
    profile = UserProfile.get_for_user(colleague)
    profile.preferred_language = language
    profile.save()
    PageSubscription.objects.create(page=page, user=colleague, comment_notifications=True)
    editor = client_as(Role.MODERATOR)

    comment(editor, page, text="Emri i saj nuk duhet këtu.")
    written = Comment.objects.get()
    known = {"id": str(written.pk), "text": written.text, "initial": 1}
    comment(editor, page, replies=formset({"text": "E hoqa."}), **known)
    assert written.replies.get().text == "E hoqa."
    comment(editor, page, resolved="on", **known)
    written.refresh_from_db()
    assert written.resolved_at

    assert [letter.subject for letter in mail.outbox] == [subject] * 3
    texts = "".join(letter.subject + letter.body for letter in mail.outbox)
    assert f"/admin/pages/{page.pk}/edit/" in texts
    assert "Faqja" not in texts
    assert "Emri i saj" not in texts
    assert "E hoqa" not in texts


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.COORDINATOR, Role.TRAINER])
def test_nobody_comments_on_a_page_that_is_not_theirs_to_write(role, page, client_as):
    comments = {"0": {"contentpath": "title", "position": "", "text": "x", "replies": formset()}}
    counts = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}
    data = {"title": page.title, "slug": page.slug, "body": {"count": "0"}}
    send(client_as(role), page, {**data, "comments": {**counts, **comments}})
    assert not Comment.objects.exists()


def test_nobody_rewrites_what_a_colleague_said(page, client_as):
    said = Comment.objects.create(
        page=page, user=UserFactory(), contentpath="title", text="E saktë?"
    )
    row = {"contentpath": "title", "position": "", "id": str(said.pk)}
    counts = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "1", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}
    data = {"title": page.title, "slug": page.slug, "body": {"count": "0"}}
    rows = {"0": {**row, "replies": formset(), "text": "Tjetër"}}
    send(client_as(Role.MODERATOR), page, {**data, "comments": {**counts, **rows}})
    assert Comment.objects.get().text == "E saktë?"
