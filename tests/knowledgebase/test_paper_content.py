"""What our pages say on paper, read from the PDF by tools that others wrote."""

import pytest
from pypdf import PdfReader
from wagtail.models import PageViewRestriction

from knowledgebase.models import ChapterPage, StudyPage
from knowledgebase.titles import STUDY
from portal.media.states import Processing
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    ModelPageFactory,
    NeedFactory,
    ReferenceFactory,
    StudyPageFactory,
    in_english,
)
from tests.knowledgebase.papers import address, comparison, pdf
from tests.media.factories import DocumentFactory, ImageFactory
from tests.portal.paper import flat, poppler, structure_of, text_of
from tests.portal.reading import read
from tests.portal.reading import words as said_in

pytestmark = pytest.mark.django_db

HOSTILE = 'A #pagebreak() $x$ <b>b</b> \\ @ref "q" [z] */ // _i_ *s* `c` = h'


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def printed(ask, tmp_path):
    """A function that asks for a paper, waits for it and returns its file."""

    def read(url: str):
        assert ask(url).status_code == 202
        file = tmp_path / "paper.pdf"
        file.write_bytes(pdf(url))
        return file

    return read


@pytest.fixture
def study(home) -> StudyPage:
    ReferenceFactory(key="hoxha-2020", authors="Hoxha, Ana", title="Çështja e punës")
    study = StudyPageFactory(
        title="Studimi i modeleve",
        slug="studimi",
        authors="Kola, Beni",
        version="1.2",
        in_short="<p>Me pak fjalë.</p>",
    )
    text = "<p>Ndërhyrja çliron^[Një shënim për ërën.]. Shih [@hoxha-2020].</p>"
    body = [("heading", "Pse strehimi"), ("subheading", "Hapat"), ("text", text)]
    ChapterPageFactory(parent=study, title="Kapitulli i strehimit", slug="strehimi", body=body)
    ChapterPageFactory(parent=study, title="Kapitulli i punës", slug="puna")
    return StudyPage.objects.get(pk=study.pk)


@pytest.fixture
def translated(study, english, publish) -> StudyPage:
    pairs = [
        ("Studimi i modeleve", "The study of models"),
        ("studimi", "study"),
        ("<p>Me pak fjalë.</p>", "<p>In a few words.</p>"),
    ]
    publish(publish_translation, study, english, pairs)
    housing, work = ChapterPage.objects.child_of(study)
    pairs = [
        ("Kapitulli i strehimit", "The chapter on housing"),
        ("strehimi", "housing"),
        ("Pse strehimi", "Why housing"),
        ("Hapat", "The steps"),
        (
            "<p>Ndërhyrja çliron^[Një shënim për ërën.]. Shih [@hoxha-2020].</p>",
            "<p>It frees^[A note on wind.]. See [@hoxha-2020].</p>",
        ),
    ]
    publish(publish_translation, housing, english, pairs)
    work.copy_for_translation(english, alias=True)
    return study.get_translation(english)


def bookmarks(file) -> list[str]:
    def titles(outline) -> list[str]:
        return [
            title
            for item in outline
            for title in (titles(item) if isinstance(item, list) else [item.title])
        ]

    return titles(PdfReader(file).outline)


def test_a_study_is_printed_with_all_that_it_says(study, printed):
    file = printed(address(study))
    text = flat(text_of(file))
    for words in (
        "Studimi i modeleve",
        "Beni Kola",
        "1.2",
        "Me pak fjalë.",
        "1.1 Pse strehimi",
        "Ndërhyrja çliron",
        "Një shënim për ërën.",
        "Hoxha, A. (2020). Çështja e punës",
        "Kapitulli i punës",
    ):
        assert words in text
    assert "^[" not in text
    assert "[@" not in text


def test_its_bookmarks_are_its_numbered_headings(study, printed):
    marks = bookmarks(printed(address(study)))
    wanted = ["1 Kapitulli i strehimit", "1.1 Pse strehimi", "2 Kapitulli i punës"]
    assert [mark for mark in marks if mark in wanted] == wanted


def test_it_is_tagged_and_says_whose_it_is(study, printed):
    file = printed(address(study))
    about = flat(poppler("pdfinfo", file))
    assert "Tagged: yes" in about
    assert "Title: Studimi i modeleve" in about
    assert "Author: Beni Kola" in about
    assert "Note" in structure_of(file)


def test_the_english_paper_speaks_english_and_names_what_is_not_translated(translated, printed):
    text = flat(text_of(printed(address(translated, "en"))))
    for words in (
        "The study of models",
        "Version 1.2",
        "In a few words.",
        "1 The chapter on housing",
        "1.1 Why housing",
        "A note on wind.",
        "Çështja e punës",
        "This chapter is not translated yet.",
    ):
        assert words in text
    assert "Pse strehimi" not in text


def test_private_chapters_are_not_printed(study, printed):
    secret = ChapterPageFactory(parent=study, title="Fshehtas")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    assert "Fshehtas" not in text_of(printed(address(study)))


def test_a_chapter_alone_keeps_its_number(study, printed):
    secret = ChapterPageFactory(parent=study, title="Fshehtas")
    last = ChapterPageFactory(parent=study, title="I fundit", body=[("heading", "Fund")])
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    text = flat(text_of(printed(address(last))))
    assert "3.1 Fund" in text
    assert "Kapitulli i strehimit" not in text


def test_links_have_addresses_and_pictures_are_there(study, printed):
    body = [
        (
            "text",
            f'<p><a linktype="page" id="{study.pk}">brenda</a>'
            '<a href="https://example.org/x">jashtë</a></p>',
        ),
        ("figure", {"image": ImageFactory(), "caption": "Një figurë"}),
        ("table", {"caption": "Një tabelë", "headers": ["Koka"], "rows": [["Qeliza"]]}),
    ]
    chapter = ChapterPageFactory(parent=study, body=body)
    file = printed(address(chapter))
    links = poppler("pdfinfo", "-url", file)
    assert "https://example.org/x" in links
    assert study.get_url() in links
    text = flat(text_of(file))
    assert all(words in text for words in ("Një figurë", "Një tabelë", "Koka", "Qeliza"))


def test_every_kind_of_block_is_printed(study, printed):
    open_file, closed_file = (
        DocumentFactory(title=title, processing=state)
        for title, state in (("Udhëzuesi", Processing.READY), ("Skica", Processing.WAITING))
    )
    item = {"title": "Tema", "text": "<p>Palosur.</p>"}
    body = [
        ("quote", {"text": "Fjalë të çmuara.", "source": "Dikush"}),
        ("callout", {"kind": "warning", "title": "Kujdes", "text": "<p>Ruhuni.</p>"}),
        ("accordion", {"items": [item]}),
        ("documents", {"title": "Skedarë", "documents": [open_file, closed_file]}),
    ]
    file = printed(address(ChapterPageFactory(parent=study, body=body)))
    text = flat(text_of(file))
    for words in ("Fjalë të çmuara.", "Dikush", "Kujdes", "Ruhuni.", "Tema", "Palosur.", "Skedarë"):
        assert words in text
    assert "Udhëzuesi" in text
    assert "Skica" in text
    links = poppler("pdfinfo", "-url", file)
    assert open_file.url in links
    assert closed_file.url not in links


def test_hostile_words_stay_words(home, printed):
    study = StudyPageFactory(
        title=HOSTILE, slug="x", authors=HOSTILE, version='"#x', notice=HOSTILE, summary=HOSTILE
    )
    escaped = HOSTILE.replace("<", "&lt;")
    body = [("heading", HOSTILE), ("text", f"<p>{escaped} [@nobody]</p>")]
    ChapterPageFactory(parent=study, title=HOSTILE, body=body)
    file = printed(address(study))
    text = flat(text_of(file))
    assert text.count("#pagebreak()") >= 5
    for words in ("$x$ <b>b</b> \\ @ref", "[z] */ // _i_ *s* `c` = h", "[@nobody]"):
        assert words in text


@pytest.fixture
def model(home):
    return ModelPageFactory(
        title="Strehim kalimtar",
        slug="strehim",
        aim="<p>Që të jetojë e sigurt^[Edhe fëmijët.].</p>",
        needs=[NeedFactory(name="Strehim")],
        effect="<p>Dihet pak.</p>",
        effect_strength=2,
        cost=4,
        risks=[("risk", {"risk": "Vetmia", "safeguard": "Vizita"})],
    )


def test_a_model_is_printed_with_what_is_known_of_it(model, printed):
    text = flat(text_of(printed(address(model))))
    for words in (
        "Strehim kalimtar",
        "Që të jetojë e sigurt",
        "Edhe fëmijët.",
        "Dihet pak.",
        model.strength_label,
        model.cost_label,
        "Vetmia",
        "Vizita",
    ):
        assert words in text


def test_models_are_printed_side_by_side(model, printed):
    other = ModelPageFactory(title="Punë e mbështetur", slug="pune", aim="<p>Puna e parë.</p>")
    file = printed(comparison("pune", "strehim"))
    text = flat(text_of(file))
    for words in (model.title, other.title, "Që të jetojë e sigurt", "Puna e parë.", "Dihet pak."):
        assert words in text
    links = poppler("pdfinfo", "-url", file)
    assert "compare=pune&compare=strehim" in links


def test_models_in_english_are_printed_in_english(model, english, publish, printed):
    other = ModelPageFactory(title="Punë", slug="pune")
    pairs = [("Punë", "Work"), ("pune", "work")]
    publish(publish_translation, other, english, pairs)
    in_english(model)
    text = flat(text_of(printed(comparison("strehim", "work", language="en"))))
    assert "Work" in text
    assert "Strength of evidence" in text
    assert "Strehim kalimtar" in text


PART = [("part", {"title": "Pjesa", "text": "<p>Teksti.</p>"})]
FILLED = {
    **dict.fromkeys(("aim", "audience", "delivery", "cost_note", "legal_basis"), "<p>Teksti.</p>"),
    **dict.fromkeys(("components", "steps"), PART),
    "staffing": [("staff", {"role": "Punonjëse", "tasks": "Ndihmon", "posts": None})],
    "used_in": [("use", {"place": "Vlorë", "country": "AL", "years": "2020", "text": "<p>U.</p>"})],
    "partners": [("partner", {"name": "Policia", "part": "Mbron"})],
    "conditions": [
        ("condition", {"question": "A ka?", "weight": "essential", "advice": "Kërkojeni."})
    ],
    "contact": "<p>Na shkruani.</p>",
}


def sections_of(page) -> list[str]:
    return [said_in(title) for title in read(page.get_url()).select("h2.section__title")]


def heads(file) -> list[str]:
    """The headings of the first level, as its bookmarks name them."""
    return [item.title for item in PdfReader(file).outline if not isinstance(item, list)]


@pytest.fixture
def filled(model):
    for name, value in FILLED.items():
        setattr(model, name, value)
    model.save_revision().publish()
    return model


def test_the_sections_of_a_model_are_called_and_ordered_as_on_its_page(filled, printed):
    on_paper = heads(printed(address(filled)))
    assert on_paper == [title for title in sections_of(filled) if title in on_paper]
    assert len(on_paper) == 14


def test_the_sections_of_a_study_are_called_as_on_its_page(study, printed):
    study.method = "<p>Kështu.</p>"
    study.versions = [("version", {"number": "1", "date": "2026-01-01", "changes": "E para."})]
    study.save_revision().publish()
    chapter = ChapterPage.objects.child_of(study).first()
    table = {"caption": "Një tabelë", "headers": ["Koka"], "rows": [["Qeliza"]]}
    chapter.body = [*chapter.body.get_prep_value(), {"type": "table", "value": table}]
    chapter.save_revision().publish()
    lines = set(text_of(printed(address(study))).splitlines())
    ours = {str(title) for name, title in STUDY.items() if name != "figures"}
    assert ours <= set(sections_of(study))
    assert ours <= lines


def test_the_rows_of_a_comparison_are_called_as_on_its_page(filled, printed):
    ModelPageFactory(title="Punë e mbështetur", slug="pune")
    index = filled.get_parent().get_url()
    rows = read(f"{index}?compare=strehim&compare=pune").select(".side__label")
    text = flat(text_of(printed(comparison("pune", "strehim"))))
    for row in rows:
        assert row.contents[0].strip() in text


def last_page(file) -> str:
    """The words of the last page, without line breaks in addresses."""
    return flat(text_of(file).rstrip("\f").split("\f")[-1])


def links_of(file) -> str:
    return poppler("pdfinfo", "-url", file)


def cited(page, language: str) -> str:
    return f"/{language}/id/{page.translation_key}/"


def test_a_study_ends_with_its_citation_and_licence(study, printed):
    study.licence = "CC-BY-4.0"
    study.save_revision().publish()
    file = printed(address(study))
    text = last_page(file)
    for said in (
        "Si ta citoni këtë dokument",
        "Kola, B. (",
        "Studimi i modeleve (Versioni 1.2)",
        "Kola, Beni. ",
        "Licenca: CC BY 4.0",
        "creativecommons.org/licenses/by/4.0",
    ):
        assert said in text
    assert cited(study, "sq") in links_of(file)


def test_a_chapter_ends_with_the_citation_and_the_licence_of_its_study(study, printed):
    study.licence = "CC-BY-SA-4.0"
    study.save_revision().publish()
    chapter = ChapterPage.objects.child_of(study).first()
    text = last_page(printed(address(chapter)))
    assert "Kapitulli i strehimit. Në Studimi i modeleve" in text
    assert "Licenca: CC BY-SA 4.0" in text


def test_an_english_paper_is_cited_in_english_and_leads_to_the_english_text(translated, printed):
    file = printed(address(translated, "en"))
    text = last_page(file)
    assert "How to cite this document" in text
    assert "The study of models (Version 1.2)" in text
    assert cited(translated, "en") in links_of(file)
    assert cited(translated, "sq") not in links_of(file)


def test_a_model_without_a_licence_says_so(model, printed):
    text = last_page(printed(address(model)))
    assert "Strehim kalimtar. Modele integrimi." in text
    assert "Licenca: nuk është përcaktuar" in text


def test_a_comparison_names_the_licence_of_each_model_where_they_differ(model, printed):
    model.licence = "CC-BY-4.0"
    model.save_revision().publish()
    ModelPageFactory(title="Punë", slug="pune", licence="CC0-1.0")
    text = last_page(printed(comparison("pune", "strehim")))
    assert "Modelet pranë njëri-tjetrit: Punë, Strehim kalimtar" in text
    assert "Licenca e “Punë”: CC0 1.0" in text
    assert "Licenca e “Strehim kalimtar”: CC BY 4.0" in text
