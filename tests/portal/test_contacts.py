"""Contact details are found in every spelling, and what professionals rightly write is not taken
for one.
"""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from portal.contacts import PairCheck, contacts_in, refuse_contacts, traces_in_a_pair
from portal.contacts.numbers import UNITS
from portal.disclosure import Kind
from portal.validators import neutral
from tests.test_linear import grows_with_the_square

TEXTS = yaml.safe_load(Path(__file__).with_name("contacts.yaml").read_text())
KINDS = {
    "telephone": Kind.TELEPHONE,
    "email": Kind.EMAIL,
    "profile": Kind.PROFILE,
    "web": Kind.WEB,
}
MOBILE = "0694127788"
WORDS = {digit: [digit, *words.split()] for digit, words in UNITS.items() if len(digit) == 1}
SEEN = [" ", ".", "-", "/", ", ", " - ", "\u00a0", "_", " e ", "\n"]
SEPARATORS = [*SEEN, "", "\u200b", "\u202e"]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in KINDS for text in TEXTS[name]])
def test_every_spelling_is_found(name, text):
    for around in ("{}", "Jam mentore, {} dhe punoj.", "I am a mentor. {}!"):
        assert KINDS[name] in {trace.kind for trace in contacts_in(around.format(text))}


@pytest.mark.parametrize("text", [*TEXTS["sq"], *TEXTS["en"], *TEXTS["both"]])
def test_what_professionals_write_is_not_found(text):
    assert [text[trace.start : trace.end] for trace in contacts_in(text)] == []


def test_the_table_is_long_enough_to_mean_something():
    assert sum(len(TEXTS[name]) for name in KINDS) >= 80
    assert len(TEXTS["sq"]) + len(TEXTS["en"]) >= 60


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tel. +355\u00a069 412 7788!", [("355\u00a069 412 7788", Kind.TELEPHONE)]),
        (
            "Nga 2019 zero gjashtë 9 4\u200b1 dy 7788.",
            [("zero gjashtë 9 4\u200b1 dy 7788", Kind.TELEPHONE)],
        ),
        (
            "te (drita pikë hoxha AT gmail DOT com)",
            [("drita pikë hoxha AT gmail DOT com", Kind.EMAIL)],
        ),
        ("shih https://t.me/drita.", [("https://t.me/drita.", Kind.PROFILE)]),
        ("𝕏 @drita_h, ½ e www.drita.al", [("@drita_h", Kind.PROFILE), ("www.drita.al", Kind.WEB)]),
    ],
)
def test_what_is_found_is_shown_as_it_was_written(text, found):
    assert [(text[each.start : each.end], each.kind) for each in contacts_in(text)] == found


@given(st.lists(st.integers(0, 9), min_size=10, max_size=10), st.data())
def test_a_number_is_found_in_any_mix_of_words_and_digits(which, data):
    written = [
        WORDS[digit][each % len(WORDS[digit])] for digit, each in zip(MOBILE, which, strict=True)
    ]
    number = written[0]
    for before, after in pairwise(written):
        # Words that touch are read as one.
        between = SEPARATORS if (before + after).isdigit() else SEEN
        number += data.draw(st.sampled_from(between)) + after
    text = f"Jam mentore, {number} dhe punoj."
    (trace,) = contacts_in(text)
    assert trace.kind == Kind.TELEPHONE
    assert text[trace.start : trace.end] == number


@given(st.text())
def test_any_text_is_read(text):
    for trace in contacts_in(text):
        assert 0 <= trace.start < trace.end <= len(text)
    assert neutral(neutral(text)) == neutral(text)


# Each pattern is tried by test_linear; these are for what goes on from what they find.
@pytest.mark.parametrize(
    "piece", ["0, ", "zero ", "double ", "zerogjashte", "a@b.", "a at b dot ", "t.me/", "2024-"]
)
def test_a_long_text_takes_time_by_its_length(piece):
    assert not grows_with_the_square(contacts_in, piece)


@pytest.mark.parametrize(
    ("language", "words"),
    [("sq", "Hiqni “069 412 7788”"), ("en", "Please take out “069 412 7788”")],
)
def test_a_refusal_shows_what_was_found_and_says_why(language, words):
    with override(language), pytest.raises(ValidationError) as refused:
        refuse_contacts("Më merrni: \u202e069 412\u200b 7788")
    (message,) = refused.value.messages
    assert message.startswith(words)


def test_a_refusal_is_short_whatever_was_written():
    with pytest.raises(ValidationError) as refused:
        refuse_contacts(f"https://{'a' * 5000} " * 9)
    assert len(refused.value.messages[0]) < 600


class Public(forms.Form):
    text = forms.CharField(validators=[refuse_contacts])


def test_a_field_keeps_the_text_that_it_refuses():
    form = Public({"text": "ig: dritahoxha"})
    assert not form.is_valid()
    assert "ig: dritahoxha" in str(form["text"])
    assert Public({"text": "Kam ndjekur 25 raste."}).is_valid()


class Private(PairCheck, forms.Form):
    checked_fields = ["text"]
    text = forms.CharField()


def test_inside_a_pair_both_are_asked_about_at_once_and_allowed():
    text = "Znj. Mirela Kodra, zero gjashtë nëntë 412 7788"
    form = Private({"text": text})
    assert not form.is_valid()
    assert not form.errors
    assert [each.kind for each in form.warnings["text"]] == ["Emri", "Numri i telefonit"]
    assert Private({"text": text, "warned": "1"}).is_valid()


@pytest.mark.parametrize(
    "link",
    [
        "https://us02web.zoom.us/j/81234567890?pwd=abc",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0",
        "https://meet.google.com/abc-defg-hij",
        "https://meet.jit.si/TakimiYne",
        "https://iris.webex.com/meet/drita",
    ],
)
def test_links_to_meetings_are_not_asked_about(link):
    assert not traces_in_a_pair(f"Takohemi në {link} të martën.")
    assert contacts_in(link)


@pytest.mark.parametrize(
    "link",
    [
        "http://zoom.us/j/1",
        "https://zoom.us.example.org/j/1",
        "https://zoom.us@example.org",
        "https://evilzoom.us/j",
    ],
)
def test_what_only_looks_like_a_meeting_is_asked_about(link):
    assert traces_in_a_pair(link)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u202eb\u2066c\u200d", "abc"),
        ("a\0b\x1b\u00ad", "ab"),
        ("një\r\ndy\ntre\u2028katër\n", "një\ndy\ntre\nkatër\n"),
        ("ë ç\té", "ë ç é"),
    ],
)
def test_what_cannot_be_seen_is_left_out(typed, kept):
    assert neutral(typed) == kept
