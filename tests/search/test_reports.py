"""Editors read what visitors looked for, and make best bets and synonyms of it."""

import csv
import datetime
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from portal.accounts.roles import Role
from search.models import AskedDay, AskedQuery
from tests.portal.reading import words

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

REPORTS = ["fruitless_searches", "popular_searches", "searches_by_day"]
A_DAY = datetime.timedelta(days=1)


def asked(text: str, *days: tuple[int, int, int], language: str = "sq") -> None:
    """Let something have been asked: (days ago, times, results)."""
    today = timezone.localdate()
    query = AskedQuery.objects.create(
        language=language,
        digest=f"{language} {text} {AskedQuery.objects.count()}",
        text=text,
        last_day=today - min(days)[0] * A_DAY,
    )
    for ago, count, results in days:
        AskedDay.objects.create(query=query, day=today - ago * A_DAY, count=count, results=results)


def report(client, name: str, **choice: str) -> BeautifulSoup:
    response = client.get(reverse(name), choice)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows(html: BeautifulSoup) -> list[list[str]]:
    """Return the cells of a report's rows, without the dates and the buttons."""
    return [[words(cell) for cell in row.select("td")] for row in html.select("tbody tr")]


def test_popular_searches_come_first(admin_client):
    asked("strehim", (0, 2, 1), (3, 4, 0))
    asked("shelter", (1, 9, 5), language="en")
    found = rows(report(admin_client, "popular_searches"))
    assert [row[:4] for row in found] == [
        ["shelter", "Anglisht", "9", "1"],
        ["strehim", "Shqip", "6", "2"],
    ]


def test_searches_whose_text_is_not_kept_are_one_row(admin_client):
    asked("strehim", (0, 1, 0))
    asked("", (0, 2, 0))
    asked("", (1, 3, 0))
    for name in ("popular_searches", "fruitless_searches"):
        first, second = rows(report(admin_client, name))
        assert first[0].startswith("2 different searches") or first[0].startswith("2 kërkime")
        assert first[2:4] == ["5", "2"]
        assert second[0] == "strehim"


def test_what_was_found_later_is_no_longer_without_a_result(admin_client):
    asked("strehim", (0, 1, 3), (1, 5, 0))
    asked("banesë", (0, 2, 0), (1, 1, 8), (2, 4, 0))
    found = rows(report(admin_client, "fruitless_searches"))
    assert [row[:4] for row in found] == [["banesë", "Shqip", "6", "2"]]


def test_reports_are_read_by_language_and_period(admin_client):
    asked("strehim", (0, 1, 0), (5, 6, 0))
    asked("shelter", (5, 9, 0), language="en")
    today = timezone.localdate()
    chosen = {"language": "sq", "day_from": str(today - 3 * A_DAY), "day_to": str(today)}
    for name in ("popular_searches", "fruitless_searches"):
        found = rows(report(admin_client, name, **chosen))
        assert [row[:4] for row in found] == [["strehim", "Shqip", "1", "1"]]
    found = rows(report(admin_client, "searches_by_day", **chosen))
    assert [row[1:] for row in found] == [["1", "1", "1"]]


def test_reports_are_sorted_as_asked(admin_client):
    asked("shpesh", (0, 9, 0))
    asked("rrallë", (1, 1, 0), (2, 1, 0))
    html = report(admin_client, "popular_searches", ordering="-days")
    assert [row[0] for row in rows(html)] == ["rrallë", "shpesh"]


def test_days_are_summed(admin_client):
    asked("strehim", (0, 2, 1), (1, 4, 0))
    asked("", (0, 3, 0))
    found = rows(report(admin_client, "searches_by_day"))
    assert [row[1:] for row in found] == [["5", "2", "3"], ["4", "1", "4"]]


def test_what_is_too_old_is_not_shown_even_before_it_is_deleted(admin_client):
    asked("strehim", (400, 9, 0))
    for name in REPORTS:
        assert rows(report(admin_client, name)) == []


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_without_rows_says_why(admin_client, name):
    html = report(admin_client, name)
    with override("sq"):
        messages = {
            gettext("Nobody searched in this time. Searches are counted from the first one on."),
            gettext(
                "Nothing to do: in this time no search came back empty, or a later search for the "
                "same thing found something."
            ),
        }
    assert words(html.select_one("#listing-results p")) in messages


@pytest.mark.parametrize("role", Role)
def test_editors_and_moderators_find_the_reports_in_the_menu(role, client_as):
    client = client_as(role)
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    for name in REPORTS:
        assert (reverse(name) in menu) == (role in (Role.EDITOR, Role.MODERATOR))


@pytest.mark.parametrize("name", REPORTS)
def test_filters_reload_the_results_alone(admin_client, name):
    asked("strehim", (0, 1, 0))
    response = admin_client.get(reverse(f"{name}_results"), {"language": "sq"})
    assert response.status_code == 200
    assert b"<html" not in response.content


def test_a_report_can_be_taken_along_and_computes_nothing(admin_client):
    asked("=HYPERLINK(1)", (0, 2, 0))
    asked("", (0, 1, 0))
    response = admin_client.get(reverse("popular_searches"), {"export": "csv"})
    _head, first, second = csv.reader(
        StringIO(response.getvalue().decode("utf-8-sig")), delimiter=";"
    )
    today = f"{timezone.localdate():%d.%m.%Y}"
    assert first == ["'=HYPERLINK(1)", "Shqip", "2", "1", today]
    assert second[0].startswith("1 ")


def links(html: BeautifulSoup) -> list[str]:
    return [link["href"] for link in html.select("tbody a.button")]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR])
def test_one_click_opens_the_form_with_the_query(role, client_as):
    asked("dhunë & “strehë”", (0, 2, 0))
    client = client_as(role)
    synonyms, best_bet = links(report(client, "fruitless_searches"))
    for url, field in ((synonyms, "expressions"), (best_bet, "queries")):
        html = BeautifulSoup(client.get(url).content, "html.parser")
        assert html.find(id=f"id_{field}").text.strip() == "dhunë & “strehë”"
        assert html.select_one("#id_language option[selected]")["value"] == "sq"


def test_a_text_that_is_not_kept_makes_nothing(admin_client):
    asked("", (0, 2, 0))
    assert links(report(admin_client, "fruitless_searches")) == []


def test_who_may_not_add_sees_no_button(client_as):
    client = client_as(Role.MODERATOR)
    group = Role.MODERATOR.group()
    group.permissions.remove(*group.permissions.filter(codename__startswith="add_synonymset"))
    asked("strehim", (0, 2, 0))
    (only,) = links(report(client, "popular_searches"))
    assert only.startswith(reverse("wagtailsnippets_portal_search_bestbet:add"))


def test_buttons_say_for_what_they_are(admin_client):
    asked("strehim", (0, 2, 0))
    html = report(admin_client, "popular_searches")
    for link in html.select("tbody a.button"):
        assert link["aria-label"] == f"{words(link)}: strehim"
