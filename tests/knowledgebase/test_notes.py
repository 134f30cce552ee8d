"""Footnotes and references that editors type as marks."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledgebase.text.notes import (
    MOST_PROBLEMS,
    Citation,
    Note,
    Notes,
    Source,
    Text,
    citation_keys,
    parse,
    problems,
)

KEYS = ["edmond-2013", "ligji-9669"]
quick = settings(max_examples=150, database=None, deadline=None)
marked_text = st.lists(
    st.sampled_from(
        ["^[", "[", "]", "[@edmond-2013]", "[@", "@", ";", ",", "a ", "<b>", "</b>", "<p>", "</p>"]
    ),
    max_size=40,
).map("".join)


def as_typed(pieces) -> str:
    """Return the marks as an editor would type them."""
    return "".join(map(typed, pieces))


def typed(piece) -> str:
    if isinstance(piece, Text):
        return piece.html
    if isinstance(piece, Note):
        return f"^[{as_typed(piece.pieces)}]"
    sources = (", ".join(filter(None, (f"@{s.key}", s.locator))) for s in piece.sources)
    return f"[{'; '.join(sources)}]"


def rendered(*texts: str) -> tuple[Notes, BeautifulSoup]:
    """Return the collector and the page of texts."""
    notes = Notes(KEYS)
    return notes, BeautifulSoup("".join(map(notes, texts)), "html.parser")


def test_text_without_marks_stays_as_it_is():
    html = '<p data-block-key="a1">Një &amp; dy [tre] a^b @kush</p>'
    assert parse(html) == [Text(html)]


def test_a_note_holds_text_and_citations():
    assert parse("<p>a^[b <i>c</i> [@edmond-2013, f. 12] d] e</p>") == [
        Text("<p>a"),
        Note(
            (
                Text("b <i>c</i> "),
                Citation((Source("edmond-2013", "f. 12"),)),
                Text(" d"),
            )
        ),
        Text(" e</p>"),
    ]


def test_a_note_ends_with_its_paragraph():
    html = "<p>a ^[b</p><p>c] d</p>"
    assert parse(html) == [Text(html)]


def test_a_citation_names_several_sources():
    (citation,) = parse("[@edmond-2013, f. 1 &amp; 2; @ligji-9669, neni 3]")
    assert citation == Citation((Source("edmond-2013", "f. 1 & 2"), Source("ligji-9669", "neni 3")))


def test_brackets_within_a_note_are_text():
    assert parse("^[a [b] c]") == [Note((Text("a [b] c"),))]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://x/?a[@b]">[@edmond-2013]</a>',
        "<code>a[@edmond-2013] ^[b]</code>",
        "<code><b>[@edmond-2013]</b></code>",
        "https://x.example/?a[@edmond-2013]",
        '<img alt="[@edmond-2013]"/>',
        "ana@example.org",
        "[ana@example.org]",
    ],
)
def test_addresses_links_and_code_are_left_alone(html):
    assert parse(html) == [Text(html)]


def test_a_note_may_follow_an_address():
    assert [type(piece) for piece in parse("https://x.example/a^[b]")] == [Text, Note]


def test_a_link_within_a_note_is_allowed():
    (note,) = parse('^[Shih <a href="https://x/">këtu</a>.]')
    assert note == Note((Text('Shih <a href="https://x/">këtu</a>.'),))


def test_notes_are_numbered_over_all_texts_of_a_page():
    notes, page = rendered("<p>a^[një] b^[dy]</p>", "<p>c^[tre]</p>")
    assert [mark.text for mark in page.select("sup.note-mark a")] == ["1", "2", "3"]
    assert [str(note.html) for note in notes.footnotes] == ["një", "dy", "tre"]


def test_marks_and_notes_lead_to_each_other():
    notes, page = rendered("<p>a^[një] b^[dy]</p>")
    for mark, note in zip(page.select("sup a"), notes.footnotes, strict=True):
        assert mark["href"] == f"#{note.id}"
        assert f'href="#{mark["id"]}"' in note.back_link


def test_roles_tell_assistive_technology_what_a_link_is():
    notes, page = rendered("<p>a^[një] [@edmond-2013]</p>")
    assert [link["role"] for link in page.select("a")] == ["doc-noteref", "doc-biblioref"]
    links = [notes.footnotes[0].back_link, *notes.references[0].back_links]
    assert all('role="doc-backlink"' in link for link in links)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("sq", ["Shënimi 1", "Referenca 1, f. 2", "Kthehuni te shënimi 1 në tekst"]),
        ("en", ["Note 1", "Reference 1, f. 2", "Back to note 1 in the text"]),
    ],
)
def test_labels_are_in_the_language_of_the_visitor(language, labels):
    with override(language):
        notes, page = rendered("a^[b][@edmond-2013, f. 2]")
        back = BeautifulSoup(notes.footnotes[0].back_link, "html.parser").a
    assert [link["aria-label"] for link in [*page.select("a"), back]] == labels


def test_references_are_numbered_by_first_use_and_once():
    notes, page = rendered("[@ligji-9669] [@edmond-2013, f. 3]", "[@ligji-9669]")
    assert [link.text for link in page.select("a.cite")] == ["[1]", "[2, f. 3]", "[1]"]
    assert [reference.key for reference in notes.references] == ["ligji-9669", "edmond-2013"]


def test_a_reference_leads_back_to_each_of_its_uses():
    notes, page = rendered("[@ligji-9669] a^[b [@ligji-9669]] [@ligji-9669; @edmond-2013]")
    links = [BeautifulSoup(link, "html.parser").a for link in notes.references[0].back_links]
    assert [link.text for link in links] == ["a", "b", "c"]
    whole = page.decode() + str(notes.footnotes[0].html)
    assert all(f'id="{link["href"][1:]}"' in whole for link in links)


def test_ids_are_unique_on_the_page():
    notes, page = rendered("a^[b [@ligji-9669]] [@ligji-9669][@ligji-9669] c^[d]")
    page.append(BeautifulSoup("".join(note.html for note in notes.footnotes), "html.parser"))
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == 5
    assert len(set(ids)) == 5


def test_the_27th_use_has_a_name():
    notes, _page = rendered("[@ligji-9669]" * 27)
    assert ">aa</a>" in notes.references[0].back_links[-1]


def test_an_unknown_reference_stays_as_it_was_typed():
    assert Notes(KEYS)("a [@askush, f. &lt;1]") == "a [@askush, f. &lt;1]"


def test_a_locator_cannot_bring_in_html():
    html = Notes(KEYS)("[@edmond-2013, &lt;b&gt; &quot;x&quot;]")
    assert "<b>" not in html
    assert BeautifulSoup(html, "html.parser").a["aria-label"].endswith('<b> "x"')


def test_keys_are_found_in_texts_and_notes():
    assert citation_keys("[@b] ^[c [@a; @b]] [@a]") == ["b", "a"]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p>a ^[pa fund</p>", "This note has no ] at its end: ^[pa fund"),
        ("a ^[]", "This note is empty: ^[]"),
        ("a ^[<b> </b>&nbsp;]", "This note is empty: ^[ ]"),
        ("^[a ^[b] c]", "A note cannot contain another note: ^[b] c]"),
        (
            "^[a <b>b]</b>",
            "Bold, italics or a link go beyond the end of this note: ^[a b]",
        ),
        ("<b>^[a</b> b]", "Bold, italics or a link go beyond the end of this note: ^[a b]"),
    ],
)
def test_editors_are_told_what_is_wrong_with_a_note(html, message):
    with override("en"):
        assert problems(html, KEYS) == [message]


@pytest.mark.parametrize(
    "html",
    ["[@]", "[@edmond-2013, @ligji-9669]", "[@edmond-2013", "[@a [b]]", "^[@edmond-2013]"],
)
def test_editors_are_told_of_a_reference_that_cannot_be_read(html):
    with override("en"):
        (message,) = problems(html, KEYS)
    assert message.startswith("This reference cannot be read: ")


def test_editors_are_told_of_unknown_keys_and_of_those_that_look_alike():
    with override("en"):
        messages = problems("[@edmond-2031] [@qqq]", KEYS)
    assert messages == [
        "No reference has the key “edmond-2031”. Is it edmond-2013?",
        "No reference has the key “qqq”.",
    ]


def test_faultless_text_has_no_problems():
    html = "<p>a^[<b>një</b> [@edmond-2013]] [b] [@ligji-9669, neni 2]</p>"
    assert problems(html, KEYS) == []


@quick
@given(marked_text)
def test_nothing_is_lost_whatever_is_typed(html):
    assert as_typed(parse(html)) == html


@quick
@given(marked_text)
def test_every_note_is_balanced_whatever_is_typed(html):
    for note in (piece for piece in parse(html) if isinstance(piece, Note)):
        inner = as_typed(note.pieces)
        assert inner.count("<b>") == inner.count("</b>")


@pytest.mark.parametrize("hostile", ["^[", "[", "[@", "<", "<b>^[", "^[]", "^[a]", "[@a;", "www."])
def test_hostile_text_is_read_whole_and_faulted_in_few_words(hostile):
    html = hostile * (100_000 // len(hostile))
    assert as_typed(parse(html)) == html
    assert len(problems(html, KEYS)) <= MOST_PROBLEMS
