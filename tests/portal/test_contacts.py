"""Contact details are found in every spelling, and what professionals rightly write is not taken
for one.
"""

from pathlib import Path

import pytest
import yaml
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import example, given
from hypothesis import strategies as st

from portal.contacts import PairCheck, contacts_in, refuse_contacts, traces_in_a_pair
from portal.contacts.numbers import UNITS
from portal.disclosure import Kind
from portal.validators import neutral
from tests.test_linear import PIECES, grows_with_the_square

TEXTS = yaml.safe_load(Path(__file__).with_name("contacts.yaml").read_text())
KINDS = {
    "telephone": Kind.TELEPHONE,
    "email": Kind.EMAIL,
    "profile": Kind.PROFILE,
    "web": Kind.WEB,
}
MOBILE = "0694127788"
WORDS = {digit: [digit, *words.split()] for digit, words in UNITS.items() if len(digit) == 1}
SEPARATORS = ["", " ", ".", "-", "/", ", ", " - ", "\u00a0", "\u200b", "\u202e", "_", " e ", "\n"]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in KINDS for text in TEXTS[name]])
@pytest.mark.parametrize("around", ["{}", "Jam mentore, {} dhe punoj.", "I am a mentor. {}!"])
def test_every_spelling_is_found(name, text, around):
    kinds = {trace.kind for trace in contacts_in(around.format(text))}
    assert KINDS[name] in kinds


@pytest.mark.parametrize("text", [*TEXTS["sq"], *TEXTS["en"]])
def test_what_professionals_write_is_not_found(text):
    assert [text[trace.start : trace.end] for trace in contacts_in(text)] == []


def test_the_table_is_long_enough_to_mean_something():
    assert sum(len(TEXTS[name]) for name in KINDS) >= 80
    assert len(TEXTS["sq"]) + len(TEXTS["en"]) >= 60
