"""A document reaches the public when its background task has cleaned it, and not before."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django_tasks_db.models import DBTaskResult

from portal.accounts.roles import Role
from portal.media import document_processing
from portal.media.document_processing import process
from portal.media.models import Document, Image
from portal.media.states import CLEANED, Processing
from tests.media import document_samples as documents
from tests.media import samples
from tests.media.factories import DocumentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

WITHHELD = [Processing.ENCRYPTED, Processing.DAMAGED, Processing.TOO_BIG]


@pytest.fixture
def upload(admin: Client, publish) -> Callable[..., Document]:
    """A function that uploads a document as an editor does, and lets its task run."""

    def run(name: str, data: bytes) -> Document:
        fields = {"title": "Udhëzues", "file": SimpleUploadedFile(name, data), "collection": 1}
        assert publish(admin.post, reverse("wagtaildocs:add"), fields).status_code == 302
        return Document.objects.get()

    return run


def test_an_upload_is_processed_in_the_background(upload) -> None:
    document = upload("x.pdf", documents.pdf(2))
    assert document.processing == Processing.READY
    assert document.page_count == 2
    with document.public_file.open() as file:
        assert samples.SECRET not in documents.unpacked(file.read())


def test_an_upload_among_others_is_processed(admin: Client, publish) -> None:
    fields = {"title": "x", "collection": 1}
    fields["files[]"] = SimpleUploadedFile("x.pdf", documents.pdf())
    publish(admin.post, reverse("wagtaildocs:add_multiple"), fields)
    assert Document.objects.get().processing == Processing.READY


def test_the_real_worker_takes_it_from_the_real_queue(queue: None, upload) -> None:
    document = upload("x.pdf", documents.pdf())
    assert document.processing == Processing.WAITING
    assert DBTaskResult.objects.get().args_kwargs["args"] == [document.pk]
    call_command("worker", "--once")
    document.refresh_from_db()
    assert document.processing == Processing.READY
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_hostile_upload_leaves_the_site_up(upload, admin: Client) -> None:
    document = upload("x.pdf", documents.looping_pdf())
    assert document.processing == Processing.DAMAGED
    response = admin.get(reverse("wagtaildocs:edit", args=[document.pk]))
    assert escape(document.advice) in response.content.decode()


@pytest.mark.parametrize("fields", [None, ["file"]])
def test_code_that_replaces_a_file_cannot_make_it_public(fields: list[str] | None) -> None:
    document = DocumentFactory.create(processing=Processing.READY)
    document.file = ContentFile(documents.pdf(), "x.pdf")
    document.save(update_fields=fields)
    document.refresh_from_db()
    assert document.processing == Processing.WAITING


def test_a_new_title_is_no_new_file(upload, admin: Client, publish) -> None:
    document = upload("x.pdf", documents.pdf())
    fields = {"title": "Titull i ri", "collection": 1}
    publish(admin.post, reverse("wagtaildocs:edit", args=[document.pk]), fields)
    document.refresh_from_db()
    assert document.title == "Titull i ri"
    assert document.processing == Processing.READY


def test_a_replacement_is_processed_anew(upload, admin: Client, publish) -> None:
    document = upload("x.pdf", documents.pdf(2))
    old_cover = document.cover
    fields = {"title": "x", "collection": 1}
    fields["file"] = SimpleUploadedFile("x.docx", documents.docx())
    publish(admin.post, reverse("wagtaildocs:edit", args=[document.pk]), fields)
    document = Document.objects.get()
    assert document.processing == Processing.READY
    assert document.page_count is None
    assert documents.SENTENCE in document.extracted.text
    assert document.cover is None
    assert not Image.objects.filter(pk=old_cover.pk).exists()


def test_what_was_found_in_a_file_that_was_replaced_meanwhile_is_dropped(monkeypatch) -> None:
    document = DocumentFactory.create(file=ContentFile(documents.pdf(), "x.pdf"))

    def replace(*arguments: object) -> Processing:
        Document.objects.update(file="documents/other.pdf")
        return Processing.DAMAGED

    monkeypatch.setattr("portal.media.document_processing.run_step", replace)
    process(document.pk)
    assert Document.objects.get().processing == Processing.WAITING


def test_the_cover_goes_with_its_document(upload, publish) -> None:
    publish(upload("x.pdf", documents.pdf()).delete)
    assert not Image.objects.exists()


def test_a_waiting_document_is_promised(client: Client) -> None:
    document = DocumentFactory.create()
    response = client.get(document.url, headers={"accept-language": "en"})
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert "no-store" in response["Cache-Control"]
    assert "This document is being prepared" in response.content.decode()


def test_the_promise_is_in_the_visitors_language(client: Client) -> None:
    document = DocumentFactory.create()
    response = client.get(document.url, headers={"accept-language": "sq"})
    assert 'lang="sq"' in response.content.decode()


@pytest.mark.parametrize("processing", WITHHELD)
def test_a_document_that_could_not_be_cleaned_is_withheld(client: Client, processing) -> None:
    document = DocumentFactory.create(processing=processing)
    response = client.get(document.url, headers={"accept-language": "en"})
    assert response.status_code == 410
    assert "no-store" in response["Cache-Control"]
    assert "This document cannot be downloaded" in response.content.decode()


@pytest.mark.parametrize("processing", sorted(CLEANED))
def test_a_clean_document_is_public(client: Client, processing) -> None:
    public = ContentFile(samples.pdf(), "x.pdf")
    document = DocumentFactory.create(processing=processing, public_file=public)
    response = client.get(document.url)
    assert response.status_code == 200
    assert b"".join(response).startswith(b"%PDF")
    response.close()


def test_editors_may_fetch_what_visitors_may_not(client_as) -> None:
    document = DocumentFactory.create()
    assert client_as(Role.TRANSLATOR).get(document.url).status_code == 503
    response = client_as(Role.MODERATOR).get(document.url)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    response.close()


def test_a_problem_is_told_where_the_document_is_edited(admin: Client) -> None:
    document = DocumentFactory.create(processing=Processing.NO_TEXT)
    page = admin.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert escape(document.advice) in page


def test_problems_are_listed_for_editors(client_as) -> None:
    DocumentFactory.create(title="Skanim", processing=Processing.NO_TEXT)
    DocumentFactory.create(title="E lexueshme", processing=Processing.READY)
    client = client_as(Role.MODERATOR)
    page = client.get(reverse("document_problems")).content.decode()
    assert "Skanim" in page
    assert "E lexueshme" not in page
    assert reverse("document_problems") in client.get("/admin/").content.decode()
    exported = client.get(reverse("document_problems"), {"export": "csv"})
    assert b"Skanim" in b"".join(exported)


def test_problems_are_not_listed_for_others(client_as) -> None:
    client = client_as(Role.TRANSLATOR)
    assert client.get(reverse("document_problems")).status_code == 302
    assert reverse("document_problems") not in client.get("/admin/").content.decode()


def test_the_command_has_what_was_left_taken_up(capsys, publish) -> None:
    DocumentFactory.create(title="e para", file=ContentFile(documents.pdf(), "x.pdf"))
    DocumentFactory.create(title="e dyta", processing=Processing.DAMAGED)
    ready = ContentFile(documents.pdf(), "x.pdf")
    DocumentFactory.create(title="e treta", processing=Processing.READY, public_file=ready)
    publish(call_command, "process_documents")
    assert capsys.readouterr().out == "2 documents wait for the worker\n"
    outcomes = dict(Document.objects.values_list("title", "processing"))
    assert outcomes == {"e para": "ready", "e dyta": "damaged", "e treta": "ready"}


def test_a_long_name_does_not_wait_for_ever(publish) -> None:
    file = ContentFile(b"tekst", f"{'ë' * 236}.txt")
    document = publish(DocumentFactory.create, file=file)
    document.refresh_from_db()
    assert document.processing == Processing.READY
    assert document.url.endswith(".txt")


def test_a_fault_of_ours_leaves_no_file_and_lets_the_others_go_on(
    queue, publish, monkeypatch
) -> None:
    bad, _good = (
        DocumentFactory.create(title=title, file=ContentFile(b"tekst", "x.txt"))
        for title in ("e para", "e dyta")
    )
    write = document_processing._write

    def fail(document: Document, *arguments: object) -> None:
        if document.pk == bad.pk:
            raise RuntimeError
        write(document, *arguments)

    monkeypatch.setattr(document_processing, "_write", fail)
    storage = bad.public_file.storage
    publish(call_command, "process_documents")
    call_command("worker", "--once")
    outcomes = dict(Document.objects.values_list("title", "processing"))
    assert outcomes == {"e para": "waiting", "e dyta": "ready"}
    assert DBTaskResult.objects.get(status="READY").exception_class_path == "builtins.RuntimeError"
    files = [
        storage.listdir(f"documents/{folder}")[1] for folder in storage.listdir("documents")[0]
    ]
    assert sum(map(len, files)) == 1
