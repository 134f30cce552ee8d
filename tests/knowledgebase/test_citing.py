"""What we say of a work is what parsers written by others read."""

from dataclasses import replace
from io import StringIO

import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from pyld import jsonld

from knowledgebase.citing import bibtex, csl, meta, ris, schema_org
from knowledgebase.citing.work import (
    Kind,
    Organisation,
    PartialDate,
    Person,
    Work,
    authors_from_lines,
    one_line,
)
from tests.knowledgebase.works import ALL, ARTICLE, CHAPTER, EDITED, MODEL, STUDY, UNDATED

HOSTILE = 'A "quoted" & 50% {brace \\ back_slash} }{ #1 $2 ~3 ^4 <b>\nAU  - line, ë ç'
SCHEMA = "https://schema.org/"
quick = settings(max_examples=60, database=None, deadline=None)
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
tex_text = st.text('aAëÇ &%${}\\~^_#"\n@,=', max_size=60)  # TeX joins two hyphens and two quotes

standard_macros = get_default_latex_context_db()
standard_macros.add_context_category(
    "standard",
    prepend=True,
    macros=[
        MacroTextSpec("textbraceleft", "{"),
        MacroTextSpec("textbraceright", "}"),
        MacroTextSpec("textasciicircum", "^"),
    ],
)


def read_bibtex(work: Work):
    """Return the only entry of what we write."""
    (entry,) = parse_string(bibtex.entry(work), "bibtex").entries.values()
    return entry


def printed(tex: str) -> str:
    """Return what TeX prints."""
    return LatexNodes2Text(latex_context=standard_macros).latex_to_text(tex)


def read_ris(work: Work) -> dict:
    """Return the only record of what we write."""
    (record,) = rispy.load(StringIO(ris.record(work)))
    return record


def expanded(document: dict) -> dict:
    """Return JSON-LD with full names, as a machine sees it; the context comes from here."""
    context = {"@vocab": SCHEMA, "url": {"@type": "@id"}}
    loader = {"contextUrl": None, "documentUrl": None, "document": {"@context": context}}
    options = {"documentLoader": lambda _url, _options: loader}
    (found,) = jsonld.expand(document, options)
    return found


def titled(title: str) -> Work:
    return replace(STUDY, title=title)


def test_bibtex_keeps_every_field():
    entry = read_bibtex(ARTICLE)
    assert entry.type == "article"
    assert entry.key == "article-2019"
    assert str(entry.persons["author"][0]) == "Name0, Al Bo"
    fields = ("title", "journal", "volume", "number", "pages", "year", "month", "doi")
    assert [entry.fields[name] for name in fields] == [
        "Effects of support",
        "A Journal of Care",
        "12",
        "3",
        "1--10",
        "2019",
        "May",
        "10.1000/ABC_1",
    ]


@pytest.mark.parametrize(
    ("work", "kind", "fields"),
    [
        (STUDY, "techreport", {"institution": r"D\&E", "url": STUDY.url, "version": "1.2"}),
        (CHAPTER, "incollection", {"booktitle": CHAPTER.container_title, "publisher": r"D\&E"}),
        (MODEL, "misc", {"howpublished": MODEL.container_title, "language": "sq"}),
        (UNDATED, "misc", {"urldate": "2026-05-02", "url": UNDATED.url}),
    ],
)
def test_bibtex_has_the_fields_of_each_kind(work, kind, fields):
    entry = read_bibtex(work)
    assert entry.type == kind
    assert {name: entry.fields[name] for name in fields} == fields


def test_bibtex_leaves_out_what_is_not_known():
    assert {"year", "month", "doi", "author"}.isdisjoint(read_bibtex(UNDATED).fields)


def test_bibtex_keeps_an_organisation_in_one_piece():
    work = replace(
        STUDY, authors=(Organisation("Njerëz and të tjerë, Tiranë"), Person("Kola", "B"))
    )
    names = [str(person) for person in read_bibtex(work).persons["author"]]
    assert names == ["{Njerëz and të tjerë, Tiranë}", "Kola, B"]


def test_bibtex_keeps_a_person_whose_name_holds_and():
    work = replace(STUDY, authors=(Person("Band and Co", "Ana"),))
    assert len(read_bibtex(work).persons["author"]) == 1


def test_bibtex_protects_capitals_but_for_the_first_word():
    title = read_bibtex(titled("Korniza EMMIE në Vlorë")).fields["title"]
    assert title == "Korniza {EMMIE} në {Vlorë}"


@quick
@given(tex_text)
def test_bibtex_prints_any_title(text):
    entry = read_bibtex(titled("a " + text))
    assert one_line(printed(entry.fields["title"])) == one_line("a " + text)


@quick
@given(any_text, any_text)
def test_bibtex_stays_one_entry_whatever_the_text(text, url):
    work = replace(STUDY, title=text, abstract=text, url=url, authors=(Organisation(text),))
    assert read_bibtex(work).key == STUDY.identifier


def test_ris_keeps_every_field():
    record = read_ris(EDITED)
    assert record["type_of_reference"] == "CHAP"
    assert record["authors"] == ["Hoxha, Dhurata Ana"]
    assert record["title"] == "Is it enough?"
    assert record["secondary_title"] == "A Book"
    assert (record["start_page"], record["end_page"]) == ("12", "34")
    assert record["year"] == "2020"


def test_ris_writes_dates_as_far_as_they_are_known():
    dates = [read_ris(work)["date"] for work in (STUDY, CHAPTER, EDITED)]
    assert dates == ["2026/08/12/", "2026/08//", "2020///"]
    assert read_ris(UNDATED)["access_date"] == "2026/05/02/"


def test_ris_lines_end_as_the_format_asks():
    assert ris.record(STUDY).count("\r\n") == ris.record(STUDY).count("\n")


@quick
@given(any_text)
def test_ris_stays_one_record_whatever_the_text(text):
    author = Organisation(f"a{text}a")
    record = read_ris(replace(STUDY, title=f"a{text}a", authors=(author,)))
    assert record["title"] == one_line(f"a{text}a")
    assert record["authors"] == [one_line(author.in_one_field)]


INSTITUTE = Organisation("Instituti i Shëndetit, Tiranë")
AUTHORED = replace(STUDY, authors=(INSTITUTE, Person("Kola", "Ben")))


def test_an_organisation_with_a_comma_in_its_name_is_one_author_in_every_format():
    assert [str(person) for person in read_bibtex(AUTHORED).persons["author"]] == [
        "{Instituti i Shëndetit, Tiranë}",
        "Kola, Ben",
    ]
    assert csl.item(AUTHORED)["author"][0] == {"literal": "Instituti i Shëndetit, Tiranë"}
    assert schema_org.document(AUTHORED)["author"][0] == {
        "@type": "Organization",
        "name": "Instituti i Shëndetit, Tiranë",
    }


def test_formats_that_part_names_at_the_comma_get_an_organisation_without_one():
    assert read_ris(AUTHORED)["authors"] == ["Instituti i Shëndetit – Tiranë", "Kola, Ben"]
    authors = [content for name, content in meta.tags(AUTHORED) if name == "citation_author"]
    assert authors == ["Instituti i Shëndetit – Tiranë", "Kola, Ben"]


def test_a_page_of_ours_is_a_web_page_in_every_format():
    assert read_ris(MODEL)["type_of_reference"] == "ELEC"
    assert read_ris(MODEL)["secondary_title"] == "Modele integrimi"
    assert csl.item(MODEL)["type"] == "webpage"
    assert csl.item(MODEL)["container-title"] == "Modele integrimi"
    document = schema_org.document(MODEL)
    assert document["@type"] == "WebPage"
    assert document["isPartOf"] == {"@type": "CollectionPage", "name": "Modele integrimi"}
    assert "citation_journal_title" not in dict(meta.tags(MODEL))


def test_every_format_names_the_language():
    assert read_bibtex(CHAPTER).fields["language"] == "sq"
    assert read_ris(CHAPTER)["language"] == "sq"
    assert csl.item(CHAPTER)["language"] == "sq"


@pytest.mark.parametrize("dash", ["-", "‐", "‑", "‒", "–", "—", "―", "−", "--", " – ", " - "])
def test_pages_may_be_typed_with_any_dash(dash):
    work = replace(EDITED, pages=f"12{dash}34")
    assert read_bibtex(work).fields["pages"] == "12--34"
    assert (read_ris(work)["start_page"], read_ris(work)["end_page"]) == ("12", "34")
    assert csl.item(work)["page"] == "12-34"
    assert {("citation_firstpage", "12"), ("citation_lastpage", "34")} <= set(meta.tags(work))


@pytest.mark.parametrize("typed", ["12–15, 20", "12-15,20", "12 — 15; 20", "12–15, 20,"])
def test_pages_may_be_a_list_of_ranges(typed):
    work = replace(EDITED, pages=typed)
    assert read_bibtex(work).fields["pages"] == "12--15, 20"
    assert read_ris(work)["start_page"] == "12-15, 20"
    assert "end_page" not in read_ris(work)
    assert csl.item(work)["page"] == "12-15, 20"
    assert schema_org.document(work)["pagination"] == "12-15, 20"
    assert {("citation_firstpage", "12"), ("citation_lastpage", "20")} <= set(meta.tags(work))


@pytest.mark.parametrize(
    ("title", "full"),
    [("Modelet", "Modelet: Çfarë dimë"), ("Mjafton kjo?", "Mjafton kjo? Çfarë dimë")],
)
def test_the_subtitle_follows_the_title_in_every_format(title, full):
    work = replace(STUDY, title=title, subtitle="Çfarë dimë")
    assert printed(read_bibtex(work).fields["title"]) == full
    assert read_ris(work)["title"] == full
    assert (csl.item(work)["title"], csl.item(work)["title-short"]) == (full, title)
    assert schema_org.document(work)["name"] == full
    assert ("citation_title", full) in meta.tags(work)


@pytest.mark.parametrize("work", ALL, ids=lambda work: work.identifier)
def test_a_citation_processor_knows_every_variable_of_csl(work):
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    source = CiteProcJSON([csl.item(work)])  # a warning on an unknown variable fails the test
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(work.identifier)]))
    (reference,) = bibliography.bibliography()
    assert work.title in str(reference)


def test_csl_tells_persons_from_organisations():
    authors = csl.item(replace(STUDY, authors=(*STUDY.authors, Person("Kola", "Ben"))))["author"]
    assert authors == [{"literal": "D&E"}, {"family": "Kola", "given": "Ben"}]


def test_csl_writes_dates_as_far_as_they_are_known():
    works = (STUDY, CHAPTER, EDITED)
    dates = [csl.item(work)["issued"]["date-parts"] for work in works]
    assert dates == [[[2026, 8, 12]], [[2026, 8]], [[2020]]]
    assert "issued" not in csl.item(UNDATED)


def test_csl_takes_any_text_as_it_is():
    assert csl.item(titled(HOSTILE))["title"] == one_line(HOSTILE)


def test_scholar_reads_a_report():
    assert meta.tags(STUDY) == [
        ("citation_title", "Modele të suksesshme të integrimit"),
        ("citation_author", "D&E"),
        ("citation_publication_date", "2026/08/12"),
        ("citation_technical_report_institution", "D&E"),
        ("citation_language", "sq"),
        ("citation_pdf_url", "https://portal.example/study.pdf"),
        ("citation_keywords", "strehim"),
        ("citation_keywords", "punësim"),
    ]


def test_scholar_reads_each_author_and_the_pages_of_an_article():
    tags = meta.tags(ARTICLE)
    assert [content for name, content in tags if name == "citation_author"] == [
        f"Name{number}, Al Bo" for number in range(7)
    ]
    assert {
        ("citation_journal_title", "A Journal of Care"),
        ("citation_firstpage", "1"),
        ("citation_lastpage", "10"),
        ("citation_doi", "10.1000/ABC_1"),
    } <= set(tags)


def test_scholar_is_told_the_book_of_a_chapter():
    assert ("citation_inbook_title", "A Book") in meta.tags(EDITED)


def test_json_ld_names_a_work_by_its_stable_address():
    found = expanded(schema_org.document(STUDY))
    assert found["@id"] == "https://portal.example/id/study"
    assert found["@type"] == [SCHEMA + "Report"]
    assert found[SCHEMA + "datePublished"] == [{"@value": "2026-08-12"}]
    assert found[SCHEMA + "author"][0][SCHEMA + "name"] == [{"@value": "D&E"}]


def test_json_ld_of_a_chapter_leads_to_the_study():
    found = expanded(schema_org.document(CHAPTER))
    (study,) = found[SCHEMA + "isPartOf"]
    assert study["@id"] == expanded(schema_org.document(STUDY))["@id"]
    assert found[SCHEMA + "author"][0]["@id"] == "https://orcid.org/0000-0002-1825-0097"


@pytest.mark.parametrize("work", ALL, ids=lambda work: work.identifier)
def test_json_ld_holds_nothing_empty(work):
    document = schema_org.document(work)
    assert all(document.values())
    assert expanded(document)["@type"][0].startswith(SCHEMA)


def test_json_ld_of_a_glossary_holds_its_terms():
    term = schema_org.defined_term(
        url="https://x/id/1",
        name="Dhunë",
        definition="Një përkufizim",
        language="sq",
        also=["DHF"],
        in_set="https://x/id/0",
    )
    glossary = schema_org.defined_term_set(
        url="https://x/id/0", name="Fjalor", language="sq", terms=[term]
    )
    (inner,) = expanded(glossary)[SCHEMA + "hasDefinedTerm"]
    alone = expanded(term)
    assert inner["@id"] == alone["@id"] == "https://x/id/1"
    assert alone[SCHEMA + "inDefinedTermSet"] == [{"@id": "https://x/id/0"}]
    assert inner[SCHEMA + "alternateName"] == [{"@value": "DHF"}]


def test_authors_are_read_one_a_line():
    lines = "Hoxha, Ana \n\nD&E\r\nBashkia Vlorë"
    assert authors_from_lines(lines) == (
        Person("Hoxha", "Ana"),
        Organisation("D&E"),
        Organisation("Bashkia Vlorë"),
    )


def test_braces_keep_the_commas_of_an_organisation():
    lines = "{Instituti i Shëndetit, Tiranë}\nKola, Ben"
    assert authors_from_lines(lines) == (INSTITUTE, Person("Kola", "Ben"))


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        (PartialDate(2020), "2020"),
        (PartialDate(2020, 8), "2020-08"),
        (PartialDate(2020, 8, 2), "2020-08-02"),
        (PartialDate(2020, 0, 2), "2020"),
    ],
)
def test_a_date_says_no_more_than_is_known(date, iso):
    assert date.iso == iso


@pytest.mark.parametrize("doi", ["10.1/a", "https://doi.org/10.1/a", "doi: 10.1/a"])
def test_a_doi_may_be_copied_in_any_form(doi):
    assert Work(Kind.BOOK, "a", "a", doi=doi).address == "https://doi.org/10.1/a"
