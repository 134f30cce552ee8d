"""What the knowledge base's pages may cost, whatever the number of rows."""

import pytest

from knowledgebase.models import ChapterPage, KnowledgeBasePage, StudyPage
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    GlossaryTermFactory,
    ModelPageFactory,
    ReferenceFactory,
    StudyPageFactory,
    add_link,
)
from tests.media.factories import DocumentFactory, ImageFactory
from tests.test_budgets import ALLOWED, bare_queries, queries

pytestmark = pytest.mark.django_db


def text(number: int) -> str:
    """Return a text that cites works, explains terms and links to pages, `number` of each."""
    works = "".join(f"[@{work.key}]" for work in ReferenceFactory.create_batch(number))
    terms = " ".join(term.name for term in GlossaryTermFactory.create_batch(number))
    page = KnowledgeBasePage.objects.first()
    links = f'<a linktype="page" id="{page.pk}">x</a>' * number
    return f"<p>{works} {terms} {links} ^[Një shënim.]</p>"


def body(number: int) -> list[tuple]:
    table = {"caption": "Ligje", "headers": ["a"], "rows": [["b"]] * number}
    figures = [("figure", {"image": ImageFactory(), "caption": "x"}) for _ in range(number)]
    return [
        *[("heading", "Pse")] * number,
        ("text", text(number)),
        ("callout", {"kind": "info", "title": "x", "text": text(number)}),
        ("table", table),
        *figures,
        ("documents", {"title": "Skedarë", "documents": DocumentFactory.create_batch(number)}),
    ]


def full_study(number: int) -> StudyPage:
    """Make a study whose texts fill every part of its pages, with `number` of each."""
    study = StudyPageFactory(
        cover=ImageFactory(), in_short=text(number), method=text(number), body=body(number)[1:]
    )
    for _ in range(number):
        chapter = ChapterPageFactory(parent=study, body=body(number))
        add_link(ModelPageFactory(), chapter)
    return study


def test_a_study_keeps_to_the_budget():
    few = queries(full_study(1).get_url())
    many = queries(full_study(5).get_url())
    bare = bare_queries(KnowledgeBasePage.objects.get(locale__language_code="sq"))
    assert many == few
    assert many - bare <= ALLOWED


def test_a_chapter_keeps_to_the_budget():
    studies = [full_study(number) for number in (1, 5)]
    urls = [ChapterPage.objects.child_of(study).last().get_url() for study in studies]
    few, many = map(queries, urls)
    bare = bare_queries(StudyPage.objects.get(pk=studies[1].pk))
    assert many == few
    assert many - bare <= ALLOWED


def test_the_front_page_keeps_to_the_budget(home):
    url = KnowledgeBasePage.objects.get(locale=home.locale).get_url()
    full_study(1)
    few = queries(url)
    for _ in range(4):
        full_study(1)
    many = queries(url)
    assert many == few
    assert many - bare_queries(home) <= ALLOWED
