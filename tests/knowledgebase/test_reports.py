"""What editors read: how useful pages are to readers, and which are to be checked again."""

import csv
import datetime
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from knowledgebase.models import Feedback, StudyPage
from portal.accounts.roles import Role
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    ModelPageFactory,
    ResourcePageFactory,
    StudyPageFactory,
    in_english,
)
from tests.portal.reading import words

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def study(home, english, publish) -> StudyPage:
    study = StudyPageFactory(title="Studimi", slug="studimi")
    publish(publish_translation, study, english, [("Studimi", "Study"), ("studimi", "study")])
    return study


def answer(page, language: str, *answers: bool, sentence: str = "") -> None:
    for is_useful in answers:
        Feedback.objects.create(
            translation_key=page.translation_key,
            language=language,
            day=timezone.localdate(),
            is_useful=is_useful,
            sentence=sentence,
        )


def rows(client, name: str) -> list[list[str]]:
    """Return the cells of a report's rows, as the person sees them."""
    response = client.get(reverse(name))
    assert response.status_code == 200
    html = BeautifulSoup(response.content, "html.parser")
    table = html.select_one("table.listing")
    cells = [row.select("td") for row in table.select("tbody tr")] if table else []
    return [[words(cell) for cell in row] for row in cells]


def test_answers_are_counted_language_by_language(study, admin_client):
    answer(study, "sq", True, True, False)
    answer(study, "en", False)
    assert sorted(row[2:] for row in rows(admin_client, "usefulness")) == [["0", "1"], ["2", "1"]]
    titles = {row[0]: row[1] for row in rows(admin_client, "usefulness")}
    assert titles == {"Studimi": "Shqip", "Study": "English"}


def test_the_most_criticised_pages_come_first_and_those_without_answers_not_at_all(admin_client):
    good, bad, mixed = (StudyPageFactory(title=title) for title in ("Mirë", "Keq", "Përzier"))
    StudyPageFactory(title="Pa përgjigje")
    answer(good, "sq", True)
    answer(bad, "sq", False, False)
    answer(mixed, "sq", False, False, True)
    titles = [row[0] for row in rows(admin_client, "usefulness")]
    assert titles == ["Keq", "Përzier", "Mirë"]


def test_a_page_leads_to_what_its_readers_said(study, client_as):
    answer(study, "sq", False, sentence="Mungon kostoja.")
    answer(StudyPageFactory(), "sq", True, sentence="E dobishme.")
    client = client_as(Role.EDITOR)
    html = BeautifulSoup(client.get(reverse("usefulness")).content, "html.parser")
    link = next(link for link in html.select("table.listing a") if words(link) == "Studimi")
    listed = client.get(link["href"]).content.decode()
    assert "Mungon kostoja." in listed
    assert "E dobishme." not in listed


def test_the_report_can_be_taken_along(study, admin_client):
    answer(study, "en", False)
    response = admin_client.get(reverse("usefulness"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    _head, row = csv.reader(StringIO(text), delimiter=";")
    assert row == ["Study", "English", "0", "1"]


def test_pages_are_to_be_checked_the_longest_overdue_first(study, admin_client):
    today = timezone.localdate()
    chapter = ChapterPageFactory(parent=study, title="Kapitulli", review_by=today)
    ModelPageFactory(title="Modeli", review_by=today - 400 * A_DAY)
    ResourcePageFactory(title="Burimi", review_by=today + 20 * A_DAY)
    StudyPageFactory(title="Më vonë", review_by=today + 60 * A_DAY)
    in_english(chapter)
    titles = [row[0] for row in rows(admin_client, "checks")]
    assert titles == ["Modeli", "Kapitulli", "Burimi"]


def test_a_translated_page_is_to_be_checked_once(study, admin_client, english):
    study.review_by = timezone.localdate()
    study.save_revision().publish()
    assert study.get_translation(english).review_by == study.review_by
    assert [row[0] for row in rows(admin_client, "checks")] == ["Studimi"]


def test_a_draft_is_not_to_be_checked(admin_client):
    StudyPageFactory(review_by=timezone.localdate()).unpublish()
    assert rows(admin_client, "checks") == []


def test_a_page_to_check_leads_to_its_form(study, client_as):
    study.review_by = timezone.localdate()
    study.save_revision().publish()
    client = client_as(Role.EDITOR)
    html = BeautifulSoup(client.get(reverse("checks")).content, "html.parser")
    link = html.select_one("table.listing a")
    assert link["href"] == reverse("wagtailadmin_pages:edit", args=[study.pk])


def test_people_see_only_the_pages_that_they_may_change(study, client_as):
    answer(study, "sq", True)
    answer(study, "en", True)
    assert len(rows(client_as(Role.EDITOR), "usefulness")) == 2
    assert [row[0] for row in rows(client_as(Role.TRANSLATOR), "usefulness")] == ["Study"]
    assert rows(client_as(Role.COORDINATOR), "usefulness") == []


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR, Role.TRAINER])
def test_the_menu_leads_who_changes_pages_to_the_reports(role, client_as):
    menu = client_as(role).get(reverse("wagtailadmin_home")).content.decode()
    for name in ("usefulness", "checks"):
        assert reverse(name) in menu


@pytest.mark.parametrize("name", ["usefulness", "checks"])
def test_filters_reload_the_results_alone(study, admin_client, name):
    answer(study, "sq", True)
    response = admin_client.get(reverse(f"{name}_results"))
    assert response.status_code == 200
    assert b"<html" not in response.content


def test_a_moderator_mends_a_sentence_and_nothing_else(study, client_as):
    answer(study, "sq", False, sentence="Ana më ndihmoi.")
    kept = Feedback.objects.get()
    url = reverse("feedback:edit", args=[kept.pk])
    assert (
        client_as(Role.MODERATOR).post(url, {"sentence": "", "is_useful": "on"}).status_code == 302
    )
    kept.refresh_from_db()
    assert (kept.sentence, kept.is_useful) == ("", False)
