"""Two diagrams of our own without words, whose captions say what they mean in each language."""

from PIL import Image, ImageDraw

from portal.demo.pictures import FINE, INDIGO, MADDER, SAFFRON, WALNUT, WOOL, on_circle, png

WIDTH, HEIGHT = 1600, 720
Point = tuple[float, float]


def steps() -> bytes:
    """Return four steps that rise to the right, each with a fuller disc, as a PNG."""
    picture, draw = canvas()
    across, rise, base = WIDTH / 4, 110, HEIGHT - 60
    for number, dye in enumerate((MADDER, SAFFRON, INDIGO, MADDER)):
        left, top = number * across, base - rise * (number + 1)
        draw.rectangle(scaled((left + 30, top), (left + across - 10, base)), dye, WALNUT, 6 * FINE)
        disc(draw, (left + across / 2 + 10, top - 80), 50, number + 1)
    draw.rectangle(scaled((30, base), (WIDTH - 10, base + 12)), fill=WALNUT)
    return png(picture.reduce(FINE))


def circle() -> bytes:
    """Return four discs on a ring, joined clockwise by arrows, as a PNG."""
    picture, draw = canvas()
    middle, radius = (WIDTH / 2, HEIGHT / 2), 250
    dyes = (MADDER, SAFFRON, INDIGO, WALNUT)
    for number, place in enumerate(on_circle(middle, radius, 4)):
        draw.ellipse(around(place, 80), dyes[number], WALNUT, 6 * FINE)
        arc(draw, middle, radius, 90 * number + 22)
    return png(picture.reduce(FINE))


DIAGRAMS = {"steps": steps, "circle": circle}


def canvas() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return an empty picture, larger than it will be, and what draws on it."""
    picture = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), WOOL)
    return picture, ImageDraw.Draw(picture)


def scaled(*points: Point) -> list[Point]:
    """Return points of the finished picture as points of the canvas."""
    return [(x * FINE, y * FINE) for x, y in points]


def around(middle: Point, radius: float) -> list[Point]:
    """Return the corners of the box around a disc."""
    x, y = middle
    return scaled((x - radius, y - radius), (x + radius, y + radius))


def disc(draw: ImageDraw.ImageDraw, middle: Point, radius: float, quarters: int) -> None:
    """Draw a ring of which so many quarters are full, clockwise from the top."""
    draw.ellipse(around(middle, radius), outline=WALNUT, width=6 * FINE)
    draw.pieslice(around(middle, radius), -90, -90 + 90 * quarters, fill=WALNUT)


def arc(draw: ImageDraw.ImageDraw, middle: Point, radius: float, start: float) -> None:
    """Draw an arrow along a circle, clockwise from `start` degrees after the top."""
    end = start + 40
    draw.arc(around(middle, radius), start - 90, end - 90, fill=WALNUT, width=10 * FINE)
    tip, *base = (
        on_circle(middle, at, 1, turn)[0]
        for at, turn in ((radius, end + 6), (radius - 25, end - 3), (radius + 25, end - 3))
    )
    draw.polygon(scaled(tip, *base), fill=WALNUT)
