"""Numbers and anchors of headings, figures and tables."""

from knowledgebase.text.outline import outline

CHAPTER = [
    ("a", "heading", "Pse"),
    ("b", "text", "…"),
    ("c", "figure", "Harta"),
    ("d", "subheading", "Për kë"),
    ("e", "table", "Kostot"),
    ("f", "subheading", "Për kë"),
    ("g", "heading", "Si"),
    ("h", "subheading", "Hapat"),
    ("i", "figure", "Rrjeti"),
]


def numbers(blocks, chapter=None):
    return [(part.id, part.number) for part in outline(blocks, chapter)]


def anchors(*headings):
    return [part.anchor for part in outline([("x", "heading", text) for text in headings])]


def test_parts_are_numbered_within_their_chapter():
    assert numbers(CHAPTER, 3) == [
        ("a", "3.1"),
        ("c", "3.1"),
        ("d", "3.1.1"),
        ("e", "3.1"),
        ("f", "3.1.2"),
        ("g", "3.2"),
        ("h", "3.2.1"),
        ("i", "3.2"),
    ]


def test_parts_are_numbered_without_a_chapter():
    assert numbers(CHAPTER)[:4] == [("a", "1"), ("c", "1"), ("d", "1.1"), ("e", "1")]


def test_a_subheading_before_all_headings_is_numbered_as_one():
    blocks = [("a", "subheading", "A"), ("b", "subheading", "B"), ("c", "heading", "C")]
    assert numbers(blocks, 1) == [("a", "1.1"), ("b", "1.1.1"), ("c", "1.2")]


def test_anchors_are_those_of_headings_everywhere():
    assert anchors("Për kë") == ["h-per-ke"]


def test_equal_headings_have_anchors_of_their_own():
    assert anchors("A", "A", "A") == ["h-a", "h-a-2", "h-a-3"]


def test_an_anchor_never_meets_one_that_a_heading_has_by_itself():
    found = anchors("A", "A 2", "A", "A")
    assert found[:2] == ["h-a", "h-a-2"]
    assert len(set(found)) == 4


def test_figures_and_tables_have_anchors_by_number():
    parts = {part.id: part.anchor for part in outline(CHAPTER, 3)}
    assert (parts["c"], parts["e"]) == ("figure-3-1", "table-3-1")


def test_what_has_no_number_is_passed_over():
    assert numbers([("a", "text", "x"), ("b", "quote", "y")]) == []
