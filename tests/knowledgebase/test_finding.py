"""The knowledge base is found by what its texts and files say."""

import pytest

from knowledgebase.models import ResourcePage
from portal.media.models import DocumentText
from portal.media.states import Processing
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    ModelPageFactory,
    ResourcePageFactory,
    StudyPageFactory,
    add_file,
)
from tests.media.factories import DocumentFactory
from tests.portal.reading import read

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    return [link.text for link in read(f"/sq/kerko/?q={query}").select(".search-results a")]


def test_a_chapter_is_found_by_its_text(home, publish):
    method = "<p>Bisedat u bënë me njëzetekatër.</p>"
    study = publish(StudyPageFactory, title="Studimi", method=method)
    body = [("text", "<p>Strehëza.</p>")]
    publish(ChapterPageFactory, parent=study, title="Kapitulli", body=body)
    assert found("strehëza") == ["Kapitulli"]
    assert found("njëzetekatër") == ["Studimi"]


def test_a_model_is_found_by_what_is_known_of_it(home, publish):
    publish(ModelPageFactory, title="Modeli", mechanism="<p>Përgjegjësia ka emërtim.</p>")
    assert found("emërtim") == ["Modeli"]


def test_a_resource_is_found_by_its_file_as_soon_as_that_was_read(home, publish):
    resource = publish(ResourcePageFactory, title="Manuali")
    document = DocumentFactory(processing=Processing.READY)
    publish(add_file, resource, document)
    assert found("fshehurazi") == []
    text = "Hapi i parë\fFshehurazi, pa zhurmë"
    publish(DocumentText.objects.create, document=document, text=text)
    assert found("fshehurazi") == ["Manuali"]


def test_an_unpublished_resource_is_not_found_by_its_file(home, publish):
    resource = publish(ResourcePageFactory, title="Manuali")
    document = DocumentFactory(processing=Processing.READY)
    publish(add_file, resource, document)
    publish(ResourcePage.objects.get(pk=resource.pk).unpublish)
    publish(DocumentText.objects.create, document=document, text="Fshehurazi")
    assert found("fshehurazi") == []
