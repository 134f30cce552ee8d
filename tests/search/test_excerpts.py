"""An excerpt shows where a text says what was asked for, with the words marked."""

import pytest

from search.excerpts import LONGEST, Marker, best_passage
from search.models import Entry, Expression
from search.query.parse import parse
from tests.search.entries import add, file
from tests.search.test_find import same

pytestmark = [pytest.mark.django_db, pytest.mark.dialect, pytest.mark.usefixtures("own_words")]

FILLER = "Ndërkohë puna vazhdon pa ndërprerje. "


def marker(text: str, language: str = "sq") -> Marker:
    return Marker(parse(text, language))


def passage(text: str, language: str = "sq") -> dict:
    """Return the passage that the only entry shows."""
    return Entry.objects.annotate(best=best_passage(parse(text, language))).latest("pk").best


@pytest.mark.parametrize(
    ("query", "text", "html"),
    [
        ("bashkive", "Bashkia dhe OSHC-të", "<mark>Bashkia</mark> dhe OSHC-të"),
        ("oshc", "Bashkia dhe OSHC-të", "Bashkia dhe <mark>OSHC</mark>-të"),
        ("dhune", "Kundër dhunës!", "Kundër <mark>dhunës</mark>!"),
        ("dhunë", "<b>Dhuna</b> & ne", "&lt;b&gt;<mark>Dhuna</mark>&lt;/b&gt; &amp; ne"),
        ("dhunë", "", ""),
        ("riintegrim", "për ri-integrimin e tyre", "për <mark>ri-integrimin</mark> e tyre"),
        ("mark", "mark", "<mark>mark</mark>"),
    ],
)
def test_words_are_marked_in_every_form_and_the_rest_is_escaped(query, text, html):
    assert str(marker(query).mark(text, "sq")) == html


def test_function_words_are_marked_only_where_they_are_all_that_was_asked():
    assert str(marker("në bashki").mark("në bashki", "sq")) == "në <mark>bashki</mark>"
    assert str(marker("në").mark("në bashki", "sq")) == "<mark>në</mark> bashki"


def test_other_ways_to_say_it_are_marked_as_a_whole():
    same(("sq", "dhun me baz gjinor", "dhun baz gjinor"), ("en", "gbv_en", "gbv_en"))
    assert Expression.objects.count() >= 2
    html = str(marker("GBV", "en").mark("Dhunë me bazë gjinore, me ne", "sq"))
    assert html == "<mark>Dhunë me bazë gjinore</mark>, me ne"


def test_a_short_text_is_shown_whole():
    assert str(marker("puna").excerpt("Puna vazhdon.", "sq")) == "<mark>Puna</mark> vazhdon."


def test_of_a_long_text_the_stretch_around_the_first_match_is_shown():
    text = FILLER * 10 + "Pastaj vjen strehimi i ri. " + FILLER * 10
    html = str(marker("strehim").excerpt(text, "sq"))
    assert "vjen <mark>strehimi</mark> i ri" in html
    assert html.startswith("… ")
    assert html.endswith(" …")
    assert len(html) <= LONGEST + len("… <mark></mark> …")
    words = html.removeprefix("… ").removesuffix(" …").replace("<mark>", "").replace("</mark>", "")
    assert f" {words} " in f" {text}"


@pytest.mark.parametrize("place", ["start", "end"])
def test_a_match_at_an_end_of_the_text_is_shown(place):
    text = "Strehimi. " + FILLER * 20 if place == "start" else FILLER * 20 + "Strehimi."
    html = str(marker("strehim").excerpt(text, "sq"))
    assert "<mark>Strehimi</mark>." in html
    assert html.startswith("…") is (place == "end")


def test_without_a_match_the_beginning_is_shown():
    html = str(marker("strehim").excerpt(FILLER * 20, "sq"))
    assert html.startswith("Ndërkohë puna")
    assert "<mark>" not in html


def test_a_word_without_spaces_is_cut_and_not_lost():
    html = str(marker("strehim").excerpt("strehim" + "x" * 1000, "sq"))
    assert len(html) <= LONGEST + 4


def test_the_passage_with_most_of_the_words_is_shown():
    add("Titulli", "Strehimi.", "Punësimi dhe strehimi.", "Punësimi.", summary="Përmbledhja.")
    assert passage("strehim punësim")["text"] == "Punësimi dhe strehimi."


def test_where_no_passage_has_the_words_the_summary_is_shown():
    add("Strehimi", "Punësimi.", summary="Përmbledhja.")
    found = passage("strehim")
    assert (found["text"], found["says"]) == ("Përmbledhja.", 0)


def test_a_passage_in_a_file_says_where_it_is():
    add("Manuali", summary="Diçka.", attachments=[file("Udhëzues", "Hyrja.", "Strehimi.")])
    found = passage("strehim")
    assert (found["file"], found["page"], found["says"]) == ("Udhëzues", 2, 1)


def test_an_entry_without_texts_has_no_passage():
    add("Strehimi")
    assert passage("strehim") is None
