"""Office Open XML packages for tests, as real programs lay them out."""

import posixpath
import zipfile
from io import BytesIO
from typing import NamedTuple

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = OFFICE + "wordprocessingml."
SHEET = OFFICE + "spreadsheetml."
SLIDES = OFFICE + "presentationml."
MAIN = {
    "docx": ("word/document.xml", WORD + "document.main+xml"),
    "xlsx": ("xl/workbook.xml", SHEET + "sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", SLIDES + "presentation.main+xml"),
}


class Part(NamedTuple):
    """A part: its name, its type, its bytes, and what it is to the part `of`."""

    name: str
    type: str
    data: bytes | str
    kind: str = ""
    of: str = ""
    id: str = ""


def package(*parts: Part, outside: tuple[tuple[str, str, str], ...] = ()) -> bytes:
    """Return the package; `outside` are (part, kind, address) of what it refers to elsewhere."""
    links: dict[str, list[str]] = {}
    for number, part in enumerate(parts, start=1):
        if part.kind:
            target = f'Target="/{part.name}" Id="{part.id or f"rId{number}"}"'
            links.setdefault(part.of, []).append(_link(part.kind, target))
    for number, (of, kind, address) in enumerate(outside, start=1):
        target = f'Target="{address}" TargetMode="External" Id="out{number}"'
        links.setdefault(of, []).append(_link(kind, target))
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.type}"/>' for part in parts
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    }
    for of, found in links.items():
        folder, name = posixpath.split(of)
        members[posixpath.join(folder, "_rels", f"{name}.rels")] = (
            f'<Relationships xmlns="{LINKS}">{"".join(found)}</Relationships>'
        )
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name, text)
        for part in parts:
            file.writestr(part.name, part.data)
    return output.getvalue()


def _link(kind: str, target: str) -> str:
    return f'<Relationship Type="{KINDS}/{kind}" {target}/>'


def simple(extension: str, data: bytes | str = "<x/>", name: str = "") -> bytes:
    """Return a package with a main part alone, under another name if asked."""
    usual, kind = MAIN[extension]
    return package(Part(name or usual, kind, data, "officeDocument"))
