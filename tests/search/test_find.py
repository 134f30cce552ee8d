"""What visitors find, and in which order; on the database that the tests run on."""

from uuid import uuid4

import pytest

from search.engines import Order
from search.find import PER_PAGE, Wanted, find
from search.index.write import store
from search.models import Entry, Expression
from tests.search.entries import add, day, file, search, titles

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


@pytest.fixture(autouse=True)
def empty_index(db) -> None:
    """Forget the site's own pages."""
    store({owner: [] for owner in Entry.objects.values_list("owner", flat=True)})


def same(*names: tuple[str, str, str]) -> None:
    """Make expressions, as (language, terms, asked), mean the same."""
    group = uuid4()
    for language, terms, asked in names:
        Expression.objects.create(group=group, language=language, terms=terms, asked=asked)


def test_words_are_found_inflected_and_without_diacritics():
    add("Bashkia", "Bashkia punon me të mbijetuarat e dhunës.")
    for text in ("bashkive", "BASHKISË", "dhune", "dhunës", "mbijetuar", "dhune bashki"):
        assert search(text) == ["Bashkia"], text


def test_all_words_come_before_any_word():
    add("Të dyja", "Strehim dhe punësim.")
    add("Strehim")
    found = find(Wanted("strehim punësim", "sq"))
    assert (titles(found), found.has_all) == (["Të dyja"], True)


def test_any_word_where_nothing_has_all():
    add("Strehim")
    add("Punësim")
    add("Tjetër")
    found = find(Wanted("strehim punësim", "sq"))
    assert sorted(titles(found)) == ["Punësim", "Strehim"]
    assert not found.has_all


def test_more_of_the_words_are_better_than_one():
    add("Një", "strehim")
    add("Dy", "strehim punësim")
    assert search("strehim punësim trajnim zbulim") == ["Dy", "Një"]


def test_a_title_that_is_what_was_asked_comes_first():
    add("Strehimi i përkohshëm dhe strehimi social", "Strehim, strehim, strehim.")
    add("Strehimi", "Diçka.")
    assert search("strehim")[0] == "Strehimi"


def test_words_in_a_row_come_before_words_apart():
    add("Larg", "Plani i madh. " + "Diçka tjetër. " * 5 + "Social.")
    add("Afër", "Gjatë, gjatë, gjatë. " * 10 + "Plani social.")
    assert search("plani social")[0] == "Afër"


def test_a_phrase_in_quotation_marks_is_required():
    add("Larg", "Plani i madh social.")
    add("Afër", "Plani social.")
    for marks in ('"{}"', "“{}”", "«{}»", "„{}“"):
        assert search(marks.format("plan social")) == ["Afër"]


@pytest.mark.parametrize(
    ("place", "words"),
    [("headings", ["Strehim"]), ("summary", "Strehim"), ("attachments", [file("Strehim", "")])],
)
def test_the_title_weighs_most(place, words):
    add("Diçka", **{place: words})
    add("Strehim dhe diçka")
    assert search("strehim")[0] == "Strehim dhe diçka"


def test_what_is_recent_comes_first_among_equals():
    add("E vjetër", "Strehim", date=day(2015))
    add("E re", "Strehim", date=day(2026))
    assert search("strehim") == ["E re", "E vjetër"]


def test_the_text_of_files_is_found_after_texts():
    add("Manuali", attachments=[file("Skedari", "Faqja e parë", "Fshehurazi")])
    add("Faqja", "Fshehurazi")
    assert search("fshehurazi") == ["Faqja", "Manuali"]


def test_words_of_a_title_and_a_file_together():
    add("Manuali", attachments=[file("Skedari", "Fshehurazi")])
    assert search("manuali fshehurazi") == ["Manuali"]


def test_english_files_are_found_by_english_words():
    add("Manuali", attachments=[file("Guide", "Municipalities housing people", language="en")])
    assert search("municipality house") == ["Manuali"]


def test_files_in_further_languages_are_found_by_their_words_as_they_stand():
    add("Manuali", attachments=[file("Guida", "Le case rifugio", language="it")])
    assert search("RIFUGIO") == search("case rifugio") == ["Manuali"]
    assert find(Wanted("rifugio", "sq")).corrected == ""


def test_synonyms_and_the_other_language():
    same(
        ("sq", "dhun me baz gjinor", "dhun baz gjinor"),
        ("sq", "dhbgj", "dhbgj"),
        ("en", "gender_en base_en violenc_en", "gender_en base_en violenc_en"),
    )
    add("Shqip", "Dhuna me bazë gjinore.")
    add("English", "On gender-based violence.", language="en")
    for text in ("DHBGJ", "dhunë me bazë gjinore", "gender-based violence"):
        assert sorted(search(text)) == ["English", "Shqip"], text


def test_what_was_typed_is_chosen_before_other_ways_to_say_it(monkeypatch):
    monkeypatch.setattr("search.find.CHOICE", 2)
    same(("sq", "bashki", "bashki"), ("sq", "keshill vendor", "keshill vendor"))
    for number in range(3):
        add(f"Këshilli vendor {number}", "Këshilli vendor.")
    for number in range(9):
        add("Tjetër", f"Sot punon edhe bashkia e {number}.")
    assert search("bashkia", size=2) == ["Tjetër"] * 2


def test_a_title_that_says_it_in_other_words_comes_before_texts():
    same(
        ("sq", "strehim social", "strehim social"), ("en", "social_en hous_en", "social_en hous_en")
    )
    add("Banesa", "Social: strehim social, strehim social, strehim social. " * 9)
    add("Strehim social", "Diçka. " * 30)
    assert search("social housing")[0] == "Strehim social"


def test_what_is_urgent_is_respelt_without_a_word_about_it():
    add("Amfiteatri")
    found = find(Wanted("amfitaetri", "sq", is_urgent=True))
    assert (titles(found), found.corrected, found.suggestions) == (["Amfiteatri"], "", [])


def test_what_says_little_of_it_does_not_answer_what_is_urgent():
    add("Kalaja", "Muri.")
    add("Kalaja")
    for text, total in (("kala mur amfiteatër", 2), ("kala amfiteatër kuvli", 0)):
        assert find(Wanted(text, "sq", is_urgent=True)).total == total, text


def test_an_audience_finds_only_what_is_for_it():
    add("Shqip", "Projekti")
    add("English", "Projekti", audience="en", language="sq")
    assert search("projekti", "sq") == ["Shqip"]
    assert search("projekti", "en") == ["English"]


def test_a_misspelt_word_is_corrected_where_it_finds_nothing():
    add("Bashkia", "Bashkia e Tiranës")
    found = find(Wanted("bashkja", "sq"))
    assert titles(found) == ["Bashkia"]
    assert found.corrected
    assert search("bashkja", is_literal=True) == []


def test_filters_and_their_counts():
    for number in range(15):
        add("Faqe", "strehim", labels=[("theme", f"t{number}")], date=day(2010 + number))
    add("Projekt", "strehim", kind="project", labels=[("theme", "t1")], date=day(2011))
    found = find(Wanted("strehim", "sq"))
    assert found.total == 16
    assert found.counts["kind"] == {"page": 15, "project": 1}
    assert len(found.counts["theme"]) == 15
    assert found.counts["theme"]["t1"] == 2
    chosen = {"kind": frozenset({"project"}), "theme": frozenset({"t1"})}
    found = find(Wanted("strehim", "sq", chosen))
    assert (titles(found), found.total) == (["Projekt"], 1)
    # What another choice of the same facet would find.
    assert found.counts["kind"] == {"page": 1, "project": 1}
    assert found.counts["year"] == {"2011": 1}


def test_two_values_of_a_facet_find_either():
    for kind in ("page", "project", "model"):
        add(kind, "strehim", kind=kind)
    found = find(Wanted("strehim", "sq", {"kind": frozenset({"project", "model"})}))
    assert (sorted(titles(found)), found.total) == (["model", "project"], 2)


@pytest.mark.parametrize(("order", "wanted"), [("newest", "CBA"), ("oldest", "ABC")])
def test_sorting_by_date(order, wanted):
    for letter, year in zip("BAC", (2021, 2020, 2022), strict=True):
        add(letter, "strehim", date=day(year))
    add("pa datë", "strehim")
    assert search("strehim", order=Order(order)) == [*wanted, "pa datë"]


@pytest.mark.parametrize("order", list(Order))
def test_pages_hold_everything_once(order):
    for number in range(PER_PAGE * 12 + 3):
        add(f"Faqja {number}", "strehim", date=day(2000 + number % 25))
    pages = [
        search("strehim", first=first, order=order) for first in range(0, PER_PAGE * 13, PER_PAGE)
    ]
    listed = [title for page in pages for title in page]
    assert len(listed) == len(set(listed)) == PER_PAGE * 12 + 3


@pytest.mark.parametrize(
    "text", ["", "   ", "?!", "\x00", "\u200f\u202e", "*", '"', "( ) :", "👩‍👩‍👧"]
)
def test_nothing_to_look_for(text):
    add("Faqja")
    found = find(Wanted(text, "sq"))
    assert (found.ids, found.total) == ([], 0)


def test_function_words_alone_are_words():
    add("Dhe", "dhe me të")
    assert search("dhe me") == ["Dhe"]
