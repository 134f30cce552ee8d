"""Ornaments after Albanian kilims, each drawn from a key and alike in its four quarters."""

from collections.abc import Callable
from itertools import cycle
from random import Random

from PIL import Image, ImageDraw

MADDER, INDIGO, SAFFRON, WELD = "#8b2331", "#27427a", "#e3a62f", "#5d7237"
WOOL, WALNUT = "#faf5ea", "#4a3a2e"

# By look: the ground that words stand on, and the dyes of the ornament beside it.
LOOKS = {
    "madder": ("#7a1e2c", (INDIGO, SAFFRON, WOOL, MADDER)),
    "indigo": ("#22335c", (MADDER, WOOL, SAFFRON, INDIGO)),
    "weld": ("#3d4e24", (SAFFRON, MADDER, WOOL, WELD)),
    "saffron": ("#7a4a0c", (WOOL, MADDER, INDIGO, SAFFRON)),
    "walnut": ("#3a2c22", (SAFFRON, WELD, WOOL, MADDER)),
    "teal": ("#1f4a4c", (WOOL, SAFFRON, MADDER, "#2f6f70")),
}
KNOT = 10  # pixels along the side of one knot
LARGEST_FIGURE = 7  # knots along the side of a quarter of the figure in the middle


def weave(look: str, key: str, across: int, up: int) -> Image.Image:
    """Return a cloth of `2 * across` by `2 * up` knots in the dyes of `look`; `key` says which."""
    dye = _dyes(look, Random(key), across, up)  # noqa: S311, an ornament is no secret
    cloth = Image.new("RGB", (2 * across, 2 * up))
    draw = ImageDraw.Draw(cloth)
    for x in range(across):
        for y in range(up):
            places = [(i, j) for i in (across - 1 - x, across + x) for j in (up - 1 - y, up + y)]
            draw.point(places, fill=dye(x, y))
    return cloth.resize((2 * across * KNOT, 2 * up * KNOT), Image.Resampling.NEAREST)


def _dyes(look: str, random: Random, across: int, up: int) -> Callable[[int, int], str]:
    """Return the dye of the knot so many knots across and up from the middle."""
    _ground, dyes = LOOKS[look]
    steep = random.choice((1, 2))
    bands = _bands(random, dyes, steep * across + up)
    figure = _figure(random)
    sown = _figure(random)

    def dye(x: int, y: int) -> str:
        if (x, y) in figure:
            return dyes[1]
        corner = (across - 1 - x, up - 1 - y)
        if corner in sown:
            return dyes[2]
        return bands[steep * x + y]

    return dye


def _bands(random: Random, dyes: tuple[str, ...], length: int) -> list[str]:
    """Return the dyes of the steps outwards: broad bands with thin lines between."""
    bands = [dyes[0]] * (LARGEST_FIGURE + random.randint(2, 5))
    for dye, line in zip(cycle(dyes[::-1]), cycle(dyes[1:]), strict=False):
        bands += [line] * random.randint(1, 2) + [dye] * random.randint(3, 9)
        if len(bands) > length:
            return bands
    raise AssertionError("the dyes do not end")


def _figure(random: Random) -> set[tuple[int, int]]:
    """Return the knots of a quarter of a figure that is alike across its diagonal as well."""
    side = random.randint(5, LARGEST_FIGURE)
    half = {
        (x, y) for x in range(side) for y in range(x + 1) if x + y < side and random.random() < 0.55
    }
    return half | {(y, x) for x, y in half}
