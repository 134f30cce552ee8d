"""What the server draws: places on the map of Albania, and small charts."""

from decimal import Decimal

import pytest

from portal.charts import Meter, meter, roman
from portal.map import project
from projects.demo import CONTENT
from tests.portal.reading import read

WIDTH, HEIGHT = 200, 439
TIRANA, VLORA, SHKODRA = (19.818, 41.328), (19.489, 40.467), (19.513, 42.068)


@pytest.mark.parametrize("slug", CONTENT["municipalities"])
def test_every_seat_lies_inside_the_drawing(slug):
    seat = CONTENT["municipalities"][slug]
    point = project(float(seat["longitude"]), float(seat["latitude"]))
    assert 0 < point.x < WIDTH
    assert 0 < point.y < HEIGHT


@pytest.mark.parametrize(
    "corner", [(19.2728, 42.6540), (21.057, 42.6540), (19.2728, 39.645), (21.057, 39.645)]
)
def test_the_countrys_corners_lie_inside_the_drawing(corner):
    point = project(*corner)
    assert 0 < point.x < WIDTH
    assert 0 < point.y < HEIGHT


def test_north_is_up_and_east_is_right():
    assert project(*SHKODRA).y < project(*TIRANA).y < project(*VLORA).y
    assert project(*VLORA).x < project(*TIRANA).x


@pytest.mark.django_db
def test_the_drawing_has_the_size_that_places_are_computed_for(home):
    assert read("/sq/bashki/").select_one("svg.map")["viewbox"] == f"0 0 {WIDTH} {HEIGHT}"


@pytest.mark.parametrize(
    ("figures", "positions"),
    [
        ((0, 1, 4), (0, 25, 100)),
        ((0, 6, 4), (0, 100, 66.7)),
        ((None, 1, 4), (None, 25, 100)),
        ((0, None, 3), (0, None, 100)),
        ((None, None, None), (None, None, None)),
        ((0, 0, 0), (0, 0, 0)),
        ((0, None, 0), (0, None, 0)),
        ((-5, 5, 10), (0, 50, 100)),
        ((-5, -1, None), (0, 0, None)),
    ],
)
def test_a_meter_goes_from_zero_to_its_largest_figure(figures, positions):
    known = (None if figure is None else Decimal(figure) for figure in figures)
    assert meter(*known) == Meter(*positions)


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (26, "XXVI"), (39, "XXXIX")],
)
def test_results_are_numbered_as_the_romans_did(number, numeral):
    assert roman(number) == numeral


def test_roman_numerals_tell_all_numbers_apart():
    assert len({roman(number) for number in range(1, 40)}) == 39
