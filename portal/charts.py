"""The arithmetic of the small charts that the server draws; positions go from 0 to 100."""

from decimal import Decimal
from typing import NamedTuple


class Meter(NamedTuple):
    """Where baseline, actual and target stand on one scale; None where nothing is known."""

    baseline: float | None
    actual: float | None
    target: float | None


def meter(baseline: Decimal | None, actual: Decimal | None, target: Decimal | None) -> Meter:
    """Return the positions of an indicator's figures on a scale from zero to the largest."""
    figures = (baseline, actual, target)
    largest = max((figure for figure in figures if figure is not None), default=Decimal(0))
    if largest <= 0:
        return Meter(*(None if figure is None else 0.0 for figure in figures))
    return Meter(*(None if figure is None else _share(figure, largest) for figure in figures))


def _share(figure: Decimal, largest: Decimal) -> float:
    return round(max(float(figure / largest), 0) * 100, 1)


ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return a number from 1 to 39 as a Roman numeral."""
    numeral = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral
