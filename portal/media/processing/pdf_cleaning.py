"""Takes traces of people out of PDF files, object by object, and looks again at what is left."""

import io
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import LimitReachedError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from portal.media.metadata import strip_whole
from portal.media.processing.markup import names
from portal.media.processing.pdf_start import HEAD, START
from portal.media.processing.pictures import clean_jpeg_2000
from portal.media.processing.problems import (
    DAMAGED,
    ENCRYPTED,
    TOO_BIG,
    UNCLEAN,
    UnusableDocumentError,
)
from portal.media.processing.traces import is_path, refuse_metadata

# XMP and older metadata, what programs keep for themselves, files within the file, thumbnails,
# signatures, scripts, who made a layer or a page, forms of another standard.
PRIVATE_KEYS = names(
    "/Metadata /PieceInfo /CreatorInfo /EmbeddedFiles /AF /EF /Thumb /Perms /DSS /SpiderInfo "
    "/JavaScript /JS /AA /XFA /UserProperties"
)
# Who and when, wherever it is said in words; as names these may be anything.
PEOPLE_KEYS = names(
    "/Author /Creator /Producer /Company /Manager /LastModified /ModDate /CreationDate "
    "/SourceModified"
)
MARKUP_KEYS = ("/T", "/M", "/NM")  # of a remark: who wrote it, when, and its number
SIGNATURES = ("/Sig", "/DocTimeStamp")
# Annotations and actions that carry, start or send files.
CARRIERS = ("/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D")
ACTIONS = ("/Launch", "/JavaScript", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE", "/Rendition")
DCT, JPX = ("/DCTDecode", "/DCT"), ("/JPXDecode",)
# What no other filter undoes: their streams are pixels, fax or a picture by itself.
FINAL = (*DCT, *JPX, "/CCITTFaxDecode", "/JBIG2Decode")


def clean(source: Path, folder: Path) -> None:
    """Write the document without traces, and read it again."""
    reader = open_pdf(source.read_bytes())
    _refuse_containers(reader)
    writer = PdfWriter(clone_from=reader)
    title = _harmless_title(reader)
    writer.metadata = None
    if title:
        writer.add_metadata({"/Title": title})
    for value in list(writer._objects):
        _clean_object(value)
    writer.compress_identical_objects(remove_duplicates=False)
    writer.write(folder / "clean")
    _look_again((folder / "clean").read_bytes())


def open_pdf(data: bytes) -> PdfReader:
    """Return the document that begins in the first HEAD bytes; raises UnusableDocumentError."""
    start = data[:HEAD].find(START)
    if start < 0:
        raise UnusableDocumentError(DAMAGED)
    reader = PdfReader(io.BytesIO(data[start:]))
    if reader.is_encrypted:
        raise UnusableDocumentError(ENCRYPTED)
    return reader


def _refuse_containers(reader: PdfReader) -> None:
    """Refuse what is a bag of files or a form of another standard: nothing would be left of it."""
    root = reader.root_object
    form: Any = root.get("/AcroForm", DictionaryObject()).get_object()
    is_other_form = root.get("/NeedsRendering") or ("/XFA" in form and not form.get("/Fields"))
    if "/Collection" in root or is_other_form:
        raise UnusableDocumentError(UNCLEAN)


def _harmless_title(reader: PdfReader) -> str:
    """Return the title, which screen readers announce, unless it is a path with a user's name."""
    title = str(reader.metadata.title or "") if reader.metadata else ""
    return "" if "/" in title or "\\" in title else title


def _clean_object(value: Any) -> None:
    """Clean an object and those inside it; what it refers to is an object of the file itself."""
    if isinstance(value, ArrayObject):
        for item in [item for item in value if _carries_files(item)]:
            value.remove(item)
        for item in value:
            _clean_object(item)
    if isinstance(value, DictionaryObject):
        _clean_dictionary(value)
        for item in list(value.values()):
            _clean_object(item)


def _carries_files(item: Any) -> bool:
    target = item.get_object() if isinstance(item, IndirectObject) else item
    if not isinstance(target, DictionaryObject) or target.get("/Subtype") not in CARRIERS:
        return False
    if target["/Subtype"] != "/FileAttachment":
        raise UnusableDocumentError(UNCLEAN)
    return True


def _clean_dictionary(value: DictionaryObject) -> None:
    if value.get("/Type") in SIGNATURES:
        value.clear()
        return
    actions = [key for key, item in value.items() if _is_forbidden_action(item)]
    for key in {*_private_keys(value), *_remark_keys(value), *actions}:
        del value[key]
    if isinstance(value, StreamObject):
        _clean_stream(value)


def _private_keys(value: DictionaryObject) -> list[str]:
    words = (TextStringObject, ByteStringObject)
    return [
        key
        for key in (PRIVATE_KEYS | PEOPLE_KEYS) & value.keys()
        if key in PRIVATE_KEYS or isinstance(value[key], words)
    ]


def _remark_keys(value: DictionaryObject) -> list[str]:
    """Return the keys by which a remark says who wrote it, and anything leads to a machine."""
    is_remark = "/Rect" in value and value.get("/Subtype") != "/Widget"
    paths = [key for key in ("/F", "/UF", "/URI") if isinstance(value.get(key), str)]
    return [
        *(key for key in MARKUP_KEYS if is_remark and key in value),
        *(key for key in paths if is_path(str(value[key]))),
    ]


def _is_forbidden_action(item: Any) -> bool:
    target = item.get_object() if isinstance(item, IndirectObject) else item
    return isinstance(target, DictionaryObject) and target.get("/S") in ACTIONS


def _clean_stream(stream: StreamObject) -> None:
    """Clean the photograph that a stream is, whatever other filters lie around it."""
    filters = _filters(stream)
    if not filters or filters[-1] not in (*DCT, *JPX):
        return
    data = _without_outer_filters(stream, filters)
    data = strip_whole(data, "JPEG") if filters[-1] in DCT else clean_jpeg_2000(data)
    parameters = stream.get("/DecodeParms")
    if isinstance(parameters, ArrayObject):
        stream[NameObject("/DecodeParms")] = parameters[-1]
    stream[NameObject("/Filter")] = NameObject(filters[-1])
    stream._data = data


def _filters(stream: StreamObject) -> list[str]:
    found: Any = stream.get("/Filter")
    found = found.get_object() if found is not None else []
    return [str(name.get_object()) for name in (found if isinstance(found, list) else [found])]


def _without_outer_filters(stream: StreamObject, filters: list[str]) -> bytes:
    """Return what the last filter, a picture's, works on."""
    if len(filters) == 1:
        return bytes(stream._data)
    outer = EncodedStreamObject()
    outer._data = stream._data
    outer[NameObject("/Filter")] = ArrayObject(NameObject(name) for name in filters[:-1])
    parameters = stream.get("/DecodeParms")
    if isinstance(parameters, ArrayObject):
        outer[NameObject("/DecodeParms")] = ArrayObject(parameters[:-1])
    return bytes(outer.get_data())


def _look_again(data: bytes) -> None:
    """Raise UnusableDocumentError where the written file has a trace."""
    reader = PdfReader(io.BytesIO(data))
    if set(reader.metadata or ()) - {"/Title"}:
        raise UnusableDocumentError(UNCLEAN)
    size: Any = reader.trailer["/Size"]
    for number in range(1, size):
        _look_at(reader.get_object(number))


def _look_at(value: Any) -> None:
    if isinstance(value, ArrayObject):
        for item in value:
            _look_at(item)
    if isinstance(value, DictionaryObject):
        if _private_keys(value):
            raise UnusableDocumentError(UNCLEAN)
        for item in value.values():
            _look_at(item)
    if isinstance(value, StreamObject):
        try:
            refuse_metadata(_decoded(value))
        except LimitReachedError as error:
            raise UnusableDocumentError(TOO_BIG) from error


def _decoded(stream: StreamObject) -> bytes:
    """Return a stream's bytes as far as filters other than a picture's hide them."""
    filters = _filters(stream)
    if filters and filters[-1] in FINAL:
        return _without_outer_filters(stream, filters)
    return bytes(stream.get_data())
