"""Two stores: what each gives to whom, and what happens when a store fails."""

import logging
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from botocore.config import Config
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from portal.media import buckets as bucket_module
from portal.media.buckets import Bucket, PrivateBucket
from portal.media.document_processing import process
from portal.media.forms import NOT_STORED
from portal.media.leftovers import Leftover
from portal.media.models import Document, Image, Rendition
from portal.media.pictures import picture
from portal.media.states import Processing
from portal.media.storages import private_storage, public_storage
from portal.media.stores import Folder, PrivateFolder, StoreError
from portal.personal.markers import FOLDER, marked_keys
from portal.publishing.models import TakeDown
from tests.factories import ProjectPageFactory
from tests.media import document_samples as documents
from tests.media import samples
from tests.media.factories import DocumentFactory, ImageFactory
from tests.stores import buckets, fetched, s3_settings, use_buckets

pytestmark = pytest.mark.django_db

WRONG_SECRET = "not-the-secret-of-anybody"


@pytest.fixture
def in_buckets(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with buckets(settings, monkeypatch):
        yield


@pytest.fixture
def silent_server() -> Iterator[str]:
    """The address of a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture(params=["down", "silent", "wrong secret", "no bucket"])
def failing(request, settings: Settings, monkeypatch: pytest.MonkeyPatch, silent_server) -> str:
    """Stores that fail, each in its way; a function of the time that they may take."""
    quick = Config(connect_timeout=0.5, read_timeout=0.5, retries={"total_max_attempts": 1})
    monkeypatch.setattr(bucket_module, "CLIENT", bucket_module.CLIENT.merge(quick))
    gone = {"STORAGE_BUCKET_PUBLIC": "no-public", "STORAGE_BUCKET_PRIVATE": "no-private"}
    changed = {
        "down": {"STORAGE_ENDPOINT_URL": "http://127.0.0.1:9"},
        "silent": {"STORAGE_ENDPOINT_URL": silent_server},
        "wrong secret": {"STORAGE_SECRET_KEY": WRONG_SECRET},
        "no bucket": {},
    }[request.param]
    use_buckets(settings, monkeypatch, s3_settings() | gone | changed)
    return request.param


def test_everybody_may_fetch_what_is_public_for_an_hour(in_buckets) -> None:
    rendition = ImageFactory.create().get_rendition("width-20|format-avif")
    answer = fetched(rendition.url)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "image/avif"
    age = re.search(r"max-age=(\d+)", answer.headers["Cache-Control"])
    assert age
    assert 0 < int(age[1]) <= 3600


def test_nobody_may_fetch_or_list_what_is_private(in_buckets) -> None:
    original = ImageFactory.create().file
    store = private_storage()
    assert original.url.startswith("/no-address/")
    for bucket, name in (
        (store.bucket_name, original.name),
        (store.bucket_name, ""),
        (public_storage().bucket_name, ""),
    ):
        assert fetched(f"{store.endpoint_url}/{bucket}/{name}").status == 403


def test_a_take_down_takes_the_file_from_the_public_store(in_buckets, publish, admin) -> None:
    document = publish(DocumentFactory.create, file=ContentFile(documents.pdf(), "x.pdf"))
    document = Document.objects.get(pk=document.pk)
    address = public_storage().url(document.public_file.name)
    assert fetched(address).status == 200
    document.taken_down = TakeDown.objects.create(title="x", reason="x")
    publish(document.save, update_fields=["taken_down"])
    assert fetched(address).status in (403, 404)
    document = Document.objects.get(pk=document.pk)
    assert private_storage().exists(document.public_file.name)
    assert Client().get(document.url).status_code == 410
    document.taken_down = None
    publish(document.save, update_fields=["taken_down"])
    document = Document.objects.get(pk=document.pk)
    assert public_storage().exists(document.public_file.name)
    assert b"".join(Client().get(document.url)).startswith(b"%PDF")


def test_no_task_is_given_the_secret(in_buckets) -> None:
    assert public_storage().deconstruct()[1:] == ((), {})


def stored_image() -> Image:
    """A picture of the time when the store was well, with one rendition."""
    name = "original_images/x/x.jpg"
    image = Image(title="Kopsht", file=name, width=600, height=400, file_size=9, review="accepted")
    Image.objects.bulk_create([image])
    made = Rendition(image=image, filter_spec="width-480|format-webp", width=480, height=320)
    made.file.name = "images/x/x.webp"
    Rendition.objects.bulk_create([made])
    return Image.objects.get()


@pytest.mark.quiet
def test_a_page_does_not_ask_the_store(failing, home, caplog) -> None:
    page = ProjectPageFactory(parent=home, slug="projekt", cover=stored_image())
    public_storage().rests_until = private_storage().rests_until = 0
    caplog.clear()  # publishing asks them, and goes on without renditions
    begun = time.monotonic()
    html = Client().get(page.url).content.decode()
    assert time.monotonic() - begun < 2
    assert f"{public_storage().url('images/x/x.webp')} 480w" in html
    assert "store" not in caplog.text


@pytest.mark.quiet
def test_what_is_fetched_from_a_failing_store_answers_503(failing, caplog) -> None:
    image = stored_image()
    document = Document(title="x", file="documents/x/x.pdf", public_file="documents/y/x.pdf")
    document.processing = Processing.READY
    Document.objects.bulk_create([document])
    begun = time.monotonic()
    for address in (Document.objects.get().url, picture(image, "wide").src):
        response = Client().get(address, headers={"accept-language": "en"})
        assert response.status_code == 503
        assert response["Retry-After"] == "60"
        assert "no-store" in response["Cache-Control"]
    assert "This file cannot be fetched at the moment" in response.content.decode()
    assert time.monotonic() - begun < 6
    assert re.search(r"The (public|private) store \(bucket no-", caplog.text)
    assert WRONG_SECRET not in caplog.text
    assert s3_settings()["STORAGE_SECRET_KEY"] not in caplog.text


@pytest.mark.parametrize(
    "upload",
    [
        ("wagtaildocs:add", "x.pdf", samples.pdf()),
        ("wagtailimages:add", "x.png", samples.encoded("PNG", (30, 30))),
    ],
)
def test_an_upload_is_refused_with_what_was_typed(failing, admin, caplog, upload) -> None:
    address, name, data = upload
    fields = {"title": "Titull i gjatë", "collection": 1, "file": SimpleUploadedFile(name, data)}
    response = admin.post(reverse(address), fields)
    assert response.status_code == 200
    form = response.context["form"]
    assert form.errors["file"] == [str(NOT_STORED)]
    assert form["title"].value() == "Titull i gjatë"
    assert not Document.objects.exists()
    assert not Image.objects.exists()
    assert "The private store (bucket no-private at http" in caplog.text
    assert WRONG_SECRET not in caplog.text


def test_an_upload_among_others_is_refused(failing, admin: Client) -> None:
    fields = {"title": "x", "collection": 1, "files[]": SimpleUploadedFile("x.pdf", samples.pdf())}
    answer = admin.post(reverse("wagtaildocs:add_multiple"), fields).json()
    assert answer["success"] is False
    assert answer["error_message"]


def test_lists_of_pictures_show_while_the_store_fails(failing, admin: Client) -> None:
    stored_image()
    assert admin.get(reverse("wagtailimages:index")).status_code == 200


def test_a_document_is_not_called_damaged_for_its_store(failing) -> None:
    document = Document(title="x", file="documents/x/x.pdf")
    Document.objects.bulk_create([document])
    with pytest.raises(OSError, match="store failed"):
        process(Document.objects.get().pk)
    assert Document.objects.get().processing == Processing.WAITING


def test_a_failing_store_is_left_alone_for_a_moment(failing, caplog) -> None:
    for _ in range(3):
        with pytest.raises(OSError, match="store failed"):
            private_storage().open("x")
    assert caplog.text.count("The private store") == 1


def test_what_a_store_could_not_delete_is_deleted_later(
    settings, monkeypatch, publish, caplog
) -> None:
    caplog.set_level(logging.WARNING)
    with buckets(settings, monkeypatch):
        well = {
            name: getattr(settings, name)
            for name in s3_settings() | {"STORAGE_BUCKET_PUBLIC": "", "STORAGE_BUCKET_PRIVATE": ""}
        }
        image = ImageFactory.create()
        name, address = image.file.name, image.get_rendition("width-20").url
        use_buckets(settings, monkeypatch, well | {"STORAGE_SECRET_KEY": WRONG_SECRET})
        publish(Image.objects.get().delete)
        assert {row.store for row in Leftover.objects.all()} == {"public", "private"}
        with pytest.raises(CommandError, match="2 files"):
            call_command("delete_leftovers")
        use_buckets(settings, monkeypatch, well)
        assert fetched(address).status == 200
        call_command("delete_leftovers")
        assert fetched(address).status in (403, 404)
        assert not private_storage().exists(name)
        assert not Leftover.objects.exists()


@pytest.mark.usefixtures("store")
def test_nothing_half_is_stored() -> None:
    class Broken(ContentFile):
        def chunks(self, *arguments):
            yield b"gjys"
            raise OSError("the disk is full")

        def read(self, *arguments):
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        private_storage()._save("documents/x/x.txt", Broken(b"gjysma"))
    assert not private_storage().exists("documents/x/x.txt")


def test_the_private_folder_is_always_where_the_setting_says(settings, tmp_path):
    store, before = PrivateFolder(), settings.PRIVATE_ROOT
    assert Path(store.path("x")) == before / "x"
    settings.PRIVATE_ROOT = tmp_path
    assert Path(store.path("x")) == tmp_path / "x"
    settings.PRIVATE_ROOT = before
    assert Path(store.path("x")) == before / "x"


@pytest.fixture
def moved_files(
    settings: Settings, monkeypatch, publish, tmp_path
) -> Iterator[list[tuple[Folder, str]]]:
    """Files of both stores in folders, and empty buckets beside them."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.MEDIA_ROOT = tmp_path / "media"
    monkeypatch.setattr("portal.media.management.commands.move_files.STEP", 2)
    image = ImageFactory.create()
    rendition = image.get_rendition("width-20")
    document = publish(DocumentFactory.create, file=ContentFile(documents.pdf(), "x.pdf"))
    document.refresh_from_db()
    files = [image.file, rendition.file, document.file, document.public_file, document.cover.file]
    kept = [(file.storage, file.name) for file in files]
    with buckets(settings, monkeypatch):
        yield kept


def move(capsys, *arguments: str) -> str:
    call_command("move_files", *arguments)
    return capsys.readouterr().out


def test_files_are_moved_there_and_back(moved_files, capsys) -> None:
    before = {name: storage.open(name).read() for storage, name in moved_files}
    assert "5 files are sound, 5 of them would be copied" in move(capsys, "--to=s3", "--dry-run")
    assert not any(bucket_of(storage).exists(name) for storage, name in moved_files)
    said = move(capsys, "--to=s3")
    assert said.splitlines()[:2] == ["2 of 5", "4 of 5"]
    assert "5 of them copied" in said
    assert all(storage.exists(name) for storage, name in moved_files)
    assert "0 of them copied" in move(capsys, "--to=s3", "--delete")
    assert not any(storage.exists(name) for storage, name in moved_files)
    assert "0 of them copied" in move(capsys, "--to=s3", "--delete")
    assert "5 of them copied" in move(capsys, "--to=local")
    assert {name: storage.open(name).read() for storage, name in moved_files} == before


def test_who_was_erased_is_known_in_the_other_store_too(moved_files, capsys) -> None:
    key = uuid4()
    PrivateFolder().put(f"{FOLDER}/{key}", b"")
    move(capsys, "--to=s3", "--delete")
    assert list(marked_keys()) == [key]
    assert not [*marked_keys(PrivateFolder())]


def bucket_of(folder: Folder) -> Bucket:
    return public_storage() if folder.title == "public" else private_storage()


@pytest.mark.parametrize("damage", ["missing", "half-written", "altered"])
def test_a_file_that_is_not_sound_is_named_and_nothing_deleted(moved_files, capsys, damage) -> None:
    storage, name = moved_files[1]
    path = Path(storage.path(name))
    data = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(data[:-9] if damage == "half-written" else data[:-9] + b"x" * 9)
    with pytest.raises(CommandError, match="1 of 5 files are unsound; nothing was deleted"):
        call_command("move_files", "--to=s3", "--delete")
    assert name in capsys.readouterr().err
    assert all(storage.exists(other) for storage, other in moved_files if other != name)
    path.write_bytes(data)
    assert "1 of them copied" in move(capsys, "--to=s3")


def test_a_copy_that_was_altered_is_copied_again(moved_files, capsys) -> None:
    move(capsys, "--to=s3")
    storage, name = moved_files[0]
    bucket_of(storage).put(name, b"half")
    assert "1 of them copied" in move(capsys, "--to=s3")


def test_a_run_that_was_stopped_goes_on(moved_files, capsys, settings, monkeypatch) -> None:
    put, calls = PrivateBucket.put, []

    def stop(self, name: str, data: bytes) -> None:
        calls.append(name)
        if len(calls) == 2:
            raise StoreError("the private store failed: EndpointConnectionError")
        put(self, name, data)

    monkeypatch.setattr(PrivateBucket, "put", stop)
    with pytest.raises(CommandError, match="stopped at 2 of 5"):
        call_command("move_files", "--to=s3", "--delete")
    assert all(storage.exists(name) for storage, name in moved_files)
    copied = int(re.search(r"(\d) of them copied", move(capsys, "--to=s3"))[1])
    assert 0 < copied < 5


def test_moving_needs_an_s3_server(capsys) -> None:
    with pytest.raises(CommandError, match="STORAGE_ variables are missing"):
        call_command("move_files", "--to=s3")
