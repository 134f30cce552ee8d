"""Bytes of documents with text, metadata and malice, made by the libraries that read them."""

import zipfile
import zlib
from io import BytesIO

import typst
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from tests.media import samples
from tests.media.office_samples import KINDS, SLIDES, Part, package
from tests.media.office_samples import SHEET as SHEETS
from tests.media.office_samples import WORD as WORDS

SECRET = samples.SECRET.decode()
SENTENCE = "Këshilla për çdo bashki"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_SPACES = (
    f'xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' if level else '<!ENTITY l0 "ha">'
    for level in range(10)
)


def pdf(pages: int = 1) -> bytes:
    """Return a PDF whose every page says SENTENCE and its number; SECRET wrote it."""
    source = f'#set document(title: "Udhëzues", author: "{SECRET}")\n#set page("a7")\n'
    source += "\n#pagebreak()\n".join(f"{SENTENCE} {number}" for number in range(1, pages + 1))
    return typst.compile(source.encode())


def pdf_full_of_names() -> bytes:
    """Return a PDF that names SECRET in every place where one can."""
    writer = PdfWriter(clone_from=BytesIO(scanned_pdf()))
    writer.add_metadata({"/Author": SECRET, "/Company": SECRET, "/Title": f"C:\\{SECRET}\\x.doc"})
    xmp = StreamObject()
    xmp.set_data(f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    writer.pages[0][NameObject("/Metadata")] = writer._add_object(xmp)
    writer.add_attachment("original.txt", SECRET.encode())
    note = Text(text="Shënim", rect=(10, 10, 30, 30))
    note[NameObject("/T")] = TextStringObject(SECRET)
    writer.add_annotation(0, note)
    for value in writer._objects:
        if isinstance(value, StreamObject) and value.get("/Filter") == "/DCTDecode":
            value._data = samples.jpeg_with_metadata()
    return written(writer)


def scanned_pdf() -> bytes:
    """Return a PDF whose one page is a picture."""
    output = BytesIO()
    samples.picture((300, 400)).save(output, "PDF")
    return output.getvalue()


def encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    writer.encrypt("fjalëkalim", algorithm="RC4-128")
    return written(writer)


def deflated_bomb_pdf() -> bytes:
    """Return a PDF whose page unpacks to 300 MB."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    content = writer.pages[0]["/Contents"]
    content._data = zlib.compress(b" " * 300_000_000, 9)
    content[NameObject("/Filter")] = NameObject("/FlateDecode")
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def raw_pdf(*objects: str) -> bytes:
    """Return a PDF with these objects, numbered from 1; the first is its catalogue."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    table += "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + table.encode() + trailer.encode()


def looping_pdf() -> bytes:
    """Return a PDF whose page tree has itself for a branch."""
    return raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>",
        "<</Type/Pages/Count 1/Parent 2 0 R/Kids[2 0 R]>>",
    )


def nested_pdf() -> bytes:
    """Return a PDF with arrays in arrays, ten thousand deep."""
    return raw_pdf("<</Type/Catalog/Pages 2 0 R/X " + "[" * 10_000 + "]" * 10_000 + ">>", "<<>>")


def docx(document: str = "", *more: Part, main: str = "word/document.xml") -> bytes:
    """Return a DOCX that says SENTENCE, with SECRET in every place where one can be named."""
    deleted = f'<w:del w:author="{SECRET}"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>'
    change = f'<w:ins w:author="{SECRET}" w:id="1"><w:r><w:t>e re</w:t></w:r></w:ins>{deleted}'
    remark = '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    author = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> AUTHOR </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{SECRET}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    picture = '<w:drawing descr="C:\\Users\\{0}\\x.jpg"><a:blip r:embed="image"/></w:drawing>'
    objects = f'{picture.format(SECRET)}<w:object r:id="book"/><w:hyperlink r:id="out2"/>'
    text = (
        f"<w:p><w:r><w:t>{SENTENCE}</w:t><w:tab/></w:r>{change}{remark}{author}</w:p>"
        f'<w:p w:rsidR="{SECRET}">{objects}<?{SECRET} {SECRET}?><!--{SECRET}--></w:p>'
    )
    body = f'<w:document xmlns:w="{WORD}" xmlns:a="{DRAWING}" xmlns:r="{KINDS}">{text}</w:document>'
    settings = (
        f'<w:settings xmlns:w="{WORD}" xmlns:r="{KINDS}"><w:attachedTemplate r:id="out1"/>'
        f'<w:rsids><w:rsid w:val="{SECRET}"/></w:rsids><w:mailMerge>{SECRET}</w:mailMerge>'
        f'<w:docVars><w:docVar w:val="{SECRET}"/></w:docVars></w:settings>'
    )
    comments = f'<w:comments xmlns:w="{WORD}"><w:comment w:author="{SECRET}"/></w:comments>'
    kind = WORDS + "document.main+xml"
    picture_part = Part("word/media/image1.jpeg", "image/jpeg", samples.jpeg_with_metadata())
    return package(
        Part(main, kind, document or body, "officeDocument"),
        Part("word/settings.xml", WORDS + "settings+xml", settings, "settings", main),
        Part("word/comments.xml", WORDS + "comments+xml", comments, "comments", main),
        Part("word/people.xml", WORDS + "people+xml", f"<x>{SECRET}</x>", "people", main),
        Part("customXml/item1.xml", "application/xml", f"<x>{SECRET}</x>", "customXml", main),
        Part("docProps/core.xml", "application/xml", f"<x>{SECRET}</x>", "core-properties"),
        Part("docProps/app.xml", "application/xml", f"<x>{SECRET}</x>", "extended-properties"),
        Part("word/lost.xml", "application/xml", f"<x>{SECRET}</x>"),
        Part("word/embeddings/x.xlsx", SHEETS + "sheet", xlsx(), "package", main, "book"),
        picture_part._replace(kind="image", of=main, id="image"),
        *more,
        outside=(
            ("word/settings.xml", "attachedTemplate", f"file:///C:/Users/{SECRET}/x.dotx"),
            (main, "hyperlink", f"file:///C:/Users/{SECRET}/x.docx"),
        ),
    )


def docx_with(kind: str, content_type: str, data: bytes) -> bytes:
    """Return a DOCX that has another part of that kind."""
    main = "word/document.xml"
    body = f'<w:document xmlns:w="{WORD}" xmlns:r="{KINDS}"><w:x r:id="more"/></w:document>'
    return docx(body, Part("word/more.bin", content_type, data, kind, main, "more"))


def pptx() -> bytes:
    """Return a presentation of ten slides."""
    main = "ppt/presentation.xml"
    links = "".join(f'<p:sldId r:id="s{number}"/>' for number in range(1, 11))
    slide = '<p:sld xmlns:p="p" xmlns:a="{}"><a:p><a:r><a:t>Faqja {}</a:t></a:r></a:p></p:sld>'
    authors = f'<p:cmAuthorLst xmlns:p="p"><p:cmAuthor name="{SECRET}"/></p:cmAuthorLst>'
    slides = (
        Part(
            f"ppt/slides/slide{number}.xml",
            SLIDES + "slide+xml",
            slide.format(DRAWING, number),
            "slide",
            main,
            f"s{number}",
        )
        for number in range(1, 11)
    )
    presentation = f'<p:presentation xmlns:p="p" xmlns:r="{KINDS}">{links}</p:presentation>'
    return package(
        Part(main, SLIDES + "presentation.main+xml", presentation, "officeDocument"),
        Part("ppt/commentAuthors.xml", SLIDES + "x+xml", authors, "commentAuthors", main),
        *slides,
    )


def xlsx() -> bytes:
    """Return a workbook with one shared string, an inline one, and a comment."""
    main, sheet = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
    strings = f"<sst><si><t>{SENTENCE}</t></si></sst>"
    comments = f"<comments><authors><author>{SECRET}</author></authors></comments>"
    workbook = (
        f'<w xmlns:r="{KINDS}"><absPath url="C:\\{SECRET}"/><fileSharing userName="{SECRET}"/>'
        '<sheet r:id="sheet"/></w>'
    )
    cells = (
        f'<worksheet xmlns:r="{KINDS}"><c t="inlineStr"><is><t>brenda</t></is></c>'
        f"<c><f>'C:\\Users\\{SECRET}\\[x.xlsx]A'!A1</f></c>"
        '<pageSetup r:id="printer"/><legacyDrawing r:id="remarks"/></worksheet>'
    )
    return package(
        Part(main, SHEETS + "sheet.main+xml", workbook, "officeDocument"),
        Part("xl/sharedStrings.xml", SHEETS + "x+xml", strings, "sharedStrings", main),
        Part(sheet, SHEETS + "worksheet+xml", cells, "worksheet", main, "sheet"),
        Part("xl/comments1.xml", SHEETS + "comments+xml", comments, "comments", sheet),
        Part("xl/drawing.vml", "x/vmlDrawing", f"<x>{SECRET}</x>", "vmlDrawing", sheet, "remarks"),
        Part("xl/printer.bin", "x/x", SECRET, "printerSettings", sheet, "printer"),
    )


def odt(kind: str = "text", content: str = "") -> bytes:
    """Return an OpenDocument file that says SENTENCE, with a comment and a deleted passage."""
    creator = f"<dc:creator>{SECRET}</dc:creator>"
    content = content or (
        f"<office:document-content {ODF_SPACES}><office:body><office:text>"
        f"<text:tracked-changes>{creator}<text:p>e hequr</text:p></text:tracked-changes>"
        f"<text:h>{SENTENCE}</text:h><text:author-name>{SECRET}</text:author-name><text:p>një<text:s/>dy<office:annotation>{creator}"
        "<text:p>koment</text:p></office:annotation></text:p>"
        "</office:text></office:body></office:document-content>"
    )
    meta = f"<office:document-meta {ODF_SPACES}><office:meta>{creator}</office:meta>"
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(),
            "content.xml": content.encode(),
            "meta.xml": f"{meta}</office:document-meta>".encode(),
            "settings.xml": f"<x>{SECRET}</x>".encode(),
            "Thumbnails/thumbnail.png": samples.png_with_metadata(),
            "Pictures/x.jpg": samples.jpeg_with_metadata(),
        }
    )


def encrypted_odt() -> bytes:
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    return samples.open_document("text", **{"META-INF/manifest.xml": manifest})


def encrypted_docx() -> bytes:
    """Return what begins and reads like Word's old container around an encrypted document."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")


def zip_bomb() -> bytes:
    """Return a DOCX of a few kilobytes that unpacks to 50 MB."""
    return docx(" " * 50_000_000)


def lying_zip() -> bytes:
    """Return a DOCX whose directory calls its 50 MB part 100 bytes."""
    data = zip_bomb()
    return data.replace((50_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))


def billion_laughs() -> str:
    return f'<!DOCTYPE x [{LAUGHS}]><w:document xmlns:w="{WORD}"><w:t>&l9;</w:t></w:document>'


def external_entity(path: str) -> str:
    entity = f'<!DOCTYPE x [<!ENTITY file SYSTEM "file://{path}">]>'
    return f'{entity}<w:document xmlns:w="{WORD}"><w:p><w:t>&file;</w:t></w:p></w:document>'


def archive(members: dict[str, bytes]) -> bytes:
    """Return a compressed ZIP file with these members."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            kept = zipfile.ZIP_STORED if name == "mimetype" else None
            file.writestr(name, data, compress_type=kept)
    return output.getvalue()


def unpacked(data: bytes) -> bytes:
    """Return all that a document holds, unpacked: what a search for a name has to search."""
    if data.startswith(b"%PDF"):
        return data + b"".join(_streams(PdfReader(BytesIO(data))))
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(BytesIO(data)) as file:
        return b"".join(unpacked(file.read(name)) for name in file.namelist())


def _streams(reader: PdfReader) -> list[bytes]:
    values = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    streams = [value for value in values if isinstance(value, StreamObject)]
    return [value._data if "/DCTDecode" in str(value) else value.get_data() for value in streams]


def pdf_with(key: str, data: bytes, **entries: object) -> bytes:
    """Return a scan with a further stream, under that key of its page."""
    writer = PdfWriter(clone_from=BytesIO(scanned_pdf()))
    stream = StreamObject()
    stream._data = data
    stream.update({NameObject(f"/{name}"): value for name, value in entries.items()})
    writer.pages[0][NameObject(key)] = writer._add_object(stream)
    return written(writer)


def pdf_with_wrapped_photograph() -> bytes:
    """Return a PDF whose photograph, with Exif, lies inside another filter."""
    filters = ArrayObject([NameObject("/FlateDecode"), NameObject("/DCTDecode")])
    return pdf_with("/X", zlib.compress(samples.jpeg_with_metadata()), Filter=filters)


def pdf_with_inline_photograph() -> bytes:
    """Return a PDF that has a photograph, with Exif, in the midst of what it draws."""
    drawing = b"q BI /W 60 /H 40 /F /DCT ID " + samples.jpeg_with_metadata() + b" EI Q"
    return pdf_with("/X", drawing)


def pdf_with_film() -> bytes:
    """Return a PDF with a film, which has an author of its own."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    film = DictionaryObject({NameObject("/Subtype"): NameObject("/RichMedia")})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(film)])
    return written(writer)
