"""No file goes out with a trace of people at any depth, and none is carried over in part."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from portal import sandbox
from portal.media.document_processing import BROKEN_WORD, LIMITS, UNWRITABLE, run_step
from portal.media.metadata import strip_whole
from portal.media.processing.office import CHANGES
from portal.media.processing.pictures import clean_picture
from portal.media.processing.problems import UnusableDocumentError
from portal.media.states import Processing
from tests.media import document_samples as documents
from tests.media import samples

OLE = "application/vnd.openxmlformats-officedocument.oleObject"
SECRET = samples.SECRET


def gif() -> bytes:
    data = samples.encoded("GIF")
    comment = b"\x21\xfe" + bytes([len(SECRET)]) + SECRET + b"\0"
    return data[:-1] + comment + b"\x3b"


def tiff() -> bytes:
    return samples.encoded("TIFF", description=SECRET.decode())


def emf() -> bytes:
    """Return a metafile with nothing but a description of who drew it with what, and a remark."""
    name = SECRET.decode().encode("utf-16-le")
    header = bytearray(100 + len(name))
    header[0:8] = (1).to_bytes(4, "little") + len(header).to_bytes(4, "little")
    header[40:44] = b" EMF"
    header[60:68] = (len(name) // 2).to_bytes(4, "little") + (100).to_bytes(4, "little")
    header[100:] = name
    remark = (
        (70).to_bytes(4, "little") + (12 + 20).to_bytes(4, "little") + bytes(4) + SECRET + b"\0\0"
    )
    end = (14).to_bytes(4, "little") + (20).to_bytes(4, "little") + bytes(12)
    return bytes(header) + remark + end


def jpeg_2000() -> bytes:
    data = samples.encoded("JPEG2000")
    return data + (len(SECRET) + 8).to_bytes(4) + b"xml " + SECRET


PICTURES = {
    "jpeg": samples.jpeg_with_metadata,
    "png": samples.png_with_metadata,
    "webp": samples.webp_with_metadata,
    "gif": gif,
    "tiff": tiff,
    "emf": emf,
    "jpeg 2000": jpeg_2000,
}
REFUSED = {
    "old object": ("x.docx", lambda: documents.docx_with("oleObject", OLE, b"\xd0\xcf" + SECRET)),
    "film in docx": ("x.docx", lambda: documents.docx_with("video", "video/mp4", SECRET)),
    "unknown part": ("x.docx", lambda: documents.docx_with("news", "x/y", SECRET)),
    "unknown picture": ("x.docx", lambda: documents.docx_with("image", "image/heic", SECRET)),
    "film in pdf": ("x.pdf", documents.pdf_with_film),
    "photograph in a drawing": ("x.pdf", documents.pdf_with_inline_photograph),
    "XMP under another name": (
        "x.pdf",
        lambda: documents.pdf_with("/X", b"<?xpacket begin='' ?>" + SECRET),
    ),
}


def clean(folder: Path, name: str, data: bytes) -> Processing | None:
    source = folder / name
    source.write_bytes(data)
    return run_step("clean", source, folder)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_in_a_document_is_cleaned(kind: str) -> None:
    data = PICTURES[kind]()
    cleaned = clean_picture(data)
    assert SECRET in data or SECRET.decode().encode("utf-16-le") in data
    assert SECRET not in cleaned
    assert SECRET.decode().encode("utf-16-le") not in cleaned
    assert clean_picture(cleaned) == cleaned
    if kind != "emf":
        Image.open(BytesIO(cleaned)).load()


@pytest.mark.parametrize(("name", "make"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_cleaned_is_refused_whole(tmp_path: Path, name: str, make) -> None:
    assert clean(tmp_path, name, make()) == Processing.UNCLEAN


def test_a_photograph_within_another_filter_is_cleaned(tmp_path: Path) -> None:
    data = documents.pdf_with_wrapped_photograph()
    assert clean(tmp_path, "x.pdf", data) is None
    assert SECRET not in documents.unpacked((tmp_path / "clean").read_bytes())


def test_a_pdf_with_bytes_before_it_begins_where_it_begins(tmp_path: Path) -> None:
    assert clean(tmp_path, "x.pdf", b"HTTP/1.1 200\r\n\r\n" + documents.pdf()) is None
    assert (tmp_path / "clean").read_bytes().startswith(b"%PDF-")


def test_a_cleaned_package_names_all_its_parts(tmp_path: Path) -> None:
    assert clean(tmp_path, "x.docx", documents.docx(main="word/document2.xml")) is None
    with zipfile.ZipFile(tmp_path / "clean") as package:
        names = set(package.namelist())
        types = package.read("[Content_Types].xml").decode()
        body = package.read("word/document2.xml").decode()
    assert names == {
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document2.xml",
        "word/_rels/document2.xml.rels",
        "word/settings.xml",
        "word/media/image1.jpeg",
        "word/embeddings/x.xlsx",
    }
    assert all(
        f'PartName="/{name}"' in types for name in names if "rels" not in name and "[" not in name
    )
    assert not [name for name in CHANGES if f"w:{name} " in body]
    assert "w:hyperlink" in body


def test_a_damaged_photograph_is_not_cut_in_silence() -> None:
    data = bytearray(samples.encoded("JPEG", (300, 300), quality=95))
    middle = data.index(b"\xff\xda") + 200
    data[middle : middle + 4] = b"\xff\xe4\x7f\xff"
    with pytest.raises(ValueError, match="damaged"):
        strip_whole(bytes(data), "JPEG")
    with pytest.raises(UnusableDocumentError):
        clean_picture(bytes(data))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("dhu-\nna në familje", "dhuna në familje"),
        ("bash\u00ad\r\n  kia", "bashkia"),
        ("2024-\n2026", "2024-\n2026"),
        ("Vlorë-\nTiranë", "Vlorë-\nTiranë"),
    ],
)
def test_a_word_that_a_line_breaks_is_one(text: str, joined: str) -> None:
    assert BROKEN_WORD.sub("", text) == joined


def test_letters_that_no_feed_can_hold_are_dropped() -> None:
    assert UNWRITABLE.sub("", "a\ufffeb\0c\x1fd\të\n") == "abcd\të\n"


def test_the_sandbox_has_an_empty_environment(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "fshehtë")
    monkeypatch.setattr(sandbox, "LAUNCHER", tmp_path / "show.py")
    (tmp_path / "show.py").write_text("import os; print(sorted(os.environ))")
    ended = sandbox.run("x", folder=tmp_path, limits=LIMITS)
    assert ended.code == 0
    assert "fshehtë" not in ended.output
    assert set(eval(ended.output)) <= {"LC_CTYPE"}
