"""The parts of an Office Open XML package, found as the standard says: by their relationships."""

import posixpath
import zipfile
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from portal.media.processing.archives import member_start
from portal.media.processing.problems import DAMAGED, UnusableDocumentError

TYPES = "[Content_Types].xml"
MAIN = "officeDocument"
MAIN_TYPES = {
    "docx": "wordprocessingml.document.main+xml",
    "xlsx": "spreadsheetml.sheet.main+xml",
    "pptx": "presentationml.presentation.main+xml",
}


class Relationship(NamedTuple):
    """`kind` is the last word of its type; `target` a part's name, or an address outside."""

    id: str
    type: str
    target: str
    is_external: bool

    @property
    def kind(self) -> str:
        """The last word of the type, the same in both editions of the standard."""
        return self.type.rpartition("/")[2]


class Package:
    """Reads content types and relationships of an opened archive.

    `read` returns a member's bytes, and nothing for one that is not there. Markup that cannot be
    read raises UnusableDocumentError.
    """

    def __init__(
        self, archive: zipfile.ZipFile, read: Callable[[zipfile.ZipFile, str], bytes] = member_start
    ) -> None:
        self.archive = archive
        self._read = read
        self._names = {name.lower(): name for name in archive.namelist()}
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        for entry in self._entries(TYPES):
            kind = entry.get("ContentType", "")
            if extension := entry.get("Extension"):
                self._defaults[extension.lower()] = kind
            if part := entry.get("PartName"):
                self._overrides[part.removeprefix("/").lower()] = kind

    def content_type(self, part: str) -> str:
        """Return the type of a part, empty where none is told."""
        extension = posixpath.splitext(part)[1].removeprefix(".").lower()
        return self._overrides.get(part.lower()) or self._defaults.get(extension, "")

    def relationships(self, part: str = "") -> list[Relationship]:
        """Return those of a part, or of the package; a target that is not there has no name."""
        folder, name = posixpath.split(part)
        return [
            self._relationship(folder, entry)
            for entry in self._entries(posixpath.join(folder, "_rels", f"{name}.rels"))
        ]

    def related(self, part: str, *kinds: str) -> list[str]:
        """Return the parts that a part has relationships of these kinds to."""
        found = self.relationships(part)
        return [each.target for each in found if each.kind in kinds and each.target]

    @property
    def main(self) -> str:
        """The name of the main part, whatever it is; empty where there is none."""
        return next(iter(self.related("", MAIN)), "")

    def is_a(self, extension: str) -> bool:
        """Whether the main part is what files with this extension have."""
        return bool(self.main) and self.content_type(self.main).endswith(MAIN_TYPES[extension])

    def _relationship(self, folder: str, entry: Element) -> Relationship:
        is_external = entry.get("TargetMode") == "External"
        target = entry.get("Target", "")
        if not is_external:
            path = posixpath.normpath(posixpath.join("/", folder, unquote(target)))
            target = self._names.get(path.removeprefix("/").lower(), "")
        return Relationship(entry.get("Id", ""), entry.get("Type", ""), target, is_external)

    def _entries(self, name: str) -> list[Element]:
        data = self._read(self.archive, self._names.get(name.lower(), name))
        if not data:
            return []
        try:
            return list(fromstring(data, forbid_dtd=True))
        except Exception as error:  # no markup, a document type, entities
            raise UnusableDocumentError(DAMAGED) from error
