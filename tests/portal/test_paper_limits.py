"""What no content may do to a document on paper: inject, overflow, exhaust."""

import re
import struct
import zlib
from dataclasses import replace
from functools import partial

import pytest

from portal.paper import compile as paper
from portal.paper.compile import PaperError
from portal.paper.letters import PRINTABLE, printable
from portal.paper.tree import (
    Callout,
    Fact,
    Facts,
    Figure,
    Heading,
    Jump,
    List,
    Paragraph,
    References,
    Strong,
    Table,
)
from tests.portal.paper import SQUARE, flat, put, text_of

HOSTILE = '#import "x.typ" #panic() $x^2$ \\u{41} *b* _i_ `c` @ref <lab> [x] = h // c /* d */ ~'


@pytest.fixture
def printed(tmp_path):
    """A function that prints the study, or the blocks it is given, and returns the file."""
    return partial(put, tmp_path)


def test_nothing_in_the_text_is_obeyed(printed):
    blocks = [
        Heading(2, [HOSTILE], HOSTILE, HOSTILE),
        Paragraph([HOSTILE]),
        Table([[HOSTILE]], [[[HOSTILE]]], HOSTILE, HOSTILE, HOSTILE),
        Callout(HOSTILE, [HOSTILE]),
        Facts([Fact(HOSTILE, [HOSTILE])]),
    ]
    text = flat(text_of(printed(blocks, title=HOSTILE, authors=[HOSTILE], description=HOSTILE)))
    assert text.count(HOSTILE) >= 6


def test_letters_that_cannot_be_drawn_become_boxes():
    assert printable("a\x00b\u202ec\nd \ud800 \U0001f600 e\u0308") == "abc d □ □ ë"


def test_every_letter_that_counts_as_printable_is_drawn(printed):
    letters = "".join(chr(code) for first, last in PRINTABLE for code in range(first, last + 1))
    assert printed([Paragraph([letters]), Paragraph([Strong([letters])])]).stat().st_size > 100_000


def test_a_word_longer_than_the_line_is_broken(printed):
    text = text_of(printed([Paragraph(["x" * 500])]))
    assert max(len(line) for line in text.splitlines()) < 120
    assert sum(map(len, re.findall("x{4,}", text))) == 500


def test_a_long_table_repeats_its_head_on_each_page(printed):
    rows = [[[f"Rreshti {number}"], ["po"]] for number in range(120)]
    pages = text_of(printed([Table([["Kushti"], ["Gati"]], rows, "Kushtet")])).split("\f")[:-1]
    assert len(pages) > 2
    assert all("Kushti" in page for page in pages)


def test_parts_without_content_are_left_out(printed):
    empty = [Heading(1, []), Paragraph([]), List([[]]), Table([], []), Facts([]), References([])]
    assert "DOCUMENT" not in text_of(printed([*empty, Callout("", []), Jump(["fjala"], "none")]))


@pytest.mark.parametrize(
    ("blocks", "reason"),
    [
        ([Figure(b"no picture", "x")], "unknown image format"),
        ([Figure("<svg", "x")], "failed to parse SVG"),
        ([Figure(SQUARE.replace("<rect", '<image href="/etc/passwd"/><rect'), "x")], "passwd"),
    ],
)
def test_a_picture_that_cannot_be_used_is_named_in_one_line(printed, blocks, reason):
    with pytest.raises(PaperError, match=rf"^[^\n]*{reason}[^\n]*$"):
        printed(blocks)


def test_a_picture_that_grows_without_end_ends_only_the_child(printed):
    with pytest.raises(PaperError, match="too much memory"):
        printed([Figure(huge_picture(), "x")])


def test_a_document_nested_without_end_is_refused(printed):
    deep = ["x"]
    for _ in range(500):
        deep = [Strong(deep)]
    with pytest.raises(PaperError, match="nested too deeply"):
        printed([Paragraph(deep)])


def test_time_is_bounded(monkeypatch, printed):
    monkeypatch.setattr(paper, "LIMITS", replace(paper.LIMITS, wall_seconds=0.001))
    with pytest.raises(PaperError, match="took longer"):
        printed()


def huge_picture():
    """A PNG of a few kilobytes that says it is 30,000 pixels wide and high."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(90_001))), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
