"""A model's own page: what it shows, and what it leaves out."""

import pytest
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from knowledgebase.integration.duration import duration
from knowledgebase.models import ModelPage
from knowledgebase.models.evidence import Cost, Dimension, Impact, Strength
from portal.furniture.models import Furniture
from portal.translation_records import publish_translation
from tests.factories import FurnitureFactory
from tests.knowledgebase.factories import (
    ModelPageFactory,
    NeedFactory,
    ReferenceFactory,
    in_english,
)
from tests.knowledgebase.test_model_index import INDEX
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db


def full_model(**more) -> ModelPage:
    return ModelPageFactory(
        title="Banesë tranzitore",
        summary="Një banesë e sigurt.",
        needs=[NeedFactory(name="Strehim", slug="housing")],
        aim="<p>Qëllimi.</p>",
        audience="<p>Gra.</p>",
        components=[("part", {"title": "Banesa", "text": "<p>Me çelës.</p>"})],
        delivery="<p>Mënyra.</p>",
        staffing=[
            ("staff", {"role": "Juriste", "posts": "0.50", "tasks": "Këshillon"}),
            ("staff", {"role": "Vullnetare", "posts": None, "tasks": ""}),
        ],
        cost_note="<p>Qiraja.</p>",
        cost=Cost.HIGH,
        impact=Impact.NEGATIVE,
        months_from=6,
        months_to=12,
        legal_basis="<p>Ligji.</p>",
        used_in=[("use", {"place": "Graz", "country": "AT", "years": "2015", "text": ""})],
        partners=[("partner", {"name": "Policia", "part": "Siguria"})],
        steps=[("part", {"title": title, "text": ""}) for title in ("Numëroni", "Filloni")],
        risks=[("risk", {"risk": "Adresa dihet.", "safeguard": "Heshtje."})],
        effect="<p>Ndihmon.</p>",
        effect_strength=Strength.WEAK,
        conditions=[("condition", {"question": "A ka buxhet?", "weight": "essential"})],
        contact="<p>Na shkruani.</p>",
        **more,
    )


def dimension_strength(dimension: Dimension) -> int:
    """Return the strength of what `answered_model` knows in a dimension."""
    return list(Dimension).index(dimension) + 1


def answered_model() -> ModelPage:
    texts = {each.value: f"<p>{each.value}</p>" for each in Dimension}
    strengths = {f"{each.value}_strength": dimension_strength(each) for each in Dimension}
    return ModelPageFactory(**texts, **strengths)


def headings(html) -> list[str]:
    return [words(heading) for heading in html.select("main .section .section__title")]


def test_sections_stand_in_the_order_of_work(english):
    html = read(in_english(full_model()).get_url())
    with override("sq"):
        sections = headings(html)
    assert len(sections) == len(set(sections)) >= 14
    listed = [words(link) for link in html.select(".contents a")]
    assert listed == sections[: len(listed)]


def test_an_empty_model_has_no_empty_sections():
    html = read(ModelPageFactory().get_url())
    assert not html.select(".contents li")
    assert not html.select(".fit, .parts, .pairs, .finding")
    assert not html.select(".glance .rating")
    unrated = words(html.select_one(".glance + .note"))
    for rating in ("Kostoja", "Ndikimi"):
        assert unrated.count(rating) == 1


@pytest.mark.parametrize("kind", ["cost", "strength", "impact"])
def test_ratings_are_marks_with_words(kind):
    rating = read(full_model().get_url()).select_one(f".glance .rating--{kind}")
    assert rating.svg["aria-hidden"] == "true"
    assert len(rating.select(".rating__step")) == 5
    assert len(rating.select(".rating__step--on")) == {"cost": 4, "strength": 2, "impact": 1}[kind]
    assert words(rating.select_one(".rating__words"))


def test_a_negative_impact_is_the_first_place_on_its_scale():
    steps = read(full_model().get_url()).select(".glance .rating--impact .rating__step")
    assert "rating__step--on" in steps[0]["class"]


@pytest.mark.parametrize("are_examples", [True, False])
def test_every_example_rating_is_marked_where_it_stands(are_examples):
    html = read(full_model(ratings_are_examples=are_examples).get_url())
    ratings = html.select("main .rating")
    assert len(ratings) == 4
    assert all(bool(rating.select(".badge")) is are_examples for rating in ratings)


def test_the_five_questions_stand_in_their_order_with_text_and_strength():
    findings = read(answered_model().get_url()).select(".finding")
    assert len(findings) == len(Dimension)
    for finding, dimension in zip(findings, Dimension, strict=True):
        with override("sq"):
            assert words(finding.select_one("h3")).startswith(str(dimension.label))
        assert words(finding.select_one(".prose"))
        assert len(finding.select(".rating__step--on")) == dimension_strength(dimension)


def test_questions_without_an_answer_are_named_once():
    html = read(full_model().get_url())
    assert len(html.select(".finding")) == 1
    open_questions = words(html.select_one(".findings + p"))
    for dimension in list(Dimension)[1:]:
        with override("sq"):
            assert open_questions.count(dimension.question) == 1


def test_posts_are_shown_only_where_somebody_gave_them():
    table = read(full_model().get_url()).select_one("#staffing").find_parent("table")
    assert len(table.select("thead th")) == 3
    assert words(table.select("tbody tr")[0].select("td")[1]) == "0,5"
    without = ModelPageFactory(staffing=[("staff", {"role": "Juriste", "tasks": ""})])
    table = read(without.get_url()).select_one("#staffing").find_parent("table")
    assert len(table.select("thead th")) == 2


@pytest.mark.parametrize(("language", "country"), [("sq", "Austri"), ("en", "Austria")])
def test_countries_are_named_in_the_language_of_the_content(language, country, english, publish):
    page = ModelPageFactory(
        title="Modeli",
        slug="modeli",
        used_in=[("use", {"place": "Graz", "country": "AT", "years": "", "text": ""})],
    )
    publish(
        publish_translation,
        page,
        english,
        [("Modeli", "The model"), ("modeli", "the-model"), ("Graz", "Graz")],
    )
    url = {"sq": f"{INDEX['sq']}modeli/", "en": f"{INDEX['en']}the-model/"}[language]
    assert words(read(url).select_one(".part .note")) == country


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ((None, None), ""),
        ((6, 12), "6 to 12 months"),
        ((6, 6), "6 months"),
        ((1, 1), "1 month"),
        ((None, 1), "up to 1 month"),
        ((6, None), "6 months or longer"),
        ((0, 3), "0 to 3 months"),
    ],
)
def test_durations_are_said_in_words(months, text):
    with override("en"):
        assert duration(*months) == text


def test_without_a_contact_of_its_own_the_organisation_is_named():
    Furniture.objects.all().delete()
    FurnitureFactory(
        contact_email="info@example.org", address="Rruga e Durrësit\nTiranë", live=True
    )
    address = read(ModelPageFactory().get_url()).select_one("main address")
    assert address.a["href"] == "mailto:info@example.org"
    assert "Durrësit" in address.text
    assert not read(full_model().get_url()).select("main address")


def test_references_of_all_sections_stand_once_at_the_end():
    ReferenceFactory(key="hoxha-2020")
    page = ModelPageFactory(
        aim="<p>Një [@hoxha-2020].</p>",
        effect="<p>Dy [@hoxha-2020]^[Shënim.].</p>",
        steps=[("part", {"title": "Hap", "text": "<p>Tri [@hoxha-2020].</p>"})],
    )
    html = read(page.get_url())
    assert len(html.select("[role=doc-bibliography] li")) == 1
    assert len(html.select("[role=doc-endnotes] li")) == 1
    ids = [tag["id"] for tag in html.select("[id]")]
    assert len(ids) == len(set(ids))


def test_a_model_leads_to_its_comparison():
    page = ModelPageFactory(slug="modeli")
    links = [link["href"] for link in read(page.get_url()).select("main .page__aside a")]
    assert f"{INDEX['sq']}?compare=modeli" in links


def test_a_page_has_neither_inline_styles_nor_scripts():
    html = read(full_model().get_url())
    assert not html.select("[style], script:not([src]):not([type='application/ld+json'])")
    assert len(html.select("h1")) == 1


def test_a_restricted_model_cannot_be_read():
    page = ModelPageFactory()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert page.get_url() not in str(read(INDEX["sq"]))


def test_an_untranslated_model_shows_the_original_with_its_language():
    html = read(in_english(full_model()).get_url())
    assert html.select_one("main div[lang=sq] h1").text == "Banesë tranzitore"
