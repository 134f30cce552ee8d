"""Bundles on the editors' desk: by hand, in both languages, by whoever may."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.accounts.roles import Role
from portal.publishing.bundles.filling import add
from portal.publishing.bundles.models import Bundle, BundleItem, State
from projects.models import ProjectPage
from tests.bundles.making import (
    bundle_of,
    edited,
    english,
    person,
    seen,
    translated_project,
)
from tests.factories import ProjectPageFactory, StandardPageFactory, ThemeFactory
from tests.knowledgebase.factories import GlossaryTermFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(db):
    return edited(translated_project())


@pytest.fixture
def editor(client_as):
    return client_as(Role.EDITOR)


@pytest.fixture
def moderator(client_as):
    return client_as(Role.MODERATOR)


def page_address(page) -> str:
    return reverse("add_to_bundle", args=["wagtailcore", "page", page.pk])


def test_an_editor_makes_a_bundle_from_the_menu_of_a_page(project, editor):
    explorer = editor.get(reverse("wagtailadmin_explore", args=[project.get_parent().pk]))
    assert page_address(project) in explorer.content.decode()
    address = page_address(project)
    asked = editor.get(address)
    translated = project.get_translation(english())
    assert f'value="{translated.pk}"' in asked.content.decode()
    data = {"bundle": "new", "title": "Së bashku", "languages": [str(translated.pk)]}
    answer = editor.post(address, data, follow=True)
    bundle = Bundle.objects.get()
    assert answer.redirect_chain[-1][0] == bundle.get_absolute_url()
    assert {item.object_id for item in bundle.items.all()} == {project.pk, translated.pk}
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[project.pk]))
    assert bundle.get_absolute_url() in form.content.decode()
    again = editor.get(address)
    assert again["Location"] == bundle.get_absolute_url()


def test_what_was_typed_is_kept_where_something_is_wrong(project, editor):
    for title in ("", "a" * 121, "a\u202eb", "<b>"):
        data = {"bundle": "new", "title": title}
        answer = editor.post(page_address(project), data)
        assert answer.status_code == 200
        assert "error-message" in answer.content.decode()
    assert not Bundle.objects.exists()
    assert editor.post(page_address(project), {"bundle": "777"}).status_code == 200
    assert editor.get(f"{page_address(project)}?bundle=x").status_code == 200


def test_a_page_and_a_term_are_chosen_on_the_bundles_page(project, editor, moderator):
    term = GlossaryTermFactory(name="Fjala")
    term.save_revision().publish()
    edited(term, name="Fjala e re")
    editor.post(reverse("add_bundle"), {"title": "Së bashku"})
    bundle = Bundle.objects.get()
    shown = editor.get(bundle.get_absolute_url()).content.decode()
    assert "Fjala" in shown
    choose = reverse("choose_for_bundle", args=[bundle.pk])
    for data, asked in (
        ({"page": project.pk}, page_address(project)),
        (
            {"term": f"knowledgebase.glossaryterm.{term.pk}"},
            reverse("add_to_bundle", args=["knowledgebase", "glossaryterm", term.pk]),
        ),
    ):
        answer = editor.post(choose, data)
        assert answer["Location"] == f"{asked}?bundle={bundle.pk}"
        editor.post(answer["Location"], {"bundle": bundle.pk})
    assert bundle.items.count() == 2
    for data in ({}, {"term": "knowledgebase.glossaryterm.0"}, {"page": "x"}):
        assert editor.post(choose, data)["Location"] == bundle.get_absolute_url()


def test_a_moderator_publishes_what_an_editor_collected(project, editor, moderator):
    bundle = bundle_of(project, by=person(Role.EDITOR))
    address = reverse("publish_bundle", args=[bundle.pk])
    assert address not in editor.get(bundle.get_absolute_url()).content.decode()
    assert address in moderator.get(bundle.get_absolute_url()).content.decode()
    data = {"when": "now", "seen": seen(bundle)}
    assert moderator.get(address).status_code == 200
    assert moderator.post(address, data)["Location"] == bundle.get_absolute_url()
    assert ProjectPage.objects.get(pk=project.pk).summary == "Pas"
    shown = moderator.get(bundle.get_absolute_url()).content.decode()
    assert "/sq/" in shown
    assert moderator.post(address, data)["Location"] == bundle.get_absolute_url()
    project.delete()
    assert moderator.get(bundle.get_absolute_url()).status_code == 200


def test_an_hour_is_set_and_cancelled(project, moderator):
    bundle = bundle_of(project, by=person(Role.EDITOR))
    address = reverse("publish_bundle", args=[bundle.pk])
    for at in ("", "2020-01-01T10:00", "nesër", "9" * 100_000):
        answer = moderator.post(address, {"when": "later", "at": at, "seen": seen(bundle)})
        assert answer.status_code == 200
    answer = moderator.post(
        address, {"when": "later", "at": "2040-01-01T10:00", "seen": seen(bundle)}
    )
    bundle.refresh_from_db()
    assert bundle.scheduled_for.year == 2040
    assert moderator.get(bundle.get_absolute_url()).status_code == 200
    assert moderator.get(reverse("bundles")).status_code == 200
    moderator.post(reverse("unschedule_bundle", args=[bundle.pk]))
    bundle.refresh_from_db()
    assert bundle.scheduled_for is None
    assert ProjectPage.objects.get(pk=project.pk).summary == "Para"


def test_texts_of_a_draft_are_translated_from_the_list(project, editor, moderator):
    translated = project.get_translation(english())
    bundle = bundle_of(project, translated, by=person(Role.EDITOR))
    item = bundle.items.get(object_id=translated.pk)
    address = reverse("translate_ahead", args=[bundle.pk, item.pk])
    assert address in editor.get(bundle.get_absolute_url()).content.decode()
    form = editor.get(address).context["form"]
    [name] = [name for name in form.fields if name.startswith("text-")]
    answer = editor.post(address, {name: "After"}, follow=True)
    assert reverse("renew_bundle_item", args=[bundle.pk, item.pk]) in answer.content.decode()
    assert not editor.get(address).context["form"].changes
    editor.post(reverse("renew_bundle_item", args=[bundle.pk, item.pk]))
    moderator.post(
        reverse("publish_bundle", args=[bundle.pk]), {"when": "now", "seen": seen(bundle)}
    )
    assert ProjectPage.objects.get(pk=translated.pk).summary == "After"


def test_what_is_taken_out_and_dissolved_stays_as_it_is(project, editor):
    bundle = bundle_of(project, by=person(Role.EDITOR, "tjeter"))
    editor.post(reverse("take_out_bundle_item", args=[bundle.pk, bundle.items.get().pk]))
    assert not bundle.items.exists()
    assert editor.get(reverse("dissolve_bundle", args=[bundle.pk])).status_code == 200
    assert editor.post(reverse("dissolve_bundle", args=[bundle.pk])).status_code in (302, 403)
    bundle.refresh_from_db()
    assert bundle.is_open
    assert ProjectPage.objects.get(pk=project.pk).get_latest_revision_as_object().summary == "Pas"


def test_only_what_can_wait_is_added(home, moderator):
    theme, page = ThemeFactory(), StandardPageFactory(parent=home)
    for thing in (home, page):
        assert moderator.get(page_address(thing)).status_code == 200
    for names in (
        ("terms", "theme", theme.pk),  # is public as soon as it is saved
        ("accounts", "user", 1),
        ("wagtailcore", "page", 1),
        ("wagtailcore", "page", 9999),
        ("no", "such", 1),
    ):
        address = reverse("add_to_bundle", args=names)
        for answer in (moderator.get(address), moderator.post(address, {"bundle": "new"})):
            assert answer.status_code != 200
    assert not Bundle.objects.exists()


def queries_for(client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_page_of_a_bundle_costs_the_same_for_each_more(moderator):
    bundle = bundle_of(edited(ProjectPageFactory(title="P")), by=person(Role.EDITOR))
    counts = []
    for number in range(3):
        page = edited(ProjectPageFactory(title=f"P{number}"), summary="x")
        add(bundle=bundle, things=[page], by=bundle.made_by)
        moderator.get(bundle.get_absolute_url())
        counts.append(queries_for(moderator, bundle.get_absolute_url()))
    assert counts[2] - counts[1] == counts[1] - counts[0] <= 6


def test_the_list_does_not_grow_with_bundles(project, moderator):
    address = reverse("bundles")
    moderator.get(address)
    bundle_of(project, by=person(Role.EDITOR))
    one = queries_for(moderator, address)
    for number in range(5):
        page = edited(ProjectPageFactory(title=f"P{number}"), summary="x")
        bundle_of(page, by=person(Role.EDITOR, f"p{number}"))
    Bundle.objects.filter(title="Së bashku").update(state=State.OPEN)
    assert queries_for(moderator, address) == one
    assert BundleItem.objects.count() == 6


def test_the_first_page_counts_what_waits(project, moderator, editor, client_as):
    bundle_of(project, by=person(Role.EDITOR))
    first = reverse("wagtailadmin_home")
    waits = "1 publikim i përbashkët ju pret"
    assert waits in moderator.get(first).content.decode()
    shown = editor.get(first).content.decode()
    assert waits not in shown
    assert f'href="{reverse("bundles")}"' in shown
    trainer = client_as(Role.TRAINER).get(first).content.decode()
    assert reverse("bundles") not in trainer
