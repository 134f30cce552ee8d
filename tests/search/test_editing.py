"""Editors add best bets and synonyms, and search goes by them at once."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import ReferenceIndex
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from portal.accounts.roles import Role
from search.models import BestBet, Expression, PromotedPage, SynonymSet
from search.promotions import promotions_for, write_all_keys
from search.query.expressions import alternatives, other_ways
from search.synonyms import write_all_expressions
from search.terms import asked_terms
from tests.factories import StandardPageFactory
from tests.portal.reading import words
from tests.search.entries import synonyms

pytestmark = [pytest.mark.django_db, pytest.mark.dialect, pytest.mark.usefixtures("own_words")]

BEST_BETS = "wagtailsnippets_portal_search_bestbet"
SYNONYMS = "wagtailsnippets_portal_search_synonymset"


def errors(url: str, client, form: dict, field: str) -> str:
    """Send a form that is refused; return what is said by the field."""
    response = client.post(url, nested_form_data(form))
    assert response.status_code == 200
    html = BeautifulSoup(response.content, "html.parser")
    return words(html.find(id=f"panel-child-{field}-errors"))


@pytest.fixture
def answer(home):
    return StandardPageFactory(parent=home, title="Strehimi në Vlorë")


def promote(*pages, queries: str, language: str = "sq") -> BestBet:
    best_bet = BestBet(language=language, queries=queries)
    best_bet.pages = [
        PromotedPage(page=page, note=note, sort_order=number)
        for number, (page, note) in enumerate(pages)
    ]
    best_bet.full_clean()
    best_bet.save()
    return best_bet


@pytest.mark.parametrize(
    "query", ["strehim Vlorë", "strehimi në vlore", "STREHIMIN E VLORËS", "Vlora: strehimet"]
)
def test_a_best_bet_answers_every_form_of_its_query(answer, query):
    promote((answer, "Adresa"), queries="bashki\nstrehim Vlorë")
    assert promotions_for(query, "sq") == {answer.pk: "Adresa"}


@pytest.mark.parametrize("query", ["strehim", "strehim Vlorë Fier", "në", "", "???"])
def test_another_query_has_no_best_bet(answer, query):
    promote((answer, ""), queries="strehim Vlorë")
    assert promotions_for(query, "sq") == {}


def test_a_best_bet_is_for_one_language(answer):
    promote((answer, ""), queries="shelters", language="en")
    assert promotions_for("shelter", "en") == {answer.pk: ""}
    assert promotions_for("shelter", "sq") == {}


def test_pages_stand_in_the_editors_order_and_take_one_query(
    home, answer, django_assert_num_queries
):
    promote((home, ""), (answer, "Dy"), queries="strehim")
    with django_assert_num_queries(1):
        assert list(promotions_for("strehim", "sq")) == [home.pk, answer.pk]


def test_a_changed_best_bet_forgets_its_old_queries(answer):
    best_bet = promote((answer, ""), queries="strehim")
    best_bet.queries = "banesë"
    best_bet.save()
    assert promotions_for("strehim", "sq") == {}
    assert promotions_for("banesat", "sq") == {answer.pk: ""}
    answer.delete()
    assert promotions_for("banesat", "sq") == {}


def test_queries_are_written_again_for_another_analyser(answer):
    best_bet = promote((answer, ""), queries="strehim")
    best_bet.keys.update(key="old")
    write_all_keys()
    assert promotions_for("strehim", "sq") == {answer.pk: ""}


def test_a_page_knows_that_it_is_promoted(answer):
    best_bet = promote((answer, ""), queries="strehim")
    reference = ReferenceIndex.get_references_to(answer).get()
    assert (reference.model_name, reference.object_id) == ("rezultat i zgjedhur", str(best_bet.pk))


def best_bet_form(queries: str, *pages) -> dict:
    items = [{"page": page.pk, "note": "Pse", "ORDER": "1"} for page in pages]
    return {"language": "sq", "queries": queries, "pages": inline_formset(items, min=1)}


def test_an_editor_makes_a_best_bet(answer, client_as):
    response = client_as(Role.EDITOR).post(
        reverse(f"{BEST_BETS}:add"), nested_form_data(best_bet_form("strehim\r\n", answer))
    )
    assert response.status_code == 302
    assert promotions_for("strehimi", "sq") == {answer.pk: "Pse"}


@pytest.mark.parametrize(
    ("queries", "message"),
    [
        ("strehim\ndhe në", "“dhe në” nuk ka asnjë fjalë që e dallon një tekst nga një tjetër."),
        ("???", "“???” nuk ka asnjë fjalë që e dallon një tekst nga një tjetër."),
        ("a" * 101, f"“{'a' * 30}…” është tepër e gjatë: e shumta 100 shkronja."),
        ("banesë\nstrehimet", "“strehimet” e ka tashmë një rezultat të zgjedhur: Strehimi, azil."),
    ],
)
def test_a_query_that_cannot_be_used_is_said_by_its_field(answer, admin_client, queries, message):
    promote((answer, ""), queries="Strehimi\nazil")
    promote((answer, ""), queries="strehimet", language="en")
    with override("en"):
        said = errors(
            reverse(f"{BEST_BETS}:add"), admin_client, best_bet_form(queries, answer), "queries"
        )
    assert message in said


def test_a_best_bet_may_keep_its_own_queries(answer, admin_client):
    best_bet = promote((answer, ""), queries="strehim")
    best_bet.queries = "strehim\nstrehimet"
    best_bet.full_clean()
    best_bet.save()
    assert best_bet.keys.count() == 1


def test_a_best_bet_without_a_page_is_refused(admin_client):
    form = nested_form_data(best_bet_form("strehim"))
    assert admin_client.post(reverse(f"{BEST_BETS}:add"), form).status_code == 200
    assert not BestBet.objects.exists()


VIOLENCE = {
    "sq": ["DHBGJ", "dhunë me bazë gjinore"],
    "en": ["GBV", "gender-based violence"],
}


def ways(query: str, language: str) -> list[str]:
    """Return the other ways to say the query, as terms with spaces between them."""
    terms = asked_terms(query, language)
    found = alternatives(terms, other_ways([terms]))
    return [" ".join(way) for _length, others in found.values() for way in others]


@pytest.mark.parametrize(
    ("query", "language"),
    [("dhbgj", "sq"), ("DHBGJ-së", "sq"), ("dhunës me bazë gjinore", "sq"), ("gbv", "en")],
)
def test_whatever_of_a_set_is_asked_finds_the_others(query, language):
    synonyms(VIOLENCE)
    others = ways(query, language)
    assert len(others) == 3
    assert asked_terms(query, language) not in [way.split() for way in others]


def test_a_set_reaches_the_other_language():
    synonyms(VIOLENCE)
    assert " ".join(asked_terms("gender-based violence", "en")) in ways("DHBGJ", "sq")


def test_a_changed_set_forgets_its_old_expressions_and_a_deleted_one_all():
    changed = synonyms({"sq": ["strehim", "banesë"]})
    changed.expressions = "strehim\nqendër"
    changed.save()
    assert ways("strehimi", "sq") == asked_terms("qendër", "sq")
    SynonymSet.objects.all().delete()
    assert ways("strehimi", "sq") == []


def test_expressions_are_written_again_for_another_analyser():
    synonyms({"sq": ["strehim", "banesë"]})
    Expression.objects.all().delete()
    write_all_expressions()
    assert ways("strehim", "sq") == asked_terms("banesë", "sq")


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("expressions", "strehim", "Shkruani të paktën dy shprehje"),
        ("expressions", "strehim\nstrehimet", "Shkruani të paktën dy shprehje"),
        ("expressions", "strehim\ndhe", "“dhe” nuk ka asnjë fjalë"),
        ("expressions", "strehim\nnjë dy tri katër pesë gjashtë shtatë", "e shumta 6 fjalë"),
        ("other_expressions", "the", "“the” nuk ka asnjë fjalë"),
    ],
)
def test_what_connects_nothing_is_said_by_its_field(admin_client, field, text, message):
    form = {"language": "sq", "expressions": "banesë", "other_expressions": "", field: text}
    with override("en"):
        assert message in errors(reverse(f"{SYNONYMS}:add"), admin_client, form, field)
    assert not SynonymSet.objects.exists()


def test_a_set_without_a_language_is_refused_and_not_a_failure(admin_client):
    form = {"language": "", "expressions": "a\nb", "other_expressions": ""}
    assert errors(reverse(f"{SYNONYMS}:add"), admin_client, form, "language")
    assert not SynonymSet.objects.exists()


def test_a_set_that_is_cleaned_in_code_says_what_is_wrong():
    with pytest.raises(ValidationError) as raised:
        SynonymSet(language="en", expressions="the\nshelter").full_clean()
    assert set(raised.value.error_dict) == {"expressions"}
