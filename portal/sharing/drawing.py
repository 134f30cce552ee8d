"""Draws the picture of a page: its title on the ground of its kind, beside an ornament."""

from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from portal.sharing.weaving import KNOT, LOOKS, SAFFRON, WOOL, weave

WIDTH, HEIGHT = 1200, 630
ORNAMENT = 400  # pixels at the right
MARGIN = 64
SIZES = range(76, 33, -4)  # of the title, the largest that fits
ROOM = 380  # pixels that the title may be high
LEADING = 1.2
NAME_SIZE = 34
COLOURS = 64  # in the file
FONTS = Path(settings.BASE_DIR) / "portal" / "paper" / "fonts"


def draw(look: str, key: str, title: str, name: str) -> bytes:
    """Return a PNG of WIDTH by HEIGHT pixels that says `title` and, at the foot, `name`."""
    ground, _dyes = LOOKS[look]
    picture = Image.new("RGB", (WIDTH, HEIGHT), ground)
    cloth = weave(look, key, ORNAMENT // KNOT // 2, HEIGHT // KNOT // 2 + 1)
    picture.paste(cloth, (WIDTH - ORNAMENT, (HEIGHT - cloth.height) // 2))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((WIDTH - ORNAMENT - KNOT, 0, WIDTH - ORNAMENT - 1, HEIGHT), fill=SAFFRON)
    _write_title(pen, title)
    _write_name(pen, name)
    buffer = BytesIO()
    picture.quantize(COLOURS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _write_title(pen: ImageDraw.ImageDraw, title: str) -> None:
    width = WIDTH - ORNAMENT - KNOT - 2 * MARGIN
    for size in SIZES:
        font = ImageFont.truetype(FONTS / "bitter-bold.ttf", size)
        lines = lines_of(title, font, width)
        if len(lines) * size * LEADING <= ROOM and all(font.getlength(x) <= width for x in lines):
            break
    for number, line in enumerate(lines[: int(ROOM / size / LEADING)]):
        pen.text((MARGIN, MARGIN + number * size * LEADING), line, WOOL, font)


def lines_of(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a text into lines of at most `width` pixels, but for words that are longer."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _write_name(pen: ImageDraw.ImageDraw, name: str) -> None:
    x, y = MARGIN, HEIGHT - MARGIN
    font = ImageFont.truetype(FONTS / "bitter-regular.ttf", NAME_SIZE)
    pen.regular_polygon((x + 12, y - 12, 14), 4, rotation=45, fill=SAFFRON)
    pen.text((x + 40, y), name, WOOL, font, anchor="ls")
