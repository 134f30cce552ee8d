"""Which pages and comparisons have a paper, and for whom."""

from itertools import combinations, permutations
from urllib.parse import quote
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from knowledgebase.models import ModelPage, Paper, StudyPage, paper
from portal.limits.models import Count
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    ModelPageFactory,
    ResourcePageFactory,
    StudyPageFactory,
    in_english,
)
from tests.knowledgebase.papers import address, comparison, pdf
from tests.portal.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("made")]


@pytest.fixture
def study(home) -> StudyPage:
    return StudyPageFactory(title="Studimi", slug="studimi")


@pytest.fixture
def models(home) -> list[ModelPage]:
    return [ModelPageFactory(title=title, slug=title.lower()) for title in ("Strehim", "Punë")]


def test_models_side_by_side_have_a_paper_by_their_address(models, ask):
    url = comparison("punë", "strehim")
    assert ask(url).status_code == 202
    assert pdf(url).startswith(b"%PDF")


@pytest.mark.parametrize("again", ["", "&again=1"])
def test_every_order_of_the_models_leads_to_the_same_paper(models, ask, again):
    models.append(ModelPageFactory(slug="baze"))
    one = comparison("baze", "punë", "strehim")
    for slugs in permutations(["baze", "punë", "strehim"]):
        url = comparison(*slugs)
        answer = ask(url + again)
        assert url == one or answer["Location"] == quote(one, safe="/?&=")
    assert Paper.objects.count() == 1


def test_of_comparisons_only_so_many_are_kept_and_every_page_keeps_its_own(
    study, models, ask, monkeypatch
):
    monkeypatch.setattr(paper, "MOST_COMPARISONS", 2)
    slugs = sorted(["punë", "strehim", *(ModelPageFactory().slug for _ in range(2))])
    ask(address(study))
    for pair in combinations(slugs, 2):
        ask(comparison(*pair))
        Count.objects.all().delete()
    assert Paper.objects.comparisons().count() == 2
    assert Paper.objects.count() == 3
    assert pdf(comparison(*pair))


def test_the_page_that_waits_for_a_comparison_leads_back_to_it(models, ask):
    html = BeautifulSoup(ask(comparison("punë", "strehim")).content, "html.parser")
    back = read(html.select_one("a.more")["href"])
    assert [model.title in back.main.text for model in models] == [True, True]


@pytest.mark.parametrize(
    "slugs", [(), ("strehim",), ("strehim", "nothing"), ("strehim", "strehim")]
)
def test_a_comparison_that_is_none_has_no_paper(models, slugs):
    assert Client().get(comparison(*slugs)).status_code == 404


def test_too_many_models_have_no_paper(models):
    more = [ModelPageFactory().slug for _ in range(3)]
    assert Client().get(comparison("strehim", "punë", *more)).status_code == 404


def test_what_is_not_for_everybody_has_no_paper(study, models):
    chapter = ChapterPageFactory(parent=study)
    models[0].unpublish()
    PageViewRestriction.objects.create(page=study, restriction_type=PageViewRestriction.LOGIN)
    for page in (study, chapter, models[0]):
        assert Client().get(address(page)).status_code == 404
    assert Client().get(comparison("punë", "strehim")).status_code == 404
    assert not Paper.objects.exists()


def test_a_page_of_another_kind_has_no_paper(home):
    for page in (home, ResourcePageFactory()):
        assert Client().get(address(page)).status_code == 404
    assert Client().get(f"/sq/pdf/{uuid4()}/").status_code == 404


def test_a_page_that_is_not_translated_offers_no_paper(study):
    html = read(in_english(study).get_url())
    assert not html.select(".paper-link")
    assert Client().get(address(study, "en")).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_paper_can_only_be_read(study, method):
    assert getattr(Client(), method)(address(study)).status_code == 405
    assert not Paper.objects.exists()
