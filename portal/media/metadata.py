"""Cuts metadata out of JPEG, PNG and WebP files without encoding the picture again.

Only the parts that a decoder needs are kept, by name: Exif (position, camera, thumbnail), XMP,
IPTC, comments, text chunks, and whatever follows the picture's end are gone. Colour profiles
stay, and a lossy picture keeps its quality.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

from PIL import Image

JPEG_START, JPEG_END, JPEG_SCAN = b"\xff\xd8", b"\xff\xd9", b"\xff\xda"
# Stuffed zeros, restart markers and fill bytes are part of a scan, not the start of a segment.
JPEG_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
# The end, or tables and scans of a picture that has several.
JPEG_AFTER_SCAN = frozenset(b"\xff" + bytes([code]) for code in b"\xd9\xda\xc4\xdb\xdc\xdd")
# Tables and scans, the plain JFIF header, the colour profile, Adobe's colour transform.
JPEG_KEPT = re.compile(
    rb"\xff[\xc0-\xcf\xda-\xdd]|\xff\xe0\x00\x10JFIF\0|\xff\xe2..ICC_PROFILE\0|\xff\xee..Adobe",
    re.DOTALL,
)

PNG_SIGNATURE_SIZE = 8
# Without the animation chunks an animated PNG is a still one: Willow reads no other.
PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB sBIT cICP mDCV cLLI bKGD pHYs".split()
)

WEBP_KEPT = frozenset([b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"])
WEBP_METADATA_FLAGS = 0b0000_1100


def strip_jpeg(data: bytes) -> bytes:
    """Return the JPEG file `data` with its tables, scans, colour profile and nothing else.

    Raises ValueError for one that is damaged so that most of it would be lost.
    """
    kept = [JPEG_START]
    position = len(JPEG_START)
    while (found := JPEG_MARKER.search(data, position)) and found[0] != JPEG_END:
        start = found.start()
        position = start + 2 + int.from_bytes(data[start + 2 : start + 4])
        if found[0] == JPEG_SCAN:
            after = JPEG_MARKER.search(data, position)
            if after and after[0] not in JPEG_AFTER_SCAN:
                raise ValueError("the picture is damaged: it breaks off in its midst")
            position = after.start() if after else len(data)
        if JPEG_KEPT.match(data, start):
            kept.append(data[start:position])
    return b"".join([*kept, JPEG_END])


def strip_png(data: bytes) -> bytes:
    """Return the PNG file `data` with the chunks that decide how it looks, and nothing else."""
    kept = [data[:PNG_SIGNATURE_SIZE]]
    position = PNG_SIGNATURE_SIZE
    kind = b""
    while position < len(data) and kind != b"IEND":
        end = position + 12 + int.from_bytes(data[position : position + 4])
        kind = data[position + 4 : position + 8]
        if kind in PNG_KEPT:
            kept.append(data[position:end])
        position = end
    return b"".join(kept)


def strip_webp(data: bytes) -> bytes:
    """Return the WebP file `data` with its image, animation and colour chunks, and nothing else."""
    kept = [b"WEBP"]
    position = 12
    file_end = 8 + int.from_bytes(data[4:8], "little")
    while position < min(file_end, len(data)):
        size = int.from_bytes(data[position + 4 : position + 8], "little")
        chunk = data[position : position + 8 + size + size % 2]
        if chunk[:4] == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_METADATA_FLAGS]) + chunk[9:]
        if chunk[:4] in WEBP_KEPT:
            kept.append(chunk)
        position += 8 + size + size % 2
    body = b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


STRIP: dict[str, Callable[[bytes], bytes]] = {
    "JPEG": strip_jpeg,
    "PNG": strip_png,
    "WEBP": strip_webp,
}


def strip_whole(data: bytes, image_format: str) -> bytes:
    """Return the file without metadata; raises ValueError where pixels would be lost with them.

    In a damaged file what looks like metadata may be a part of the picture.
    """
    stripped = STRIP[image_format](data)
    if stripped != data and _pixels(stripped, image_format) != _pixels(data, image_format):
        raise ValueError("the picture is damaged: without metadata it looks different")
    return stripped


def _pixels(data: bytes, image_format: str) -> tuple[str, tuple[int, int], bytes]:
    with Image.open(BytesIO(data), formats=[image_format]) as image:
        return image.mode, image.size, sha256(image.tobytes()).digest()
