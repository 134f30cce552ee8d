"""Comments on a page: one discussion for both languages, cheap to read, cut where it is long."""

import pytest
from django.test import Client

from home.models import StandardPage
from portal.comments.models import State
from portal.comments.pages import SHOWN, kinds
from portal.translation_records import publish_translation
from projects.models import ProjectIndexPage, ProjectPage
from tests.comments.pages import choose, comment_on, open_page, soup, words
from tests.factories import ProjectPageFactory, StandardPageFactory
from tests.test_budgets import queries

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


def test_a_discussion_is_one_for_both_languages(english, publish):
    page = open_page(title="Lajmi", slug="lajmi")
    publish(publish_translation, page.get_parent(), english, [])
    publish(publish_translation, page, english, [("Lajmi", "The news"), ("lajmi", "the-news")])
    comment_on(page, text="Shqip", name="Beni")
    reply = {"reply": "Thank you", "reply_language": "en"}
    comment_on(page, text="English", language="en", name="Ann", **reply)
    comment_on(page, text="I fshehur", state=State.WAITING)
    for address in (page.get_url(), page.get_translation(english).get_url()):
        html = soup(Client().get(address))
        texts = [(each["lang"], words(each)) for each in html.select(".comment__text")]
        assert texts == [("en", "English"), ("en", "Thank you"), ("sq", "Shqip")]


@pytest.mark.parametrize("make", [ProjectPageFactory, StandardPageFactory])
def test_comments_cost_one_query_where_they_are_taken_and_none_elsewhere(home, make):
    page = make()
    choose()
    before = queries(page.get_url())
    choose(type(page))
    assert queries(page.get_url()) == before + 1
    for _ in range(SHOWN + 3):
        comment_on(page)
    assert queries(page.get_url()) == before + 1
    choose({ProjectPage: StandardPage, StandardPage: ProjectPage}[type(page)])
    assert queries(page.get_url()) == before


def test_a_long_discussion_is_cut_with_a_link_to_all_of_it():
    page = open_page(title="Lajmi")
    for number in range(SHOWN + 25):
        comment_on(page, text=f"Komenti {number}")
    html = soup(Client().get(page.get_url()))
    assert len(html.select(".comment")) == SHOWN
    link = html.find("a", string=lambda text: text and f"({SHOWN + 25})" in text)
    first = soup(Client().get(link["href"]))
    second = soup(Client().get(link["href"] + "?page=2"))
    assert [len(each.select(".comment")) for each in (first, second)] == [30, 5]
    assert first.select_one(f".page-head a[href='{page.get_url()}']").text == "Lajmi"
    for address in (f"{link['href']}?page=3", f"{link['href']}?page=%ff"):
        assert Client().get(address).status_code == 404


def test_a_closed_page_shows_what_was_written_and_takes_no_more():
    page = open_page()
    comment_on(page)
    page.comments_closed = True
    page.save_revision().publish()
    html = soup(Client().get(page.get_url()))
    assert len(html.select(".comment")) == 1
    assert "Komentet në këtë faqe janë mbyllur." in html.main.text
    assert not html.select("main a.button[href*=komente]")


def test_which_pages_can_take_comments():
    assert {name for name, _label in kinds()} == {
        "home.standardpage",
        "home.newspage",
        "projects.projectpage",
        "projects.projectupdatepage",
        "knowledgebase.studypage",
        "knowledgebase.chapterpage",
        "knowledgebase.modelpage",
        "knowledgebase.resourcepage",
    }


def test_one_setting_closes_a_page_in_both_languages(english, publish):
    page = open_page(title="Lajmi", slug="lajmi")
    publish(publish_translation, page.get_parent(), english, [])
    publish(publish_translation, page, english, [("Lajmi", "The news"), ("lajmi", "the-news")])
    page.refresh_from_db()
    page.comments_closed = True
    publish(page.save_revision().publish)
    assert page.get_translation(english).comments_closed


def test_lists_have_no_comments(home):
    page = ProjectIndexPage.objects.get(locale__language_code="sq")
    assert not soup(Client().get(page.get_url())).select(".comments")
