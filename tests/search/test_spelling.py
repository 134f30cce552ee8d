"""Did you mean: what is offered for words that the site does not know."""

import time

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.analysis.normal import fold
from search.models import Expression, Word
from search.spelling import corrections
from search.terms import index_terms

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

SITE = {
    "bashkia": 40,
    "bashkive": 9,
    "tirana": 12,
    "strehim": 8,
    "strehimi": 7,
    "dhunës": 30,
    "dhunë": 25,
    "përvetësim": 3,
    "shtetësia": 2,
    "tregu": 6,
    "truri": 1,
}


def know(words: dict[str, int], language: str = "sq", audience: str = "sq") -> None:
    """Make words of the site, each in some entries."""
    Word.objects.bulk_create(
        Word(
            audience=audience,
            language=language,
            word=word,
            plain=fold(word),
            term=" ".join(index_terms(word, language)),
            entries=entries,
        )
        for word, entries in words.items()
    )
    cache.clear()


@pytest.fixture(autouse=True)
def words(db) -> None:
    know(SITE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bashkja", "bashkia"),  # another letter
        ("bashka", "bashkia"),  # one too few
        ("tirrana", "tirana"),  # one twice
        ("tirnaa", "tirana"),  # two in the wrong order
        ("pervetsim", "përvetësim"),  # without accents, and shown with them
        ("dirana", "tirana"),  # the first one
        ("bashkiatirana", "bashkia tirana"),
        ("bash kia", "bashkia"),
    ],
)
def test_a_misspelt_word_is_corrected(typed, meant):
    assert corrections(typed, "sq")[0] == meant


@pytest.mark.parametrize("typed", ["bashkisë", "Bashkitë", "strehimit", "dhuna", "2024", "xy", ""])
def test_what_the_site_knows_in_another_form_stands(typed):
    assert corrections(typed, "sq") == []


def test_the_other_words_stay_as_they_were_typed():
    assert corrections("“Bashkia” 2024, strehmi!", "sq")[0] == "“Bashkia” 2024, strehim!"


def test_the_more_frequent_of_two_comes_first():
    know({"kurse": 1, "kursi": 50})
    assert corrections("kursx", "sq")[0] == "kursi"


def test_forms_of_one_word_are_offered_once():
    offered = corrections("strehjm", "sq")
    assert len({tuple(index_terms(each, "sq")) for each in offered}) == len(offered)


def test_several_words_are_corrected_and_at_most_five_ways_offered():
    know({"tirane": 2, "turana": 2, "tirone": 2, "tiranë": 1, "birana": 1, "firana": 1})
    offered = corrections("bashkja tirxna", "sq")
    assert offered[0] == "bashkia tirana"
    assert len(offered) == len(set(offered)) == 5


def test_nothing_near_is_nothing():
    assert corrections("qwertyuiop", "sq") == []


def test_words_of_the_other_language_are_known_where_they_are_found():
    know({"shelter": 5}, language="en")
    assert corrections("shelters", "sq") == []
    assert corrections("sheltre", "sq")[0] == "shelter"


def test_each_audience_has_its_own_words():
    know({"shelter": 5}, language="en", audience="en")
    assert corrections("sheltre", "en") == ["shelter"]
    assert corrections("sheltre", "sq") == []


def test_a_synonym_is_no_mistake():
    group = "6b0fd6fd-4d37-4b48-9f0e-3f8a4d3f6c01"
    term = index_terms("tirona", "sq")[0]
    Expression.objects.create(group=group, language="sq", terms=term, asked=term)
    assert corrections("tirona", "sq") == []


def test_a_word_that_is_gone_is_not_offered_even_while_the_list_is_old():
    assert corrections("tirnaa", "sq") == ["tirana"]
    Word.objects.filter(word="tirana").delete()
    assert corrections("tirnaa", "sq") == []


def test_new_words_are_offered_as_soon_as_the_list_is_looked_at_again():
    assert corrections("kuzhniere", "sq") == []
    know({"kuzhiniere": 1})
    assert corrections("kuzhniere", "sq") == ["kuzhiniere"]


def test_the_list_is_read_once(django_assert_num_queries):
    corrections("tirnaa", "sq")
    with django_assert_num_queries(2):
        corrections("bashkja", "sq")


@pytest.mark.quiet
@pytest.mark.parametrize(
    "typed",
    ["a" * 10_000, "ab " * 5_000, "tirnax " * 2_000, "x\0\u202e'\"*:()", "ﷺﷺﷺ ͺͺͺ e\u0308ë"],
)
def test_whatever_is_typed_is_bounded_work(typed):
    start = time.perf_counter()
    assert len(corrections(typed, "sq")) <= 5
    assert time.perf_counter() - start < 1


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.text(max_size=60))
def test_any_text_is_answered(typed):
    offered = corrections(typed, "sq")
    assert len(offered) <= 5
    assert typed not in offered
