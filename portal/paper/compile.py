"""Makes the PDF of a document tree, in a process of its own with bounded time and memory."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from portal.paper.payload import Payload
from portal.paper.tree import Document
from portal.paper.words import words

HERE = Path(__file__).parent
ORNAMENTS = ("medallion.svg", "edge.svg")
SECONDS = 120


class PaperError(Exception):
    """A document could not be made; the text is one line that says why."""


def make_pdf(document: Document) -> bytes:
    """Return the tagged PDF (PDF/UA-1) of `document`; the same tree gives the same bytes.

    Takes seconds: call it in a background task. Raises PaperError.
    """
    with TemporaryDirectory(prefix="paper-") as name:
        folder = Path(name)
        lay_out(document, folder)
        _run(child_command(document, folder))
        return (folder / "paper.pdf").read_bytes()


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
    for source in (HERE / "typst").glob("*.typ"):
        shutil.copy(source, folder)
    for ornament in ORNAMENTS:
        shutil.copy(settings.BASE_DIR / "static" / "ornaments" / ornament, folder)


def child_command(document: Document, folder: Path) -> list[str]:
    """Return the command that sets what `lay_out` put into `folder` as `paper.pdf` there."""
    changed_at = int(document.changed_at.timestamp())
    arguments = (HERE / "child.py", folder, HERE / "fonts", changed_at)
    return [sys.executable, "-I", *map(str, arguments)]


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(  # noqa: S603
            command,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PaperError(f"the document took longer than {SECONDS} seconds") from None
    if done.returncode < 0:
        raise PaperError("the typesetter was killed, or needed too much memory")
    if done.returncode:
        raise PaperError((done.stderr.strip() or "the typesetter gave no reason").splitlines()[-1])
