"""What is sent to addresses of files."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Collection

from portal.media.models import Document, Image
from tests.doors.addresses import Address
from tests.doors.asking import Asking, Try
from tests.doors.forms import NEW, new_file


class FileBodies(Asking):
    """Requests about files."""

    def file(self, kind: str) -> Any:
        return self.world.image if kind == "images" else self.world.document

    def add_file(self, address: Address, kind: str, **_: str) -> Iterator[Try]:
        model = Image if kind == "images" else Document
        root = Collection.get_first_root_node().pk
        data = {"title": NEW, "collection": root, "file": lambda: new_file(model)}
        if "chooser" in address.name:
            prefix = "image-chooser-upload" if kind == "images" else "document-chooser-upload"
            data = {f"{prefix}-{name}": value for name, value in data.items()}
        if "multiple" in address.name:
            data = {"collection": root, "files[]": lambda: new_file(model)}
        yield Try("", address.path(), data)

    def change_file(self, address: Address, kind: str, action: str) -> Iterator[Try]:
        file = self.file(kind)
        path = address.path(**{address.parameters[0]: file.pk})
        if "delete" in action:
            for method in sorted(address.methods):
                yield Try("", path, method=method)
            return
        data = {
            "title": NEW,
            "tags": "",
            "collection": file.collection_id,
            "file": lambda: new_file(type(file)),
        }
        prefix = "image" if kind == "images" else "doc"
        if "multiple" in action:
            data = {f"{prefix}-{file.pk}-{name}": value for name, value in data.items()}
        yield Try("", path, data)

    def finish_upload(self, address: Address, kind: str, **_: str) -> Iterator[Try]:
        upload = self.world.upload_of[Image if kind == "images" else Document]
        yield Try("", address.path(uploaded_file_id=upload.pk))

    def review_file(self, address: Address) -> Iterator[Try]:
        for kind, file in (("image", self.world.image), ("document", self.world.document)):
            path = address.path(_0=kind, _1=file.pk)
            for answer in ("accept", "refuse"):
                yield Try("", path, {answer: "1", "seen": file.file.name})
