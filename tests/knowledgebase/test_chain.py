"""The chain from models to other pages: entered at the model, shown at both ends."""

import pytest
from wagtail.models import PageViewRestriction

from knowledgebase.models import ModelLink
from tests.factories import ProjectPageFactory, StandardPageFactory
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    ModelPageFactory,
    StudyPageFactory,
    add_link,
    in_english,
)
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db


def linked(html) -> list[str]:
    return [words(link) for link in html.select(".linked a")]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_model_and_its_project_show_each_other(language):
    project, model = ProjectPageFactory(title="Projekti"), ModelPageFactory(title="Modeli")
    add_link(model, project)
    if language == "en":
        project, model = in_english(project), in_english(model)
    assert linked(read(model.get_url())) == ["Projekti"]
    assert linked(read(project.get_url())) == ["Modeli"]
    assert read(project.get_url()).select_one(".linked a")["href"] == model.get_url()


def test_pages_are_grouped_by_their_kind():
    model, study = ModelPageFactory(), StudyPageFactory()
    chapters = [ChapterPageFactory(parent=study, title=f"Kreu {number}") for number in (1, 2)]
    for target in (ProjectPageFactory(title="Projekti"), *chapters):
        add_link(model, target)
    html = read(model.get_url())
    assert linked(html) == ["Kreu 1", "Kreu 2", "Projekti"]
    section = html.select_one(".linked").find_parent("section")
    assert len(section.select("h3")) == 2


def test_a_page_of_another_kind_is_not_shown_without_a_heading():
    model = ModelPageFactory()
    add_link(model, StandardPageFactory())
    assert not read(model.get_url()).select(".linked")


def test_what_not_everybody_may_read_is_not_shown_at_either_end():
    model = ModelPageFactory()
    hidden, closed = ProjectPageFactory(), ProjectPageFactory()
    for project in (hidden, closed):
        add_link(model, project)
    hidden.unpublish()
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert not read(model.get_url()).select(".linked")
    other = ProjectPageFactory()
    add_link(model, other)
    model.unpublish()
    assert not read(other.get_url()).select(".linked")


def test_the_other_end_costs_one_query(django_assert_num_queries):
    project = ProjectPageFactory()
    for _ in range(3):
        add_link(ModelPageFactory(), project)
    with django_assert_num_queries(1):
        rows = ModelLink.objects.pages_linked_to(project.translation_key)
        assert len(rows) == 3


def test_a_page_linked_twice_is_shown_once():
    project, model = ProjectPageFactory(), ModelPageFactory()
    add_link(model, project)
    add_link(model, project)
    assert len(linked(read(model.get_url()))) == 1
    assert len(linked(read(project.get_url()))) == 1
