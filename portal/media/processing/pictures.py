"""Pictures inside documents: cleaned by what they are, refused where we cannot clean them."""

from collections.abc import Callable
from functools import partial
from io import BytesIO

from PIL import Image

from portal.media.metadata import strip_whole
from portal.media.processing.problems import DAMAGED, UNCLEAN, UnusableDocumentError

GIF_START = (b"GIF87a", b"GIF89a")
GIF_LOOP = b"NETSCAPE2.0"
EMF_MARK = b" EMF"
EMF_COMMENT, EMF_END = 70, 14
EMF_PLUS = b"EMF+"
WMF_START = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00")
WMF_ESCAPE, WMF_COMMENT = 0x0626, 15
JP2_KEPT = frozenset((b"jP  ", b"ftyp", b"jp2h", b"jp2c", b"rreq"))
JP2_START = b"\x00\x00\x00\x0cjP  "
JPX_CODESTREAM, JPX_COMMENT, JPX_TILE = b"\xff\x4f\xff\x51", 0xFF64, 0xFF90


def clean_picture(data: bytes) -> bytes:
    """Return the picture without metadata, its pixels untouched.

    Raises UnusableDocumentError for one that we cannot clean, or that is damaged.
    """
    try:
        return _cleaned(data)
    except UnusableDocumentError:
        raise
    except Exception as error:  # hostile bytes make the parsers raise almost anything
        raise UnusableDocumentError(DAMAGED) from error


def _cleaned(data: bytes) -> bytes:
    if data[40:44] == EMF_MARK:
        return _clean_emf(data)
    for starts, clean in CLEANERS:
        if data.startswith(starts):
            return clean(data)
    raise UnusableDocumentError(UNCLEAN)


def _encoded_again(data: bytes) -> bytes:
    """Return a BMP or TIFF with nothing but its pixels."""
    with Image.open(BytesIO(data), formats=["BMP", "TIFF"]) as image:
        if getattr(image, "n_frames", 1) > 1:
            raise UnusableDocumentError(UNCLEAN)
        bare = Image.frombytes(image.mode, image.size, image.tobytes())
        if palette := image.getpalette():
            bare.putpalette(palette)
        output = BytesIO()
        bare.save(output, image.format)
    return output.getvalue()


def _clean_gif(data: bytes) -> bytes:
    """Return the GIF without comments, texts and what programs keep in it, but how it loops."""
    position = 13 + _gif_colours(data[10])
    kept = [data[:position]]
    while data[position] != 0x3B:
        end = _gif_block_end(data, position)
        is_extra = data[position : position + 2] in (b"\x21\xfe", b"\x21\xff", b"\x21\x01")
        if not is_extra or data[position + 3 : position + 14] == GIF_LOOP:
            kept.append(data[position:end])
        position = end
    return b"".join(kept) + b"\x3b"


def _gif_block_end(data: bytes, start: int) -> int:
    match data[start]:
        case 0x21:
            position = start + 2
        case 0x2C:
            position = start + 11 + _gif_colours(data[start + 9])
        case _:
            raise UnusableDocumentError(DAMAGED)
    while data[position]:
        position += data[position] + 1
    return position + 1


def _gif_colours(flags: int) -> int:
    return 3 * 2 ** (flags % 8 + 1) if flags & 0x80 else 0


def _clean_emf(data: bytes) -> bytes:
    """Return the metafile without the description in its header and without comments."""
    header_size, description = int.from_bytes(data[4:8], "little"), data[60:68]
    length, start = (int.from_bytes(part, "little") for part in (description[:4], description[4:]))
    header = bytearray(data[:header_size])
    header[60:68] = bytes(8)
    if start:
        header[start : start + 2 * length] = bytes(len(header[start : start + 2 * length]))
    kept, position, kind = [bytes(header)], header_size, 0
    while position < len(data) and kind != EMF_END:
        kind, size = (
            int.from_bytes(data[at : at + 4], "little") for at in (position, position + 4)
        )
        if size < 8:
            raise UnusableDocumentError(DAMAGED)
        record = data[position : position + size]
        if kind != EMF_COMMENT or record[12:16] == EMF_PLUS:
            kept.append(record)
        position += size
    body = b"".join(kept)
    sizes = len(body).to_bytes(4, "little") + len(kept).to_bytes(4, "little")
    return body[:48] + sizes + body[56:]


def _clean_wmf(data: bytes) -> bytes:
    """Return the metafile without its comments."""
    placeable = 22 if data.startswith(WMF_START[0]) else 0
    position = placeable + 18
    kept = [data[:position]]
    while position + 6 <= len(data):
        size = 2 * int.from_bytes(data[position : position + 4], "little")
        kind = int.from_bytes(data[position + 4 : position + 6], "little")
        escape = int.from_bytes(data[position + 6 : position + 8], "little")
        if size < 6:
            raise UnusableDocumentError(DAMAGED)
        if kind != WMF_ESCAPE or escape != WMF_COMMENT:
            kept.append(data[position : position + size])
        position += size
        if kind == 0:
            break
    return b"".join(kept)


def clean_jpeg_2000(data: bytes) -> bytes:
    """Return the picture with its image, its header and no other box; comments are gone."""
    if data.startswith(JPX_CODESTREAM):
        return _clean_codestream(data)
    kept, position = [], 0
    while position < len(data):
        size, kind = (
            int.from_bytes(data[position : position + 4]),
            data[position + 4 : position + 8],
        )
        if size == 1 or 0 < size < 8:
            raise UnusableDocumentError(UNCLEAN)
        box = data[position : position + size] if size else data[position:]
        if kind == b"jp2c":
            stream = _clean_codestream(box[8:])
            box = (len(stream) + 8).to_bytes(4) + kind + stream
        if kind in JP2_KEPT:
            kept.append(box)
        position += size or len(data)
    return b"".join(kept)


def _clean_codestream(data: bytes) -> bytes:
    kept, position = [data[:2]], 2
    while (marker := int.from_bytes(data[position : position + 2])) != JPX_TILE:
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4])
        if position >= len(data):
            raise UnusableDocumentError(DAMAGED)
        if marker != JPX_COMMENT:
            kept.append(data[position:end])
        position = end
    return b"".join([*kept, data[position:]])


CLEANERS: tuple[tuple[tuple[bytes, ...], Callable[[bytes], bytes]], ...] = (
    ((b"\xff\xd8",), partial(strip_whole, image_format="JPEG")),
    ((b"\x89PNG",), partial(strip_whole, image_format="PNG")),
    ((b"RIFF",), partial(strip_whole, image_format="WEBP")),
    (GIF_START, _clean_gif),
    (WMF_START, _clean_wmf),
    ((b"BM", b"II*\0", b"MM\0*"), _encoded_again),
    ((JP2_START, JPX_CODESTREAM), clean_jpeg_2000),
)
