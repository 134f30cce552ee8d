"""Bytes of pictures and documents, sound and hostile, as people upload them."""

import zipfile
import zlib
from io import BytesIO

from PIL import ExifTags, Image, ImageCms, PngImagePlugin

SECRET = b"Prishtina-Street-7"
SVG_WITH_SCRIPT = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
)
HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"
EXE = b"MZ\x90\x00" + b"\0" * 200
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
ROTATED = 6
MARK = (200, 30, 30)


def exif(orientation: int | None = None) -> Image.Exif:
    """Return Exif data with an author, a camera, a position and, if asked, an orientation."""
    data = Image.Exif()
    data[ExifTags.Base.Artist] = SECRET.decode()
    data[ExifTags.Base.Model] = SECRET.decode()
    data.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (41.0, 19.0, 39.0)
    data.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSProcessingMethod] = SECRET
    if orientation:
        data[ExifTags.Base.Orientation] = orientation
    return data


def picture(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Return a grey picture with a red mark in the upper left corner."""
    image = Image.new("RGB", size, (120, 120, 120))
    image.paste(MARK, (0, 0, size[0] // 4, size[1] // 4))
    return image


def encoded(
    image_format: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: object
) -> bytes:
    """Return `picture(size)` in that colour mode as a file of that format."""
    output = BytesIO()
    image = picture(size)
    # Pillow reaches the deeper modes only by way of grey.
    image = image.convert("L").convert("I;16") if mode == "I;16" else image.convert(mode)
    image.save(output, image_format, **options)
    return output.getvalue()


def jpeg_with_metadata(orientation: int | None = None) -> bytes:
    """Return a JPEG with Exif, XMP, IPTC, a comment, a colour profile and a trailer."""
    data = encoded(
        "JPEG",
        exif=exif(orientation),
        comment=SECRET,
        icc_profile=SRGB,
        xmp=b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>",
        quality=90,
    )
    iptc = b"Photoshop 3.0\0" + SECRET
    segment = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
    return data[:2] + segment + data[2:] + SECRET


def png_with_metadata(orientation: int | None = None) -> bytes:
    """Return a PNG with Exif, three kinds of text, a colour profile and a trailer."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET.decode())
    text.add_text("Comment", SECRET.decode() * 20, zip=True)
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    data = encoded("PNG", exif=exif(orientation), pnginfo=text, icc_profile=SRGB)
    return data + SECRET


def webp_with_metadata(orientation: int | None = None) -> bytes:
    """Return a WebP with Exif, XMP, a colour profile and a trailer."""
    xmp = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    return encoded("WEBP", exif=exif(orientation), xmp=xmp, icc_profile=SRGB) + SECRET


WITH_METADATA = {
    "jpg": jpeg_with_metadata,
    "png": png_with_metadata,
    "webp": webp_with_metadata,
}


def animation(image_format: str, frames: int = 3) -> bytes:
    """Return an animated PNG or WebP with Exif."""
    first, *rest = (Image.new("RGB", (30, 20), (index * 60, 0, 0)) for index in range(frames))
    output = BytesIO()
    first.save(output, image_format, save_all=True, append_images=rest, exif=exif())
    return output.getvalue()


def bomb(side: int = 30_000) -> bytes:
    """Return a PNG of a few hundred bytes whose header claims a square of that side."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + checksum

    header = side.to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    pixels = zlib.compress(bytes(10_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def pdf() -> bytes:
    """Return the least that readers call a PDF."""
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def archive(members: dict[str, bytes]) -> bytes:
    """Return a ZIP file with these members."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return output.getvalue()


def open_document(kind: str, **members: bytes) -> bytes:
    """Return an OpenDocument file of that kind: text, spreadsheet or presentation."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return archive({"mimetype": mimetype, "content.xml": b"<x/>", **members})
