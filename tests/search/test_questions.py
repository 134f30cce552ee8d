"""What people type in plain words finds a fitting page of the demonstration at once."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from home.demo import CONTENT
from home.models import StandardPage
from search.analysis.real_words import is_real
from search.evaluation.files import read_lines
from search.evaluation.questions import measure
from search.find import Wanted, find
from search.lines import lines_of
from search.models import BestBet, Expression, PromotedPage, SynonymSet
from search.models.best_bets import query_key
from search.synonyms.defaults import ensure_synonyms, sets_of
from tests.portal.commits import commits_at_once
from tests.search.entries import add, forget_synonyms, titles

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


QUESTIONS = Path(__file__).parent / "data" / "questions"
OWN = {"tune": 0.98, "held": 0.95}
LEAST = {**OWN, "further": 0.95, "fresh": 0.95}


def test_questions_are_answered_at_once():
    with commits_at_once():
        call_command("demo", stdout=StringIO())
    for name, least in LEAST.items():
        measured = measure(read_lines(QUESTIONS / f"{name}.jsonl"))
        assert measured["first_three"] >= least, measured["failed"]


def test_no_question_of_ours_is_itself_a_best_bet_of_the_demonstration():
    bets = CONTENT["best_bets"].values()
    keys = {
        (language, query_key(query, language))
        for queries in bets
        for language in ("sq", "en")
        for query in lines_of(getattr(queries, language))
    }
    asked = [each for half in OWN for each in read_lines(QUESTIONS / f"{half}.jsonl")]
    assert not [
        each["text"]
        for each in asked
        if (each["language"], query_key(each["text"], each["language"])) in keys
    ]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_page_is_found_by_the_words_of_its_best_bets_in_each_language(home, publish, language):
    page = publish(lambda: home.add_child(instance=StandardPage(title="Vjeshta", slug="vjeshta")))
    best_bet = BestBet(language=language, queries="amfiteatri i madh")
    best_bet.pages = [PromotedPage(page=page)]
    publish(best_bet.save)
    assert titles(find(Wanted("amfiteatri", language))) == ["Vjeshta"]
    publish(best_bet.delete)
    assert not find(Wanted("amfiteatri", language)).total


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_language_ships_sets_that_an_editor_could_save(language):
    sets = list(sets_of(language))
    assert len(sets) >= 150
    for each in sets:
        each.clean()


def test_sets_that_editors_changed_stay_as_they_are():
    kept = SynonymSet.objects.filter(language="sq").first()
    SynonymSet.objects.exclude(pk=kept.pk).filter(language="sq").delete()
    kept.expressions = "një\ndy"
    kept.save()
    ensure_synonyms()
    assert list(SynonymSet.objects.filter(language="sq")) == [kept]
    assert Expression.objects.filter(group=kept.pk).exists()


@pytest.mark.parametrize(
    ("word", "language"), [("rreh", "sq"), ("vleresimit", "sq"), ("refuge", "en"), ("Burrat", "sq")]
)
def test_a_form_of_a_word_is_real(word, language):
    assert is_real(word, language)


def test_a_misspelt_word_is_not_real():
    assert not any(is_real("vlersimit", language) for language in ("sq", "en"))


def test_a_real_word_is_offered_another_and_never_silently_replaced():
    forget_synonyms()
    add("Rreth")
    found = find(Wanted("rreh", "sq"))
    assert (found.total, found.corrected) == (0, "")
    assert "rreth" in found.suggestions


def test_a_sure_correction_offers_nothing_else():
    add("Amfiteatri")
    found = find(Wanted("amfitteatri", "sq"))
    assert (found.corrected, found.suggestions) == ("amfiteatri", [])


def test_a_page_that_has_all_words_by_chance_does_not_hide_those_that_say_most():
    add("Rregullore", "Zanati. " + "Diçka tjetër. " * 20 + "Kuzhinë. " + "Diçka. " * 20 + "Oborr.")
    add("Zanati i kuzhinës")
    found = find(Wanted("si mund ta mësoj zanatin e kuzhinës në oborr", "sq"))
    assert titles(found)[0] == "Zanati i kuzhinës"
