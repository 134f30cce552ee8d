"""Everything public is in search, and nothing else is."""

import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, get_page_models

from home.models import HomePage, StandardPage
from portal.media.models import DocumentText
from portal.media.states import Processing
from portal.pages import PublicPage
from search.content import Searchable
from search.models import Entry, Expression, Passage, Word
from search.spelling import corrections
from search.suggestions import suggest
from tests.factories import StandardPageFactory
from tests.knowledgebase.factories import GlossaryTermFactory, ResourcePageFactory, add_file
from tests.media.factories import DocumentFactory
from tests.portal.reading import read, words

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
PLANTED = "zbuluarësia"
MISTYPED = "zbuluarsia"


def test_every_public_page_type_has_joined():
    """A new type joins by `search.content.Searchable` before its base; quizzes keep their words."""
    missing = [
        model.__name__
        for model in get_page_models()
        if issubclass(model, PublicPage) and not issubclass(model, Searchable)
    ]
    assert missing == ["QuizPage"]


def test_every_page_type_has_a_kind_of_results_with_a_label():
    for model in get_page_models():
        if issubclass(model, Searchable):
            assert model.search_kind
            assert str(model.search_kind_label)


def planted(**fields) -> StandardPage:
    text = [("text", f"<p>Këtu është {PLANTED} e fshehur.</p>")]
    return StandardPageFactory(title=f"Faqja {PLANTED}", body=text, **fields)


def traces(language: str = "sq") -> list[str]:
    """Return where visitors meet the planted word, or the search for it meets something."""
    folder = {"sq": "/sq/kerko/", "en": "/en/search/"}[language]
    page = read(f"{folder}?q={PLANTED}")
    found = []
    if page.select(".search-results > li"):
        found.append("results")
    if page.select(f"a[href*='{PLANTED[:6]}']:not([hreflang]):not([rel])"):
        found.append("links")
    if suggest(PLANTED[:5], language):
        found.append("suggestions")
    if corrections(MISTYPED, language):
        found.append("corrections")
    if PLANTED in words(read(f"{folder}?q={MISTYPED}").select_one("main")):
        found.append("spelling")
    return found


def rows() -> int:
    """Return how many rows of the index hold the planted word."""
    return sum(
        [
            Entry.objects.filter(body_terms__contains="zbuluar").count(),
            Entry.objects.filter(attached_terms__contains="zbuluar").count(),
            Passage.objects.filter(text__contains=PLANTED).count(),
            Word.objects.filter(word=PLANTED).count(),
        ]
    )


def test_a_published_page_leaves_all_traces(home, publish):
    publish(planted)
    assert {"results", "suggestions", "corrections", "spelling"} <= set(traces())
    assert rows()


def unpublish(page: StandardPage) -> None:
    page.unpublish()


def delete(page: StandardPage) -> None:
    page.delete()


def restrict(page: Page) -> None:
    kind = PageViewRestriction.PASSWORD
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="fshehtësi")


def restrict_above(page: StandardPage) -> None:
    restrict(HomePage.objects.get(locale__language_code="sq"))


def move_below_a_restricted_page(page: StandardPage) -> None:
    closed = StandardPageFactory(title="E mbyllur")
    restrict(closed)
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=closed.pk), pos="last-child")


def expire(page: StandardPage) -> None:
    page.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    page.save()
    call_command("publish_scheduled")


def publish_without_the_word(page: StandardPage) -> None:
    page.title = "Faqja"
    page.body = [("text", "<p>Asgjë.</p>")]
    page.save_revision().publish()


@pytest.mark.parametrize(
    "hide",
    [
        unpublish,
        delete,
        restrict,
        restrict_above,
        move_below_a_restricted_page,
        expire,
        publish_without_the_word,
    ],
)
def test_a_page_that_was_public_leaves_no_trace(home, publish, hide):
    page = publish(planted)
    publish(hide, StandardPage.objects.get(pk=page.pk))
    assert traces() == []
    assert traces("en") == []
    assert rows() == 0


def test_a_draft_leaves_no_trace(home, publish):
    def write() -> None:
        page = StandardPageFactory()
        page.title = PLANTED
        page.body = [("text", f"<p>{PLANTED}</p>")]
        page.save_revision()
        draft = StandardPage(title=PLANTED, slug="x", live=False, locale=home.locale)
        HomePage.objects.get(pk=home.pk).add_child(instance=draft)

    publish(write)
    assert traces() == []
    assert rows() == 0


def test_an_internal_note_leaves_no_trace(home, publish):
    publish(StandardPageFactory, internal_note=f"Telefononi {PLANTED}.")
    assert traces() == []
    assert rows() == 0


@pytest.mark.parametrize("state", [Processing.WAITING, Processing.DAMAGED])
def test_a_file_that_visitors_cannot_download_leaves_no_trace(home, publish, state):
    resource = publish(ResourcePageFactory, title="Manuali")
    document = DocumentFactory(processing=state)
    publish(add_file, resource, document)
    publish(DocumentText.objects.create, document=document, text=PLANTED)
    assert traces() == []
    assert rows() == 0


def test_a_glossary_term_that_is_no_longer_published_leaves_no_trace(home, publish):
    term = publish(GlossaryTermFactory, name=PLANTED, abbreviation="ZBL", definition=PLANTED)
    assert "results" in traces()
    publish(term.unpublish)
    assert traces() == []
    assert rows() == 0
    assert not Expression.objects.filter(terms__contains="zbl").exists()


def test_a_page_in_the_other_language_alone_is_found_and_marked(home, publish):
    publish(planted)
    result = read(f"/en/search/?q={PLANTED}").select_one(".search-results > li")
    assert result.select_one("[lang=sq]")


def test_a_filter_counts_no_page_that_is_not_public(home, publish):
    page = publish(planted)
    counted = Entry.objects.filter(labels__contains="kind:page").count()
    publish(unpublish, StandardPage.objects.get(pk=page.pk))
    # One for the visitors of each language.
    assert Entry.objects.filter(labels__contains="kind:page").count() == counted - 2


def test_a_visitor_who_may_see_a_private_page_does_not_find_it_either(home, publish, admin_client):
    page = publish(planted)
    publish(restrict, page)
    answer = admin_client.get(f"/sq/kerko/?q={PLANTED}")
    assert b"search-results" not in answer.content
    assert Client().get(page.get_url()).status_code == 200
