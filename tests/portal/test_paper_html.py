"""Rich text on its way to paper."""

import pytest

from portal.paper.html import MAX_LENGTH, RichText
from portal.paper.tree import (
    Citation,
    Emph,
    Heading,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Strong,
)

BASE = "https://example.org/sq/studimi/"


def citation(tag):
    return Citation(1, "source") if tag.name == "cite" else None


@pytest.fixture
def rich():
    return RichText(BASE, special=citation)


def test_paragraphs_with_marks_and_breaks(rich):
    html = "<p>Një <b>e <i>rëndë</i></b><br/>vijë</p>\n<p> </p>"
    bold = Strong(["e ", Emph(["rëndë"])])
    assert rich.blocks(html) == [Paragraph(["Një ", bold, LineBreak(), "vijë"])]


def test_lists_keep_their_lists(rich):
    html = "<ol><li>Një<ul><li><p>nën</p></li></ul></li><li>Dy</li></ol>"
    inner = List([[Paragraph(["nën"])]])
    assert rich.blocks(html) == [List([["Një", inner], ["Dy"]], ordered=True)]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://example.com/a", "https://example.com/a"),
        ("/sq/fjalori/", "https://example.org/sq/fjalori/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("http://[broken", ""),
    ],
)
def test_addresses_become_absolute(rich, href, url):
    assert rich.inlines(f'<a href="{href}">fjala</a>') == [Link(["fjala"], url)]


def test_headings_and_quotations(rich):
    html = "<h3>Hapat</h3><blockquote><p>Fjalë</p></blockquote>"
    assert rich.blocks(html) == [Heading(3, ["Hapat"]), Quote([Paragraph(["Fjalë"])])]


def test_a_room_gives_meaning_to_its_own_elements(rich):
    assert rich.inlines("Shih <cite data-id='4'>x</cite>.") == ["Shih ", Citation(1, "source"), "."]


def test_text_outside_paragraphs_is_kept_and_wrappers_vanish(rich):
    html = '<div class="rich-text">Pa paragraf<p>Me</p></div>'
    assert rich.blocks(html) == [Paragraph(["Pa paragraf"]), Paragraph(["Me"])]


def test_what_nobody_reads_is_left_out(rich):
    html = "<p>a<!-- b --><script>c</script><style>d</style> &lt;e&gt; <span>f</span></p>"
    assert rich.blocks(html) == [Paragraph(["a", " <e> ", "f"])]


def test_deep_nesting_ends_as_text(rich):
    nodes = rich.inlines("<b>" * 500 + "x" + "</b>" * 500)
    depth = 0
    while not isinstance(nodes[0], str):
        nodes, depth = nodes[0].children, depth + 1
    assert nodes == ["x"]
    assert depth < 30


def test_a_text_without_end_is_refused(rich):
    with pytest.raises(ValueError, match="longer than"):
        rich.blocks("x" * (MAX_LENGTH + 1))
