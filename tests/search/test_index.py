"""The index follows what editors do, and changes no more than it must."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from home.models import StandardPage
from portal.media.models import Document, DocumentText
from portal.media.states import Processing
from search.index.build import PASSAGE_LETTERS, stretches
from search.index.refresh import Refresh, refresh_keys
from search.index.write import contents, refresh
from search.models import Entry, Expression, Passage, Word
from tests.factories import (
    MunicipalityFactory,
    ProjectPageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.knowledgebase.factories import GlossaryTermFactory, ResourcePageFactory, add_file
from tests.media.factories import DocumentFactory
from tests.search.entries import add

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


def entry(page, audience: str = "sq") -> Entry:
    return Entry.objects.get(key=page.translation_key, audience=audience)


def text(words: str) -> list:
    return [("text", f"<p>{words}</p>")]


def test_a_page_has_an_entry_for_the_visitors_of_each_language(home, publish):
    page = publish(StandardPageFactory, title="Faqja")
    entries = Entry.objects.filter(key=page.translation_key).order_by("audience")
    assert [(each.audience, each.language) for each in entries] == [("en", "sq"), ("sq", "sq")]


def test_nothing_is_written_where_nothing_changed(home, publish):
    page = publish(StandardPageFactory, body=text("Diçka."))
    with CaptureQueriesContext(connection) as queries:
        assert refresh([page.translation_key]) == 0
    assert not [each for each in queries if each["sql"].startswith(("INSERT", "UPDATE"))]


def test_an_entry_keeps_its_id_when_it_changes(home, publish):
    page = publish(StandardPageFactory, body=text("Diçka."))
    before = entry(page).pk
    page.body = text("Tjetër.")
    publish(page.save_revision().publish)
    assert entry(page).pk == before
    assert Passage.objects.get(entry=before, text="Tjetër.")


def test_a_draft_is_not_even_read(home, publish):
    page = publish(StandardPageFactory)
    connection.run_on_commit = []
    page.title = "Drafti"
    page.save_revision()
    assert not [hook for _, hook, *_ in connection.run_on_commit if isinstance(hook, Refresh)]


def test_a_page_is_read_once_however_often_it_is_saved(home):
    page = StandardPage.objects.create(
        title="x", slug="x", path="000100019999", depth=3, url_path="/kreu/x/", locale=home.locale
    )
    refresh_keys([page.translation_key])
    page.save()
    waiting = [hook for _, hook, *_ in connection.run_on_commit if isinstance(hook, Refresh)]
    assert [page.translation_key in hook.keys for hook in waiting].count(True) == 1


def test_a_transaction_that_fails_changes_nothing(home, publish):
    page = publish(StandardPageFactory, title="Faqja")
    with transaction.atomic():
        page.delete()
        transaction.set_rollback(True)
    assert entry(page)


def test_words_are_counted_by_the_entries_that_have_them():
    add("Një", "zbuluarësia zbuluarësia")
    add("Dy", "zbuluarësia")
    assert Word.objects.get(word="zbuluarësia", audience="sq").entries == 2


def test_a_word_that_is_nowhere_any_more_is_forgotten(home, publish):
    page = publish(StandardPageFactory, body=text("zbuluarësia"))
    page.body = text("tjetër")
    publish(page.save_revision().publish)
    assert not Word.objects.filter(word="zbuluarësia").exists()


def test_a_page_is_filtered_by_its_terms_in_each_language(home, publish):
    project = publish(
        ProjectPageFactory,
        municipalities=[MunicipalityFactory(slug="vlora")],
        themes=[ThemeFactory(slug="strehim")],
    )
    for audience in ("sq", "en"):
        labels = entry(project, audience).labels.split()
        assert {"municipality:vlora", "theme:strehim", "kind:project", f"for:{audience}"} <= {
            *labels
        }


def test_files_are_kept_by_page_and_in_their_own_language(home, publish):
    resource = publish(ResourcePageFactory, title="Manuali")
    document = DocumentFactory(title="Guide", processing=Processing.READY)
    publish(add_file, resource, document, language="en")
    publish(DocumentText.objects.create, document=document, text="First\fSecond houses")
    passage = Passage.objects.get(entry=entry(resource), text="Second houses")
    assert (passage.file, passage.page, passage.language) == ("Guide", 2, "en")
    assert "hous_en" in entry(resource).attached_terms
    assert "language:en" in entry(resource).labels.split()


def test_a_file_that_is_withdrawn_is_forgotten(home, publish):
    resource = publish(ResourcePageFactory, title="Manuali")
    document = DocumentFactory(processing=Processing.READY)
    publish(add_file, resource, document)
    publish(DocumentText.objects.create, document=document, text="zbuluarësia")
    assert entry(resource).attached_terms
    publish(document.withdraw)
    assert not entry(resource).attached_terms


def test_a_file_that_is_deleted_is_forgotten(home, publish):
    resource = publish(ResourcePageFactory, title="Manuali")
    document = DocumentFactory(processing=Processing.READY)
    publish(add_file, resource, document)
    publish(DocumentText.objects.create, document=document, text="zbuluarësia")
    publish(Document.objects.get(pk=document.pk).delete)
    assert not entry(resource).attached_terms


def test_a_term_brings_its_names_as_expressions(home, publish):
    term = publish(GlossaryTermFactory, name="dhunë në familje", abbreviation="DHF")
    said = Expression.objects.filter(group=term.translation_key).values_list("terms", "asked")
    assert set(said) == {("dhun ne famil", "dhun famil"), ("dhf", "dhf")}


def test_everything_of_a_page_is_given_at_once(home, publish):
    page = publish(StandardPageFactory, title="Faqja")
    given = {source.audience: content for source, content in contents([page.translation_key])}
    assert given["sq"] == given["en"]


def test_stretches_are_short_and_lose_nothing():
    text = "Një fjali e gjatë me shumë fjalë. " * 40 + "x" * 1000
    cut = list(stretches(text))
    assert " ".join(cut)[: len(text) - 1001] == text[: len(text) - 1001]
    assert max(map(len, cut)) <= 2 * PASSAGE_LETTERS
