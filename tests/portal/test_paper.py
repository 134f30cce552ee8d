"""The PDFs of the paper path, read with Poppler's tools: structure, words, links."""

import re
from functools import partial

import pytest

from portal.paper.compile import make_pdf
from portal.paper.pen import Choices, Columns, Lines, Scan, Together
from portal.paper.tree import (
    Callout,
    Fact,
    Facts,
    Heading,
    Link,
    List,
    PageBreak,
    Paragraph,
    Reference,
    References,
    Strong,
    Table,
)
from portal.paper.words import words
from tests.portal.paper import (
    DOCUMENT,
    SQUARE,
    flat,
    overprinted,
    pages_with,
    poppler,
    put,
    structure_of,
    text_of,
)


@pytest.fixture
def printed(tmp_path):
    """A function that prints the study, or the blocks it is given, and returns the file."""
    return partial(put, tmp_path)


def test_it_is_tagged_and_says_what_it_is(printed):
    file = printed()
    about = poppler("pdfinfo", file)
    assert re.search(r"Tagged: +yes", about)
    assert re.search(r"Title: +Modele për të mbijetuarat", about)
    assert re.search(r"Author: +Ana Shembull, Beni Shembull", about)
    assert re.search(r"Keywords: +strehim, punësim", about)
    assert "<xmp:CreateDate>2026-03-01T12:00:00+00:00<" in poppler("pdfinfo", "-meta", file)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_language_is_named_and_the_layout_speaks_it(printed, language):
    file = printed(language=language)
    assert f"<dc:language><rdf:Bag><rdf:li>{language}<" in poppler("pdfinfo", "-meta", file)
    text = text_of(file)
    for word in words(language).values():
        assert word.format(page=2, pages=5) in text


def test_headings_are_tagged_in_order_without_a_gap(printed):
    headings = re.findall(r'^ *(H\d)[^\n]*\n((?: +"[^\n]*\n)+)', structure_of(printed()), re.M)
    assert [(level, flat(text).replace('"', "").strip()) for level, text in headings][-3:] == [
        ("H1", "1 Çështja e strehimit"),
        ("H2", "Hapat e parë"),
        ("H1", "Burimet"),
    ]


def test_tables_have_header_cells(printed):
    table = structure_of(printed()).split("Table (block)")[1]
    assert re.search(r'THead.*?TH .*?"Bashkia".*?TH.*?"Prova"', table, re.S)
    assert re.search(r'TBody.*?TD.*?"Vlora".*?TD.*?"mesatare"', table, re.S)


def test_lists_notes_quotations_and_captions_are_tagged(printed):
    structure = structure_of(printed())
    assert structure.count("  LI (block)") >= 6
    for tag, text in {
        "LBody": "Dy e gjysmë",
        "Note <": "Shënim për",
        "BlockQuote": "Fjalë të dikujt.",
        "Caption": "Bashkitë",
    }.items():
        assert re.search(rf"\b{tag}.*?{text}", structure, re.S), tag


def test_a_figure_is_described(printed):
    assert b"/Alt(Katror i zi)" in printed().read_bytes()


def test_everything_can_be_read_as_text(printed):
    text = flat(text_of(printed()))
    for words_on_paper in (
        "Çfarë dimë",
        "1 mars 2026 Versioni 2",
        "Tekst demonstrues",
        "Ndërhyrja është e shkurtër.",
        "Shënim për kohëzgjatjen.",
        "Fjalë të dikujt.",
        "Kohëzgjatja dy vjet",
        "[1] Shembull, A. (2020). Libri.",
    ):
        assert words_on_paper in text


def test_an_address_is_linked_and_printed_in_a_note(printed):
    file = printed()
    assert "https://example.org/ligji/2006" in poppler("pdfinfo", "-url", file)
    assert "example.org/ligji/2006" in text_of(file)


def test_an_address_that_is_its_own_text_needs_no_note(printed):
    links = [Link(["example.org/a"], "https://example.org/a/"), Link(["x"], "javascript:x")]
    text = text_of(printed([Paragraph(links)]))
    assert text.count("example.org/a") == 1
    assert "javascript" not in text


def test_bookmarks_and_links_lead_inside(printed):
    xml = poppler("pdftohtml", "-xml", "-i", "-stdout", printed())
    assert '<item page="3">1 Çështja e strehimit</item>' in xml
    assert '<item page="3">Hapat e parë</item>' in xml
    assert re.search(r'href="[^"]*#5">\[1\]', xml)
    assert re.search(r'href="[^"]*#3">katrorin', xml)
    assert re.search(r'href="[^"]*#3">1 Çështja e strehimit', xml)


def test_every_typeface_is_embedded_and_text_stands_in_ours(printed):
    fonts = [line.split() for line in poppler("pdffonts", printed()).splitlines()[2:]]
    assert all("Bitter" in font[0] and font[-5] == "yes" for font in fonts)
    assert len(fonts) == 3


PEN = [
    Together([Paragraph(["Cila?"]), Choices([["Kjo"], ["Ajo"]], letters=True)]),
    Choices([["Dhoma"], ["Koha"]]),
    Columns([Choices([["129"]], "write")], [Choices([["Policia"]], "none", letters=True)]),
    Lines(3, "Emri:"),
    Callout("Detyrë", [Lines()], "task"),
    Scan([Paragraph(["example.org/fleta"])], SQUARE, "Kodi"),
]


def test_what_is_ticked_and_written_in_is_tagged_and_read_in_order(printed):
    file = printed(PEN)
    text = flat(text_of(file))
    said = ("Cila?", "A", "Kjo", "B", "Ajo", "Dhoma", "Koha", "129", "A", "Policia", "Emri:")
    assert re.search(".*?".join(map(re.escape, said)), text)
    assert "Detyrë" in text
    assert structure_of(file).count("  LI (block)") == 6
    assert b"/Alt(Kodi)" in file.read_bytes()


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(["fjalë " * 5000]),
        Choices([["Pikë"]] * 120),
        Callout("", [Scan([Paragraph(["x"])], SQUARE, "x")] * 40, "task"),
    ],
    ids=["text", "list", "codes"],
)
def test_what_is_longer_than_a_page_goes_on_on_the_next(printed, block):
    pages = poppler("pdfinfo", printed([Together([block])]))
    assert int(re.search(r"Pages: +(\d+)", pages)[1]) > 2


def test_what_fits_on_a_page_is_not_parted(printed):
    above, kept = Lines(20), Together([Choices([["Pikë"]] * 20)])
    pages = text_of(printed([above, kept])).split("\f")
    assert ["Pikë" in page for page in pages[:2]] == [False, True]


TERMS = {
    "short": ["Policia", "Bashkia dhe prefektura"],
    "one is long": ["Policia", "Arsimi dhe mbrojtja e fëmijëve në bashki", "Gjykata"],
    "longer than a line": ["Organizatat e shoqërisë civile " * 5, "Policia"],
}


@pytest.mark.parametrize("terms", TERMS.values(), ids=TERMS)
@pytest.mark.parametrize("said", [["E shkurtër."], [Paragraph(["E shkurtër. " * 12])]])
def test_no_term_is_printed_over_another_or_over_a_description(printed, terms, said):
    file = printed([Facts([Fact(term.strip(), said) for term in terms] * 3)])
    assert overprinted(file) == []
    text = flat(text_of(file))
    assert all(term.strip() in text for term in terms)
    assert "E shkurtër." in text


def rows(name: str, count: int) -> list:
    return [[[f"{name}-{number:02}"], ["E shkurtër"]] for number in range(1, count + 1)]


def entry(name: str) -> Paragraph:
    return Paragraph([f"{name}-01"])


HEADED = {
    "table": lambda name: [Table([["Koka"], ["Vlera"]], rows(name, 25), "Titulli i tabelës")],
    "table without caption": lambda name: [Table([["Koka"], ["Vlera"]], rows(name, 25))],
    "list": lambda name: [List([[Strong([f"Emri-{name}"]), entry(name)]])],
    "facts": lambda name: [Facts([Fact("Emri", [entry(name)])])],
    "lead": lambda name: [Paragraph([f"Emri-{name}"], leads=True), entry(name)],
}
# Fills between 165 and 240 mm of a page, in steps of two or three: ruled lines and lines of text.
FILLERS = [
    [Lines(ruled), *[Paragraph(["Mbushje."])] * text]
    for ruled in range(17, 25)
    for text in range(5)
]


@pytest.mark.parametrize("kind", HEADED)
def test_a_heading_stays_with_what_it_heads(printed, kind):
    names = [f"r{number}" for number, _filler in enumerate(FILLERS)]
    blocks = [
        block
        for name, filler in zip(names, FILLERS, strict=True)
        for block in [PageBreak(), *filler, Heading(1, [f"Kreu-{name}."]), *HEADED[kind](name)]
    ]
    file = printed(blocks)
    heads = pages_with(file, *(f"Kreu-{name}." for name in names))
    assert heads == pages_with(file, *(f"{name}-01" for name in names))
    if kind in ("list", "lead"):
        assert heads == pages_with(file, *(f"Emri-{name}" for name in names))


ENDINGS = {
    "paragraph": lambda name: [entry(name)],
    "references": lambda name: [
        Heading(1, ["Referencat"]),
        References([Reference([f"{name}-01"], 1, f"{name}-reference")]),
    ],
    "task": lambda name: [Together([Callout("Detyra", [entry(name), Lines(6)], "task")])],
}


@pytest.mark.parametrize("kind", ENDINGS)
def test_the_imprint_has_no_page_to_itself(printed, kind):
    names = [f"r{number}" for number, _filler in enumerate(FILLERS)]
    blocks = [
        block
        for name, filler in zip(names, FILLERS, strict=True)
        for block in [
            PageBreak(),
            *filler,
            *ENDINGS[kind](name),
            Together([Callout("", [Paragraph([f"Licenca-{name}."])] * 4, "imprint")]),
        ]
    ]
    file = printed(blocks)
    last = pages_with(file, *(f"{name}-01" for name in names))
    assert last == pages_with(file, *(f"Licenca-{name}." for name in names))


def test_a_long_address_is_printed_without_its_query_and_linked_with_it(printed):
    address = "https://example.org/sq/modele/"
    query = "?compare=strehim&compare=punesim"
    file = printed([Paragraph(["Fjali."])], address=f"{address}{query}")
    assert flat(text_of(file)).count("example.org/sq/modele ") == 2
    assert "compare" not in text_of(file)
    assert f"{address}{query}" in poppler("pdfinfo", "-url", file)


def test_a_short_table_is_not_parted(printed):
    for lines in range(16, 26, 3):
        file = printed([Lines(lines), Table([["Koka"], ["Vlera"]], rows("r", 9))])
        assert len(set(pages_with(file, "Koka", "r-01", "r-09"))) == 1


def test_the_same_tree_gives_the_same_bytes():
    assert make_pdf(DOCUMENT) == make_pdf(DOCUMENT)
