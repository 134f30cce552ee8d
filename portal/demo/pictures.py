"""Pictures of our own for the demonstration: three covers after Albanian kilims, and two flags."""

import math
from collections.abc import Callable
from io import BytesIO
from itertools import chain, repeat

from PIL import Image, ImageDraw

MADDER, INDIGO, SAFFRON = "#7a1e2c", "#27427a", "#e3a62f"
WELD, WOOL, WALNUT = "#46592a", "#faf5ea", "#5d4e42"

KNOT = 10  # pixels along the side of one knot
ACROSS, UP = 80, 45  # knots from the middle of a cover to its edges
FIELD = 36  # knots from the middle up to the border

Dye = Callable[[int, int], str]  # of the knot so many knots across and up from the middle

# Quarters of figures, upper right: the left edge and the bottom lie on the axes.
HORNS = (
    "..####...",
    ".######..",
    "##....##.",
    "#......##",
    "#..##..##",
    "#..##..##",
    "#...####.",
    "#....##..",
    "#........",
    "##.......",
    "###......",
)
HOOKS = (
    ".###.",
    "#...#",
    "#.#.#",
    "#..##",
    "#....",
    "##...",
)

EUROPEAN_BLUE, EUROPEAN_GOLD = "#003399", "#ffcc00"
SWEDISH_BLUE, SWEDISH_YELLOW = "#006aa7", "#fecc02"
FINE = 4  # times the size that slanting edges are drawn at, to be smooth when made smaller


def steps(*runs: tuple[str, int]) -> list[str]:
    """Return the dye of each step, from pairs of a dye and how many steps it lasts."""
    return list(chain.from_iterable(repeat(dye, count) for dye, count in runs))


LOZENGE = steps(
    (INDIGO, 9),
    (SAFFRON, 1),
    (WOOL, 1),
    (MADDER, 12),
    (SAFFRON, 2),
    (WALNUT, 2),
    (WOOL, 1),
    (INDIGO, 6),
    (WOOL, 1),
    (INDIGO, 6),
    (SAFFRON, 1),
    (WOOL, 2),
    (MADDER, 8),
    (SAFFRON, 1),
    (INDIGO, 14),
)


ZIGZAG = steps(
    (SAFFRON, 4),
    (WALNUT, 2),
    (MADDER, 9),
    (WOOL, 2),
    (WELD, 6),
    (WOOL, 1),
)


def cover(name: str) -> bytes:
    """Return the cover `diamonds`, `horns` or `zigzags` as a PNG of 1600 by 900 pixels."""
    return png(kilim(COVERS[name]))


def kilim(dye: Dye) -> Image.Image:
    """Weave a cover that is alike in its four quarters."""
    cloth = Image.new("RGB", (2 * ACROSS, 2 * UP))
    draw = ImageDraw.Draw(cloth)
    for x in range(ACROSS):
        for y in range(UP):
            places = [(i, j) for i in (ACROSS - 1 - x, ACROSS + x) for j in (UP - 1 - y, UP + y)]
            draw.point(places, fill=dye(x, y) if y < FIELD else border(x, y - FIELD))
    return cloth.resize((2 * ACROSS * KNOT, 2 * UP * KNOT), Image.Resampling.NEAREST)


def fold(place: int, period: int) -> int:
    """Return the distance in knots to the nearest axis of a figure that repeats."""
    place %= period
    return min(place, period - 1 - place)


def has_knot(quarter: tuple[str, ...], x: int, y: int) -> bool:
    """Tell whether a figure has a knot so far from its axes."""
    inside = 0 <= x < len(quarter[0]) and 0 <= y < len(quarter)
    return inside and quarter[-1 - y][x] == "#"


def border(x: int, y: int) -> str:
    """Return the dye of a knot in the border: a line, a row of teeth, a line."""
    if y in (0, 8):
        return WALNUT
    if y in (1, 7):
        return SAFFRON
    return WOOL if fold(x, 10) < 7 - y else MADDER


def star(x: int, y: int) -> str:
    """Return the dye of a knot of a star with eight points; empty outside it."""
    if x + y < 3:
        return MADDER
    return WOOL if max(x, y) < 5 or x + y < 7 else ""


def diamonds(x: int, y: int) -> str:
    """Return the dye of a knot among lozenges in a row, halves of others between them."""
    x = fold(x, 64)
    if has_knot(HOOKS, x, y - 11) or has_knot(HOOKS, y, x - 11):
        return WOOL
    return star(x, y) or star(31 - x, FIELD - 1 - y) or LOZENGE[x + y]


def horns(x: int, y: int) -> str:
    """Return the dye of a knot in a lattice of tall lozenges, each with ram's horns in it."""
    x = fold(x, 40)
    step = 2 * x + y
    if 35 <= step <= 38:
        return WOOL if step in (36, 37) else SAFFRON
    return ram(x, y, MADDER) if step < 35 else ram(19 - x, FIELD - 1 - y, INDIGO)


def ram(x: int, y: int, ground: str) -> str:
    """Return the dye of a knot of ram's horns above and below a lozenge, and of their ground."""
    core = steps((SAFFRON, 3), (ground, 2), (WOOL, 2), (ground, 1), (SAFFRON, 1))
    if x + y < len(core):
        return core[x + y]
    return WOOL if has_knot(HORNS, x, y - len(core)) else ground


def zigzags(x: int, y: int) -> str:
    """Return the dye of a knot among zigzags that lie one in the other, stars in their bends."""
    x = fold(x, 54)
    return star(x, y) or ZIGZAG[(x + 2 * y // 3) % len(ZIGZAG)]


COVERS: dict[str, Dye] = {"diamonds": diamonds, "horns": horns, "zigzags": zigzags}


def european_flag() -> bytes:
    """Return the flag of Europe as a PNG of 600 by 400 pixels.

    As its graphical specification says: twelve stars on a circle with a radius of a third of the
    height, each within a circle of an eighteenth of it, upright, placed as the hours of a clock.
    """
    width, height = 600 * FINE, 400 * FINE
    flag = Image.new("RGB", (width, height), EUROPEAN_BLUE)
    draw = ImageDraw.Draw(flag)
    for x, y in on_circle((width / 2, height / 2), height / 3, 12):
        draw.polygon(pentagram((x, y), height / 18), fill=EUROPEAN_GOLD)
    return png(flag.reduce(FINE))


def pentagram(middle: tuple[float, float], radius: float) -> list[tuple[float, float]]:
    """Return the outline of a star with five points, one of them upwards."""
    inner = radius * math.sin(math.radians(18)) / math.sin(math.radians(54))
    outer_points = on_circle(middle, radius, 5)
    inner_points = on_circle(middle, inner, 5, turn=36)
    return [point for pair in zip(outer_points, inner_points, strict=True) for point in pair]


def on_circle(
    middle: tuple[float, float], radius: float, count: int, turn: float = 0
) -> list[tuple[float, float]]:
    """Return points evenly on a circle, clockwise from the top, turned by degrees."""
    angles = [math.radians(turn + 360 * i / count) for i in range(count)]
    x, y = middle
    return [(x + radius * math.sin(angle), y - radius * math.cos(angle)) for angle in angles]


def swedish_flag() -> bytes:
    """Return the flag of Sweden as a PNG of 640 by 400 pixels.

    Its parts are 5, 2 and 9 across and 4, 2 and 4 down, as the law says.
    """
    unit = 40
    flag = Image.new("RGB", (16 * unit, 10 * unit), SWEDISH_BLUE)
    flag.paste(SWEDISH_YELLOW, (5 * unit, 0, 7 * unit, 10 * unit))
    flag.paste(SWEDISH_YELLOW, (0, 4 * unit, 16 * unit, 6 * unit))
    return png(flag)


def png(picture: Image.Image) -> bytes:
    """Return the picture's bytes as a PNG."""
    buffer = BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
