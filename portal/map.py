"""The map of Albania: where a place lies in the drawing of `components/map.html`."""

import math
from typing import NamedTuple

# The outline's north-west corner (degrees), and how it was drawn (Natural Earth 1:10m).
WEST, NORTH = 19.2728, 42.6540
UNITS_PER_DEGREE = 141.5371
MARGIN = 6
PARALLEL = math.radians(41.15)  # the country's middle, where the drawing is true to shape


class Point(NamedTuple):
    """A place in the drawing, in its units, from the upper left corner."""

    x: float
    y: float


def project(longitude: float, latitude: float) -> Point:
    """Return where a place lies, from degrees east and north."""
    x = (longitude - WEST) * math.cos(PARALLEL) * UNITS_PER_DEGREE + MARGIN
    y = (NORTH - latitude) * UNITS_PER_DEGREE + MARGIN
    return Point(round(x, 1), round(y, 1))
