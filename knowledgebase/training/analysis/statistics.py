"""The figures of item analysis, from sums, so that no person's answers are kept for them."""

from dataclasses import dataclass
from math import sqrt

# What is less than this differs by rounding alone.
NOTHING = 1e-9


@dataclass
class Sums:
    """Sums of pairs of figures from 0 to 1: what a question earned, and the rest of the score."""

    count: int = 0
    x: float = 0
    y: float = 0
    xx: float = 0
    yy: float = 0
    xy: float = 0

    def add(self, x: float, y: float) -> None:
        """Add a pair."""
        self.count += 1
        self.x += x
        self.y += y
        self.xx += x * x
        self.yy += y * y
        self.xy += x * y

    def correlation(self) -> float | None:
        """Return Pearson's correlation, from -1 to 1; None where one of the two never differs."""
        n = self.count
        spread_x = n * self.xx - self.x * self.x
        spread_y = n * self.yy - self.y * self.y
        if min(spread_x, spread_y) < NOTHING:
            return None
        return (n * self.xy - self.x * self.y) / sqrt(spread_x * spread_y)
