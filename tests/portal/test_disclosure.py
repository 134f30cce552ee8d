"""Texts to others that seem to lead to a person are asked about, once, and never held back."""

from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from django import forms
from django.template import engines
from django.utils.translation import override

from portal.disclosure import GentleCheck, Kind, excerpts, traces_in
from tests.test_linear import PIECES, grows_with_the_square

TEXTS = Path(__file__).with_name("disclosure")
# How many texts with traces are found at least, in each language, of those that no pattern was
# tuned on; of those without, none is. The last were written when the patterns were done.
HALF, LAST = 12, {"sq": 7, "en": 8}


def texts(language: str) -> dict[str, list[str]]:
    return yaml.safe_load((TEXTS / f"{language}.yaml").read_text())


def found_in(lines: list[str]) -> list[str]:
    return [line for line in lines if traces_in(line)]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_most_texts_with_a_trace_are_found_and_none_without(language):
    of = texts(language)
    assert len(found_in(of["traces"][1::2])) == HALF
    assert len(found_in(of["last"])) >= LAST[language]
    assert not found_in([*of["clean"][1::2], *of["last_clean"]])


@pytest.mark.parametrize("language", ["sq", "en"])
def test_texts_that_the_patterns_were_tuned_on(language):
    of = texts(language)
    assert found_in(of["traces"][::2]) == of["traces"][::2]
    assert not found_in([*of["clean"][::2], *of["hard_clean"]])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Znj. Mirela Kodra erdhi", [("Znj. Mirela Kodra", Kind.NAME)]),
        ("e quajtur Drita.", [("e quajtur Drita", Kind.NAME)]),
        ("ajo quhet flutura", [("ajo quhet flutura", Kind.NAME)]),
        ("tel. +355 69 412 7788!", [("355 69 412 7788", Kind.TELEPHONE)]),
        ("te (a.b@example.org)", [("(a.b@example.org)", Kind.EMAIL)]),
        ("fb: facebook.com/beni", [("facebook.com/beni", Kind.WEB)]),
        ("nr. J75412008K", [("J75412008K", Kind.IDENTITY)]),
        ("lindur më 5 qershor 2001", [("lindur më 5 qershor", Kind.BIRTH)]),
        ("Rruga Kosova nr. 17", [("Rruga Kosova", Kind.PLACE)]),
        (
            "Ms Ana Hoxha, born 1/2/1990",
            [("Ms Ana Hoxha", Kind.NAME), ("born 1/2/1990", Kind.BIRTH)],
        ),
        ("12.05.2026 14.30, 2 500 000 000 lekë, 116 117", []),
    ],
)
def test_what_is_found_is_named(text, found):
    assert [(text[each.start : each.end], each.kind) for each in traces_in(text)] == found


def test_an_excerpt_shows_whole_words_around():
    (found,) = excerpts("a" * 40 + " zonja e quajtur Drita " + "b" * 20 + " " + "c" * 40)
    assert (found.before, found.found, found.after) == (
        "…zonja ",
        "e quajtur Drita",
        f" {'b' * 20}…",
    )


def shown(bound) -> str:
    """Return a field as the component shows it."""
    source = '{% from "components/forms.html" import field %}{{ field(bound) }}'
    return engines["jinja2"].from_string(source).render({"bound": bound})


class Message(GentleCheck, forms.Form):
    checked_fields = ["text"]
    title = forms.CharField()
    text = forms.CharField(widget=forms.Textarea, required=False, help_text="Shkurt.")


class Unchecked(forms.Form):
    text = forms.CharField()


TRACED = {"title": "a", "text": "Znj. Mirela <Kodra>"}


def test_it_asks_once_and_never_blocks():
    form = Message(TRACED)
    assert not form.is_valid()
    assert not form.errors
    assert list(form.warnings) == ["text"]
    assert Message(TRACED | {"warned": "1"}).is_valid()
    assert Message({"title": "a", "text": "Pa gjurmë"}).is_valid()
    assert not Message().warnings


def test_it_asks_beside_errors_too():
    form = Message(TRACED | {"title": ""})
    assert not form.is_valid()
    assert (list(form.errors), list(form.warnings)) == (["title"], ["text"])


@pytest.mark.parametrize(
    ("language", "way"), [("sq", "Dërgoni siç është"), ("en", "Send it as it is")]
)
def test_the_field_shows_what_was_found_and_two_ways_on(language, way):
    form = Message({f"x-{name}": value for name, value in TRACED.items()}, prefix="x")
    assert not form.is_valid()
    with override(language):
        page = BeautifulSoup(shown(form["text"]), "html.parser")
    assert page.mark.text == "Znj. Mirela"
    assert page.button.text == way
    assert page.select_one("a[href='#id_x-text']")
    assert page.select_one("input[type=hidden][name='x-warned'][value='1']")
    described = page.textarea["aria-describedby"].split()
    assert described == ["id_x-text_helptext", "id_x-text_warning"]
    assert all(page.find(id=each) for each in described)
    assert not page.textarea.has_attr("aria-invalid")


def test_a_field_without_anything_to_ask_is_as_always():
    form = Message({"title": "a", "text": "Pa gjurmë"})
    assert form.is_valid()
    assert "callout" not in shown(form["text"])
    assert "callout" not in shown(Unchecked(TRACED)["text"])


@pytest.mark.parametrize(
    "piece",
    [*PIECES, "Znj. ", "quhet ", "A ", "lindur ", "1 A", "emri ", "@", "12.05.2026 ", "rruga "],
)
def test_a_long_text_takes_time_by_its_length(piece):
    assert not grows_with_the_square(traces_in, piece)


def test_the_summary_leads_to_what_is_asked():
    form = Message(TRACED)
    assert not form.is_valid()
    source = (
        '{% from "components/disclosure.html" import gentle_summary %}{{ gentle_summary(form) }}'
    )
    page = BeautifulSoup(
        engines["jinja2"].from_string(source).render({"form": form}), "html.parser"
    )
    assert [link["href"] for link in page.select("a")] == ["#id_text"]
