"""The state of translations where pages and terms are listed, chosen, edited and reported."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation, TranslationSource

from portal.accounts.roles import Role
from portal.translating.models import State, TranslationState
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from tests.factories import ProjectPageFactory, ThemeFactory, UserFactory
from tests.translating.conftest import RENEWED, republish, translation_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def urgent(project, translated):
    republish(project, aim=RENEWED)
    return project


def shown(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def tags(page: BeautifulSoup) -> list[str]:
    return [tag["class"][-1] for tag in page.select(".state-tag")]


def test_the_explorer_and_the_chooser_show_it_in_both_languages(urgent, translated, client_as):
    client = client_as(Role.MODERATOR)
    for page in (urgent, translated):
        parent = page.get_parent()
        explorer = reverse("wagtailadmin_explore", args=[parent.pk])
        assert tags(shown(client, explorer)) == ["state-tag--urgent"]
        chooser = reverse("wagtailadmin_choose_page_child", args=[parent.pk])
        html = client.get(chooser).json()["html"]
        assert tags(BeautifulSoup(html, "html.parser"))[-1] == "state-tag--urgent"
    api = reverse("wagtailadmin_api:pages:listing")
    children = client.get(f"{api}?child_of={urgent.get_parent().pk}&for_explorer=1").json()
    assert children["meta"]["total_count"] == 1


def test_who_opens_either_language_is_told_and_led(urgent, translated, client_as):
    renew = reverse("renew_translation", args=[translation_of(urgent).pk])
    for role, page in ((Role.MODERATOR, urgent), (Role.TRANSLATOR, translated)):
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert shown(client_as(role), edit).select(f'.messages a[href="{renew}"]')


def test_a_list_offers_to_translate_what_is_not_translated(urgent, client_as):
    other = ProjectPageFactory(title="Tjetër")
    explorer = reverse("wagtailadmin_explore", args=[urgent.get_parent().pk])
    page = shown(client_as(Role.TRANSLATOR), explorer)
    offered = [link["href"] for link in page.select('td a[href*="/localize/submit/"]')]
    assert offered == [reverse("wagtail_localize:submit_page_translation", args=[other.pk])]


def test_terms_show_it_too(english, client_as, publish):
    theme = ThemeFactory(name="Strehim")
    publish(publish_translation, theme, english, [("Strehim", "Housing")])
    call_command("translation_states", verbosity=0)
    client, terms = client_as(Role.MODERATOR), reverse("wagtailsnippets_terms_theme:list")
    assert tags(shown(client, terms)) == ["state-tag--translated"] * 2
    html = client.get(reverse("wagtailsnippetchoosers_terms_theme:choose")).json()["html"]
    assert tags(BeautifulSoup(html, "html.parser")) == ["state-tag--translated"] * 2
    found = shown(client, reverse("wagtailsnippetchoosers_terms_theme:choose_results"))
    assert tags(found) == ["state-tag--translated"] * 2


def test_the_report_lists_all_the_most_urgent_and_oldest_first(urgent, client_as):
    for name in ("stale", "untranslated", "older"):
        ProjectPageFactory(title=name)
    rows = TranslationState.objects
    rows.filter(title="stale").update(state=State.STALE)
    rows.filter(title="older").update(since="2020-01-01T00:00Z")
    page = shown(client_as(Role.TRANSLATOR), reverse("translation_states"))
    titles = [each.text.strip() for each in page.select("td.title a")]
    assert titles[:3] == ["Projekti", "stale", "older"]
    assert "untranslated" in titles


def test_the_report_leads_to_what_is_to_be_done(urgent, client_as, english):
    other = ProjectPageFactory(title="Tjetër")
    client = client_as(Role.TRANSLATOR)
    page = shown(client, reverse("translation_states"))
    links = {each.text.strip(): each["href"] for each in page.select("td.title a")}
    assert links["Projekti"] == reverse("renew_translation", args=[translation_of(urgent).pk])
    assert links["Tjetër"].endswith(f"/submit/page/{other.pk}/")
    for title in ("Projekti", "Tjetër"):
        assert client.get(links[title]).status_code == 200


def test_the_report_is_for_those_who_write(urgent, client_as):
    assert client_as(Role.FOCAL_POINT).get(reverse("translation_states")).status_code == 403


def queries_of(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def test_lists_ask_no_more_for_many_than_for_few(urgent, client_as):
    client = client_as(Role.MODERATOR)
    urls = [
        reverse("wagtailadmin_explore", args=[urgent.get_parent().pk]),
        reverse("translation_states"),
    ]
    for url in urls:
        client.get(url)
    counts = [queries_of(client, url) for url in urls]
    ProjectPageFactory.create_batch(12)
    assert [queries_of(client, url) for url in urls] == counts


def long_project(number: int) -> ProjectPage:
    """Make a project with so many texts."""
    aim = "".join(f"<p>Fjalia {each} e {number}.</p>" for each in range(number))
    return ProjectPageFactory(title=f"Me {number}", slug=f"me-{number}", aim=aim)


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.MODERATOR])
def test_the_editor_asks_no_more_for_many_texts_than_for_few(role, english, client_as, publish):
    client, counts = client_as(role), []
    for number in (2, 12):
        page = long_project(number)
        source, _created = TranslationSource.update_or_create_from_instance(page)
        texts = source.stringsegment_set.values_list("string__data", flat=True)
        publish(publish_translation, page, english, [(text, text) for text in texts])
        for words in StringTranslation.objects.all():
            words.last_translated_by = UserFactory()
            words.save()
        translation, target = translation_of(page), page.get_translation(english)
        urls = [
            reverse("wagtailadmin_pages:edit", args=[target.pk]),
            reverse("review_translation", args=[translation.pk]),
            reverse("renew_translation", args=[translation.pk]) + "?again",
        ]
        for url in urls:
            client.get(url)
        counts.append([queries_of(client, url) for url in urls])
        segments = json.loads(client.get(urls[0]).context["props"])
        assert len(segments["initialStringTranslations"]) == len(texts)
        known = {each["id"] for each in segments["segments"] if each["type"] == "string"}
        assert {each["segment_id"] for each in segments["initialStringTranslations"]} == known
    assert counts[0] == counts[1]
