"""Makes the PDF of a document tree, in a process of its own with bounded time and memory."""

import json
import shutil
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from portal import sandbox
from portal.paper.payload import Payload
from portal.paper.tree import Document
from portal.paper.words import words

HERE = Path(__file__).parent
ORNAMENTS = ("medallion.svg", "edge.svg")
CHILD = "portal.paper.child"
LIMITS = sandbox.Limits(
    memory=512 * 1024**2,  # a hundred pages fill a quarter of it
    output=250_000_000,
    cpu_seconds=120,
    wall_seconds=120,
)


class PaperError(Exception):
    """A document could not be made; the text is one line that says why."""


def make_pdf(document: Document) -> bytes:
    """Return the tagged PDF (PDF/UA-1) of `document`; the same tree gives the same bytes.

    Takes seconds: call it in a background task. Raises PaperError.
    """
    with TemporaryDirectory(prefix="paper-") as name:
        folder = Path(name)
        lay_out(document, folder)
        return set_folder(folder, document.changed_at)


def lay_out(document: Document, folder: Path) -> None:
    """Put everything that the child may read into `folder`; it sees nothing else."""
    try:
        payload = Payload(document)
    except RecursionError:
        raise PaperError("the document's parts are nested too deeply") from None
    data = {**payload.data, "words": words(document.language)}
    (folder / "document.json").write_text(json.dumps(data))
    for name, picture in payload.pictures.items():
        (folder / name).write_bytes(picture)
    furnish(folder)


def furnish(folder: Path) -> None:
    """Put into `folder` what every layout draws with, and the layout of documents."""
    for source in (HERE / "typst").glob("*.typ"):
        shutil.copy(source, folder)
    for ornament in ORNAMENTS:
        shutil.copy(settings.BASE_DIR / "static" / "ornaments" / ornament, folder)


def child_command(document: Document, folder: Path) -> list[str]:
    """Return the command that sets what `lay_out` put into `folder` as `paper.pdf` there."""
    return sandbox.command(CHILD, _arguments(folder, document.changed_at), LIMITS)


def _arguments(folder: Path, changed_at: datetime) -> tuple[str, ...]:
    return str(folder), str(HERE / "fonts"), str(int(changed_at.timestamp()))


def set_folder(folder: Path, changed_at: datetime) -> bytes:
    """Return the PDF/UA-1 of `layout.typ` in `folder`, which bears no date but `changed_at`.

    Raises PaperError.
    """
    ended = sandbox.run(CHILD, *_arguments(folder, changed_at), folder=folder, limits=LIMITS)
    if ended.is_late:
        raise PaperError(f"the document took longer than {LIMITS.wall_seconds} seconds")
    if ended.code < 0:
        raise PaperError("the typesetter was killed, or needed too much memory")
    if ended.code:
        raise PaperError((ended.errors.strip() or "the typesetter gave no reason").splitlines()[-1])
    return (folder / "paper.pdf").read_bytes()
