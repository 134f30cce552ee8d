"""Which pages and comparisons have a paper, and for whom."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from knowledgebase.models import ModelPage, Paper, StudyPage
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
    url = comparison("strehim", "punë")
    assert ask(url).status_code == 202
    assert pdf(url).startswith(b"%PDF")


def test_the_order_of_the_models_is_that_of_the_address(models, ask):
    ask(comparison("strehim", "punë"))
    assert ask(comparison("punë", "strehim")).status_code == 202
    subjects = [str(paper).split(":")[1:] for paper in Paper.objects.order_by("pk")]
    assert subjects[1] == subjects[0][::-1]


def test_the_page_that_waits_for_a_comparison_leads_back_to_it(models, ask):
    html = BeautifulSoup(ask(comparison("strehim", "punë")).content, "html.parser")
    back = read(html.select_one("a.more")["href"])
    assert [model.title in back.main.text for model in models] == [True, True]


@pytest.mark.parametrize(
    "slugs", [(), ("strehim",), ("strehim", "nothing"), ("strehim", "strehim"), ("a\x00", "b")]
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
    assert Client().get(comparison("strehim", "punë")).status_code == 404
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
