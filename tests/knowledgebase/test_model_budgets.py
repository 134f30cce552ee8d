"""What the pages of models may cost, whatever the number of rows."""

import pytest

from knowledgebase.models import KnowledgeBasePage, ModelIndexPage, ModelPage
from knowledgebase.models.evidence import Strength
from tests.factories import ProjectPageFactory
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    GlossaryTermFactory,
    ModelPageFactory,
    NeedFactory,
    ReferenceFactory,
    StudyPageFactory,
    add_link,
)
from tests.knowledgebase.test_model_index import INDEX
from tests.test_budgets import bare_queries, queries

pytestmark = pytest.mark.django_db
OF_A_LIST = 10
OF_A_MODEL = 8


def text(number: int) -> str:
    """Return a text that cites works, explains terms and links to pages, `number` of each."""
    works = "".join(f"[@{work.key}]" for work in ReferenceFactory.create_batch(number))
    terms = " ".join(term.name for term in GlossaryTermFactory.create_batch(number))
    page = KnowledgeBasePage.objects.first()
    links = f'<a linktype="page" id="{page.pk}">x</a>' * number
    return f"<p>{works} {terms} {links} ^[Një shënim.]</p>"


def full_model(number: int, **more) -> ModelPage:
    """Make a model that fills every part of its page, with `number` of each."""
    part = ("part", {"title": "Pjesë", "text": text(number)})
    return ModelPageFactory(
        needs=NeedFactory.create_batch(number),
        aim=text(number),
        effect=text(number),
        effect_strength=Strength.WEAK,
        components=[part] * number,
        steps=[part] * number,
        used_in=[("use", {"place": "Vlorë", "text": text(number)})] * number,
        staffing=[("staff", {"role": "Juriste"})] * number,
        risks=[("risk", {"risk": "R", "safeguard": "S"})] * number,
        conditions=[("condition", {"question": "A?"})] * number,
        **more,
    )


def index() -> ModelIndexPage:
    return ModelIndexPage.objects.get(locale__language_code="sq")


def linked_model(number: int) -> ModelPage:
    model, study = full_model(number), StudyPageFactory()
    for _ in range(number):
        add_link(model, ChapterPageFactory(parent=study))
        add_link(model, ProjectPageFactory())
    return model


def test_a_full_model_keeps_to_the_budget():
    few = queries(linked_model(1).get_url())
    many = queries(linked_model(5).get_url())
    assert many == few
    assert many - bare_queries(index()) <= OF_A_MODEL


def test_the_list_costs_the_same_at_one_model_and_at_thirty():
    asked = ["", "?need=need&cost=unrated&sort=strength", "?view=table", "?view=map"]
    need = NeedFactory(slug="need")
    ModelPageFactory(needs=[need])
    few = {query: queries(INDEX["sq"] + query) for query in asked}
    for _ in range(29):
        ModelPageFactory(needs=[need, NeedFactory()])
    many = {query: queries(INDEX["sq"] + query) for query in asked}
    assert many == few
    assert max(many.values()) - bare_queries(index().get_parent()) <= OF_A_LIST


def test_a_comparison_costs_the_same_for_two_models_and_for_four():
    slugs = [full_model(number).slug for number in (1, 1, 5, 5)]
    addresses = [
        INDEX["sq"] + "?" + "&".join(f"compare={slug}" for slug in slugs[:count])
        for count in (2, 4)
    ]
    few, many = map(queries, addresses)
    assert many == few
    assert many - bare_queries(index().get_parent()) <= OF_A_LIST


def test_lists_parse_no_running_text(monkeypatch):
    full_model(1)

    def refuse(*args, **kwargs):
        raise AssertionError("a list read a text that it does not show")

    for name in ("components", "conditions", "used_in"):
        monkeypatch.setattr(ModelPage._meta.get_field(name), "to_python", refuse)
    for view in ("cards", "table", "map"):
        assert queries(f"{INDEX['sq']}?view={view}")


def test_the_other_end_in_a_project_costs_one_query_at_most():
    project = ProjectPageFactory()
    none = queries(project.get_url())
    for _ in range(3):
        add_link(ModelPageFactory(), project)
    assert queries(project.get_url()) == none
