"""The study's own page, and the knowledge base's front page that leads to it."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from knowledgebase.models import KnowledgeBasePage, StudyPage
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    GlossaryTermFactory,
    ReferenceFactory,
    StudyPageFactory,
)
from tests.media.factories import ImageFactory
from tests.portal.reading import meta, read, words

pytestmark = pytest.mark.django_db

URL = "/sq/baza-e-njohurive/studimi/"
FRONT = {"sq": "/sq/baza-e-njohurive/", "en": "/en/knowledge-base/"}
TABLE = {"caption": "Ligje", "headers": ["Ligji"], "rows": [["Nr. 1"]]}


@pytest.fixture
def study(home) -> StudyPage:
    return StudyPageFactory(title="Studimi", slug="studimi")


def section(html, title: str):
    """Return the part of the page under a heading."""
    (found,) = [part for part in html.select(".section") if words(part.h2) == title]
    return found


def test_the_head_names_the_authors_as_they_are_spoken_of(study):
    study.authors = "Hoxha, Ana\nD&E"
    study.subtitle = "Një nëntitull"
    study.save_revision().publish()
    head = read(URL).select_one(".page-head")
    assert words(head.select_one(".page-head__authors")) == "Ana Hoxha, D&E"
    assert "Një nëntitull" in words(head)


def test_version_date_and_licence_stand_among_the_facts(study):
    study.version, study.licence = "1.0", "CC-BY-4.0"
    study.issued_on = datetime.date(2026, 11, 2)
    study.save_revision().publish()
    facts = read(URL).select_one(".facts")
    assert "1.0" in words(facts)
    assert "2 nëntor 2026" in words(facts)
    licence = facts.select_one("a[rel=license]")
    assert licence["href"] == "https://creativecommons.org/licenses/by/4.0/"


def test_terms_of_use_without_an_address_are_words(study):
    study.licence = "reserved"
    study.save_revision().publish()
    html = read(URL)
    assert not html.select("a[rel=license]")


@pytest.mark.dialect
def test_the_contents_number_the_chapters_and_say_how_long_they_take(study):
    for title, count in (("I pari", 401), ("I dyti", 10)):
        ChapterPageFactory(parent=study, title=title, body=[("text", f"<p>{'fjalë ' * count}</p>")])
    html = read(URL)
    items = html.select(".chapters__item")
    assert [item.select_one(".chapters__number").text for item in items] == ["1", "2"]
    assert [item.a.text for item in items] == ["I pari", "I dyti"]
    assert [words(item.select_one(".chapters__meta")).split()[0] for item in items] == ["3", "1"]
    assert words(html.select_one(".chapters + .note")).split()[-3] == "4"
    assert html.select_one(".page-head .button")["href"] == items[0].a["href"]


def test_a_study_without_chapters_says_what_will_come(study):
    html = read(URL)
    assert not html.select(".chapters, .page-head .button")
    assert html.select("[aria-labelledby] p")


@pytest.mark.dialect
def test_drafts_and_private_chapters_are_not_in_the_contents(study):
    ChapterPageFactory(parent=study, title="Skicë").unpublish()
    private = ChapterPageFactory(parent=study, title="Privat")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert not read(URL).select(".chapters__item")


def test_a_chapter_names_no_study_while_that_is_a_draft(study):
    chapter = ChapterPageFactory(parent=study, title="I pari", slug="i-pari")
    assert read(chapter.get_url()).select_one(".kicker a")["href"] == study.get_url()
    StudyPage.objects.filter(pk=study.pk).update(live=False)
    assert not read(chapter.get_url()).select(".kicker")


def test_figures_and_tables_of_all_chapters_are_listed_with_links(study):
    figure = ("figure", {"image": ImageFactory(), "caption": "Rruga"})
    ChapterPageFactory(parent=study, slug="i-pari", body=[("table", TABLE)])
    ChapterPageFactory(parent=study, slug="i-dyti", body=[figure, ("table", TABLE)])
    html = read(URL)
    links = [(words(link).split()[1:], link["href"]) for link in html.select(".places a")]
    assert links == [
        (["2.1", "Rruga"], f"{URL}i-dyti/#figure-2-1"),
        (["1.1", "Ligje"], f"{URL}i-pari/#table-1-1"),
        (["2.1", "Ligje"], f"{URL}i-dyti/#table-2-1"),
    ]
    assert read(f"{URL}i-dyti/").find(id="table-2-1")


@pytest.mark.dialect
def test_no_chapters_text_is_read_for_the_contents(study):
    ChapterPageFactory(parent=study, body=[("text", "<p>fjalë</p>"), ("table", TABLE)])
    client = Client()
    client.get(URL)
    with CaptureQueriesContext(connection) as captured:
        client.get(URL)
    assert not [query for query in captured if '"knowledgebase_chapterpage"."body"' in query["sql"]]


def test_versions_say_what_changed(study):
    version = {"number": "1.1", "date": datetime.date(2026, 5, 1), "changes": "Kapitulli i dytë."}
    study.versions = [("version", version)]
    study.save_revision().publish()
    (update,) = read(URL).select(".update")
    assert "1 maj 2026" in words(update)
    assert "Kapitulli i dytë." in words(update)


def test_all_texts_of_the_study_share_their_notes_references_and_terms(study):
    ReferenceFactory(key="hoxha-2020", title="Puna")
    GlossaryTermFactory(name="Strehë")
    study.in_short = "<p>Strehë^[E para.].</p>"
    study.body = [("text", "<p>Strehë^[E dyta.].</p>")]
    study.method = "<p>Sipas [@hoxha-2020]^[E treta.].</p>"
    study.save_revision().publish()
    html = read(URL)
    assert len(html.select("button.term")) == 1
    notes = html.select("[role=doc-endnotes] li")
    assert [words(note.select_one(".notes__text")) for note in notes] == [
        "E para.",
        "E dyta.",
        "E treta.",
    ]
    assert "Puna" in words(html.select_one("[role=doc-bibliography]"))


def test_the_cover_is_the_picture_of_shared_links(study):
    study.cover, study.cover_alt = ImageFactory(size=(1600, 900)), "Një kopertinë"
    study.save_revision().publish()
    assert meta(read(URL))["og:image:alt"] == "Një kopertinë"


@pytest.fixture
def placeholder(study, english) -> StudyPage:
    chapter = ChapterPageFactory(parent=study, title="I pari", slug="i-pari")
    chapter.copy_for_translation(english, copy_parents=True, alias=True)
    return study.get_translation(english)


def test_a_study_that_is_not_translated_leads_into_the_visitors_tree(placeholder):
    html = read(placeholder.get_url())
    link = html.select_one(".chapters__link")
    assert link["href"].startswith("/en/knowledge-base/")
    assert html.select_one(".page__notice")


def test_a_chapter_that_is_not_translated_is_marked_in_the_contents(study, english, publish):
    chapter = ChapterPageFactory(parent=study, title="I pari", slug="i-pari")
    publish(publish_translation, study, english, [("Studimi", "Study"), ("studimi", "study")])
    chapter.copy_for_translation(english, alias=True)
    (item,) = read("/en/knowledge-base/study/").select(".chapters__item")
    assert item.select_one(".chapters__link [lang=sq]").text == "I pari"
    assert words(item.select_one(".badge")).endswith("Albanian")


def test_the_front_page_leads_to_every_section(study):
    GlossaryTermFactory.create_batch(3)
    html = read(FRONT["sq"])
    links = [link["href"] for link in html.select(".card__link")]
    assert links == [
        URL,
        f"{FRONT['sq']}modele-integrimi/",
        f"{FRONT['sq']}materiale/",
        f"{FRONT['sq']}trajnime/",
        f"{FRONT['sq']}fjalorth/",
    ]
    assert words(html.select(".card__meta")[-1]).startswith("3 ")


def test_the_front_page_says_what_will_come_where_nothing_is_yet(home):
    html = read(FRONT["sq"])
    cards = html.select(".card")
    assert len(cards) == 5
    assert cards[0].select_one(".card__text").text
    assert all(words(card.select_one(".card__meta")) for card in cards)
    assert not any(character.isdigit() for card in cards for character in words(card))


@pytest.mark.dialect
def test_the_front_page_counts_in_the_visitors_tree(study, english):
    GlossaryTermFactory(name="Shelter", locale=english)
    GlossaryTermFactory.create_batch(2)
    study.copy_for_translation(english, alias=True)
    html = read(FRONT["en"])
    assert words(html.select(".card__meta")[-1]).startswith("1 ")
    card = html.select_one(".card")
    assert card["lang"] == "sq"
    assert card.a["href"] == "/en/knowledge-base/studimi/"


def test_the_front_page_shows_what_editors_wrote(home):
    page = KnowledgeBasePage.objects.get(locale=home.locale)
    page.body = [("heading", "Nga t’ia nisni")]
    page.save_revision().publish()
    assert "Nga t’ia nisni" in words(read(FRONT["sq"]).main)


def test_a_new_study_stands_in_the_menu():
    study = StudyPageFactory()
    menu = read(study.get_url()).select("nav .submenu__link")
    assert study.get_url() in [link["href"] for link in menu]
