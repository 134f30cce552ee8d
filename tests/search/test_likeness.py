"""Queries that editors foresaw find their pages, also when they are asked a little differently."""

import pytest

from search.find import Wanted, find
from search.likeness import Likeness, likeness
from search.models import Entry
from tests.search.entries import add, search, titles

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
FORESEEN = "si ngrohet shkolla në dimër"


def like(query: str, *foreseen: str) -> float:
    """Return how like a query is to the nearest of those, beside others."""
    entry = add("Tjetër", asked=[("sq", "\n".join(foreseen))])
    for other in ("ku blihen dru", "kush e pastron oborrin", "kur vjen autobusi i fshatit"):
        add(other, asked=[("sq", other)])
    return likeness(query).get(entry.key, 0.0)


@pytest.mark.parametrize(
    ("query", "least", "most"),
    [
        (FORESEEN, 0.999, 1.001),
        ("Si ngrohet shkolla ne dimer?", 0.999, 1.001),  # without accents and signs
        ("ngrohja e shkolles ne dimer", 0.3, 0.9),  # other forms
        ("si ngorhet shkola ne dimer", 0.3, 0.9),  # misspelt
        ("orari i bibliotekës", 0.0, 0.2),
        ("…", 0.0, 0.0),
    ],
)
def test_a_query_is_like_another_by_its_letters(query, least, most):
    assert least <= like(query, FORESEEN) <= most


def test_the_nearest_query_of_an_entry_counts():
    assert like(FORESEEN, "diçka krejt tjetër, " + FORESEEN) > 0.999


def test_nothing_is_like_anything_where_nothing_is_foreseen():
    assert Likeness(()).of(FORESEEN) == {}


def test_what_is_foreseen_comes_before_what_says_the_words_more_often():
    add("Dimri në fshat", "Shkolla në dimër, shkolla në dimër. " * 5)
    add("Udhëzues", "Sobat.", asked=[("sq", FORESEEN)])
    assert search("si do ngrohet kjo shkolla ne dimer")[0] == "Udhëzues"


def test_what_is_foreseen_stands_beside_the_few_that_have_all_words():
    add("Rastësi", "Ngrohet shkolla në dimër prej vitesh.")
    add("Udhëzues", "Sobat.", asked=[("sq", "si ngrohet shkolla")])
    found = find(Wanted("si ngrohet shkolla e fshatit në dimër", "sq"))
    assert "Udhëzues" in titles(found)


@pytest.mark.parametrize("query", ["a ngrohen shkollat ndonjëherë", "si bëhet që ngrohet shkolla"])
def test_what_is_foreseen_answers_what_is_urgent(query):
    add("Udhëzues", "Sobat.", asked=[("sq", "a ngrohen shkollat")])
    assert titles(find(Wanted(query, "sq", is_urgent=True))) == ["Udhëzues"]


def test_a_part_of_a_page_is_foreseen_by_its_names():
    part = add("ngrohje qendrore", fragment="ngrohje", same=["kaldaja"])
    add("Ngrohja")
    assert Entry.objects.get(pk=part.pk).foreseen == "ngrohje qendrore\nkaldaja"
    assert likeness("cfare eshte kaldja").keys() == {part.key}


def test_what_is_no_question_is_found_by_its_words_alone():
    add("Udhëzues", "Sobat.", asked=[("sq", "ngrohja në dimër")])
    assert likeness("si behet ngrohja")
    assert not likeness("ngrohja dimrit")
