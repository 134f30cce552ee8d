"""The glossary: each language's own alphabet, names in the other language, one query for terms."""

from functools import partial

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import gettext, override

from knowledgebase.models import GlossaryPage, GlossaryTerm
from portal.terms.models import FormerCode
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import GlossaryTermFactory
from tests.portal.reading import read, structured_data, words
from tests.test_budgets import ALLOWED, bare_queries, queries

pytestmark = pytest.mark.django_db

URL = {"sq": "/sq/baza-e-njohurive/fjalorth/", "en": "/en/knowledge-base/glossary/"}
LETTERS = {
    "sq": "A B C Ç D Dh E Ë F G Gj H I J K L Ll M N Nj O P Q R Rr S Sh T Th U V X Xh Y Z Zh",
    "en": "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
}


@pytest.fixture
def case_plan(english) -> GlossaryTerm:
    """Return a term in both languages."""
    term = GlossaryTermFactory(
        name="Plan individual",
        slug="case-plan",
        abbreviation="PI",
        synonyms="plan rasti\n\n plan ndihme ",
        definition="Hapat e një personi.",
        source="Ligji nr. 22/2018",
    )
    pairs = [
        ("Plan individual", "Case plan"),
        ("PI", "CP"),
        ("plan rasti\n\n plan ndihme ", "care plan"),
        ("Hapat e një personi.", "The steps of one person."),
        ("Ligji nr. 22/2018", "Law 22/2018"),
    ]
    publish_translation(term, english, pairs)
    return term


def names(language: str) -> list[str]:
    return [words(name) for name in read(URL[language]).select(".glossary__name")]


@pytest.mark.dialect
def test_albanian_terms_stand_in_the_order_of_the_albanian_alphabet():
    right = ["Debat", "Dzuara", "Dhunë", "Emër", "Ëndërr", "Zyrë", "Zhvillim"]
    for name in sorted(right):
        GlossaryTermFactory(name=name)
    assert names("sq") == right
    html = read(URL["sq"])
    headings = [heading.text for heading in html.select(".glossary__letter")]
    assert headings == ["D", "Dh", "E", "Ë", "Z", "Zh"]


@pytest.mark.dialect
def test_english_terms_stand_in_the_order_of_the_english_alphabet(english):
    right = ["Debt", "Dhow", "Dzong", "Éclair", "Equity", "Zhoosh", "Zone"]
    for name in reversed(right):
        GlossaryTermFactory(name=name, locale=english)
    assert names("en") == right
    html = read(URL["en"])
    assert [heading.text for heading in html.select(".glossary__letter")] == ["D", "E", "Z"]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_letter_is_named_and_only_those_with_terms_are_links(language, case_plan):
    html = read(URL[language])
    assert [words(item) for item in html.select(".alphabet li")] == LETTERS[language].split()
    (link,) = html.select(".alphabet a")
    assert html.select_one(link["href"]).text == link.text == names(language)[0][0]


@pytest.mark.dialect
def test_a_term_that_begins_with_no_letter_stands_after_the_alphabet():
    GlossaryTermFactory(name="24/7")
    GlossaryTermFactory(name="Ëmbël")
    html = read(URL["sq"])
    links = html.select(".alphabet a")
    assert [link.text for link in links] == ["Ë", "#"]
    assert all(html.find(id=link["href"][1:]) for link in links)


def test_a_term_has_a_place_to_lead_to(case_plan):
    for language, url in URL.items():
        article = read(url).find(id="term-case-plan")
        assert words(article.find(id=article["aria-labelledby"])) == names(language)[0]


@pytest.fixture
def rename(admin_client, publish):
    """A function that gives a term another code in its form, as a draft or published."""

    def change(term: GlossaryTerm, code: str, **button: str) -> None:
        url = reverse("wagtailsnippets_knowledgebase_glossaryterm:edit", args=[term.pk])
        form = {"name": term.name, "slug": code, "definition": term.definition}
        assert publish(admin_client.post, url, form | button).status_code == 302

    return change


@pytest.fixture
def publish_as(rename):
    """A function that gives a term another code and publishes it."""
    return partial(rename, **{"action-publish": "1"})


def leads_to(language: str, code: str) -> str | None:
    """Return the name of the term that a link with a code leads to, where it leads anywhere."""
    places = read(URL[language]).select(f'[id="term-{code}"]')
    assert len(places) < 2
    return places[0].find_parent("article").h3.text if places and places[0].name == "span" else None


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_link_with_a_code_that_a_term_had_leads_to_it(case_plan, publish_as, language):
    for code in ("plan", "plan-individual"):
        publish_as(case_plan, code)
    (name,) = names(language)
    assert [leads_to(language, code) for code in ("case-plan", "plan")] == [name, name]
    assert read(URL[language]).find(id="term-plan-individual").name == "article"
    publish_as(case_plan, "plan")
    assert [leads_to(language, code) for code in ("plan", "plan-individual")] == [None, name]


def test_a_code_that_another_term_took_leads_to_that_one(case_plan, publish_as):
    publish_as(case_plan, "plan")
    GlossaryTermFactory(name="Tjetër", slug="case-plan")
    (place,) = read(URL["sq"]).select("#term-case-plan")
    assert words(place.h3) == "Tjetër"


def test_a_draft_changes_no_links(case_plan, rename):
    rename(case_plan, "plan")
    assert read(URL["sq"]).find(id="term-case-plan").name == "article"
    assert not FormerCode.objects.exists()


@pytest.mark.parametrize(
    ("language", "name", "facts"),
    [
        (
            "sq",
            "Plan individual (PI)",
            ["plan rasti, plan ndihme", "Case plan (CP)", "Ligji nr. 22/2018"],
        ),
        ("en", "Case plan (CP)", ["care plan", "Plan individual (PI)", "Law 22/2018"]),
    ],
)
def test_a_term_is_explained_in_its_language(case_plan, language, name, facts):
    (article,) = read(URL[language]).select(".glossary__entry")
    assert words(article.h3) == name
    assert [words(fact) for fact in article.select("dd")] == facts


@pytest.mark.parametrize(("language", "other"), [("sq", "en"), ("en", "sq")])
def test_the_name_in_the_other_language_is_marked_as_such(case_plan, language, other):
    article = read(URL[language]).find(id="term-case-plan")
    assert {tag["lang"] for tag in article.select("[lang]")} == {other}
    assert len(article.select(f"dd[lang={other}]")) == 1


@pytest.mark.dialect
def test_a_term_whose_translation_is_a_draft_is_on_no_english_page(case_plan, english):
    case_plan.get_translation(english).unpublish()
    assert not read(URL["en"]).select(".glossary__entry")
    article = read(URL["sq"]).find(id="term-case-plan")
    assert not article.select("[lang=en]")


def test_an_albanian_draft_is_shown_nowhere():
    GlossaryTermFactory(live=False)
    assert not read(URL["sq"]).select(".glossary__entry")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_glossary_without_terms_says_so(home, language):
    html = read(URL[language])
    with override(language):
        assert words(html.select_one(".empty h2")) == gettext(
            "There are no terms in this language yet"
        )
    assert not html.select(".alphabet")


@pytest.mark.parametrize(
    ("language", "name", "also"),
    [
        ("sq", "Plan individual", ["PI", "plan rasti", "plan ndihme"]),
        ("en", "Case plan", ["CP", "care plan"]),
    ],
)
def test_machines_read_a_set_of_terms(case_plan, language, name, also):
    data = structured_data(read(URL[language]))["DefinedTermSet"]
    (term,) = data["hasDefinedTerm"]
    assert data["inLanguage"] == term["inLanguage"] == language
    assert (term["name"], term["alternateName"]) == (name, also)
    assert term["@id"] == f"http://testserver/id/{case_plan.translation_key}/"
    glossary = GlossaryPage.objects.get(locale__language_code=language)
    assert data["@id"] == f"http://testserver/id/{glossary.translation_key}/"


def test_hostile_words_stay_words():
    GlossaryTermFactory(name="</script><b>x", definition="<img src=x onerror=alert(1)>")
    html = read(URL["sq"])
    assert words(html.select_one(".glossary__name")) == "</script><b>x"
    assert not html.select(".glossary img, .glossary b")
    (term,) = structured_data(html)["DefinedTermSet"]["hasDefinedTerm"]
    assert term["name"] == "</script><b>x"


@pytest.mark.dialect
def test_all_terms_are_read_with_one_query(english):
    for _ in range(9):
        GlossaryTermFactory()
        GlossaryTermFactory(locale=english)
    with CaptureQueriesContext(connection) as captured:
        Client().get(URL["sq"])
    asked = [each["sql"] for each in captured if "knowledgebase_glossaryterm" in each["sql"]]
    assert len(asked) == 1


def test_the_glossary_keeps_to_the_budget(home):
    GlossaryTermFactory()
    few = queries(URL["sq"])
    for number, term in enumerate(GlossaryTermFactory.create_batch(15)):
        FormerCode.objects.create(
            content_type=ContentType.objects.get_for_model(term),
            code=f"before-{number}",
            translation_key=term.translation_key,
        )
    assert queries(URL["sq"]) == few
    assert few - bare_queries(home) <= ALLOWED


@pytest.mark.dialect
def test_a_code_that_another_term_has_is_refused_by_its_field(admin_client):
    slug = GlossaryTermFactory().slug
    address = reverse("wagtailsnippets_knowledgebase_glossaryterm:add")
    form = {"name": "Tjetër", "slug": slug, "definition": "Përkufizim"}
    for button in ({}, {"action-publish": "1"}):
        assert "slug" in admin_client.post(address, form | button).context["form"].errors
