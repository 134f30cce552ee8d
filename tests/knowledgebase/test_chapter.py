"""A chapter: numbers, notes, references, explained terms, and its place in the study."""

import datetime
from copy import deepcopy

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction, ReferenceIndex
from wagtail.test.utils.form_data import nested_form_data, streamfield

from knowledgebase.models import ChapterPage, StudyPage
from portal.translation_records import publish_translation
from tests.doors.forms import filled
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    GlossaryTermFactory,
    ModelPageFactory,
    ReferenceFactory,
    StudyPageFactory,
    add_link,
    in_english,
)
from tests.media.factories import ImageFactory
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db

TABLE = {"caption": "Ligje", "headers": ["Ligji"], "rows": [["Nr. 1"]]}


def make_study() -> tuple[StudyPage, list[ChapterPage]]:
    study = StudyPageFactory(title="Studimi", slug="studimi")
    names = ("I pari", "I dyti", "I treti")
    chapters = [
        ChapterPageFactory(parent=study, title=name, slug=name.lower().replace(" ", "-"))
        for name in names
    ]
    return StudyPage.objects.get(pk=study.pk), chapters


@pytest.fixture(scope="module")
def written(ground) -> tuple[StudyPage, list[ChapterPage]]:
    return ground(make_study)


@pytest.fixture
def study(written) -> StudyPage:
    return deepcopy(written[0])


@pytest.fixture
def chapters(written) -> list[ChapterPage]:
    return deepcopy(written[1])


@pytest.fixture
def chapter(chapters) -> ChapterPage:
    return chapters[1]


def write(chapter: ChapterPage, *body: tuple) -> str:
    """Give a chapter its text, publish it, and return its address."""
    chapter.body = list(body)
    chapter.save_revision().publish()
    return chapter.get_url()


def text_of(element) -> str:
    return words(element).replace(" .", ".")


def test_the_title_stands_with_the_chapters_number_and_study(chapter):
    html = read(chapter.get_url())
    assert words(html.h1) == "2 I dyti"
    kicker = html.select_one(".kicker a")
    assert (kicker.text, kicker["href"]) == ("Studimi", "/sq/baza-e-njohurive/studimi/")


def test_headings_are_numbered_and_can_be_linked_to(chapter):
    html = read(
        write(
            chapter,
            ("heading", "Pse"),
            ("subheading", "Çfarë"),
            ("heading", "Si"),
            ("heading", "Si"),
        )
    )
    headings = html.select(".chapter .numbered")
    assert [words(heading.find(["h2", "h3"])) for heading in headings] == [
        "2.1 Pse",
        "2.1.1 Çfarë",
        "2.2 Si",
        "2.3 Si",
    ]
    assert [heading.find(["h2", "h3"]).name for heading in headings] == ["h2", "h3", "h2", "h2"]
    anchors = [heading["id"] for heading in headings]
    assert len(set(anchors)) == 4
    links = html.select(".chapter .numbered__link")
    assert [link["href"] for link in links] == [f"#{anchor}" for anchor in anchors]
    assert links[0]["aria-label"].endswith(": Pse")


def test_the_contents_of_the_chapter_lead_to_its_headings(chapter):
    html = read(write(chapter, ("heading", "Pse"), ("text", "<p>x</p>"), ("subheading", "Si")))
    links = html.select("nav[aria-labelledby=in-this-chapter] a")
    assert [words(link) for link in links] == ["2.1 Pse", "2.1.1 Si"]
    assert all(html.find(id=link["href"].removeprefix("#")) for link in links)


def test_the_contents_of_the_study_mark_this_chapter(chapters):
    links = read(chapters[1].get_url()).select("nav[aria-labelledby=in-the-study] a")
    assert [words(link) for link in links] == ["1 I pari", "2 I dyti", "3 I treti"]
    assert [link.get("aria-current") for link in links] == [None, "page", None]


def test_figures_and_tables_are_numbered_each_in_their_own_row(chapter):
    figure = {"image": ImageFactory(), "caption": "Rruga"}
    html = read(
        write(chapter, ("figure", figure), ("table", TABLE), ("figure", {**figure, "caption": ""}))
    )
    captions = [words(caption) for caption in html.select("figcaption, caption")]
    assert [caption.split()[1:] for caption in captions] == [
        ["2.1", "Rruga"],
        ["2.1", "Ligje"],
        ["2.2"],
    ]
    assert [item["id"] for item in html.select(".numbered-item")] == [
        "figure-2-1",
        "table-2-1",
        "figure-2-2",
    ]


def test_a_chapter_with_a_picture_is_saved_and_counted_among_its_usages(chapter, admin_client):
    picture = ImageFactory()
    write(chapter, ("figure", {"image": picture, "caption": "Rruga"}))
    ReferenceIndex.create_or_update_for_object(ChapterPage.objects.get(pk=chapter.pk))
    assert ReferenceIndex.get_references_to(picture).exists()
    address = reverse("wagtailadmin_pages:edit", args=[chapter.pk])
    image = {"image": picture.pk, "alt_text": "", "decorative": "on"}
    body = streamfield([("figure", {"image": image, "caption": "Tjetër"})])
    form = filled(admin_client.get(address).context["form"]) | nested_form_data({"body": body})
    assert admin_client.post(address, form).status_code == 302
    draft = ChapterPage.objects.get(pk=chapter.pk).get_latest_revision_as_object()
    assert draft.body[0].value["caption"] == "Tjetër"


def test_a_figure_whose_picture_was_deleted_takes_no_number(chapter):
    lost, kept = ImageFactory(), ImageFactory()
    url = write(chapter, ("figure", {"image": lost}), ("figure", {"image": kept}))
    lost.delete()
    ids = [item["id"] for item in read(url).select(".numbered-item")]
    assert ids == ["figure-2-1"]


def test_notes_are_numbered_through_all_kinds_of_blocks_and_lead_back(chapter):
    item = {"title": "Hap", "text": "<p>Hapi^[E dyta.] këtu.</p>"}
    callout = {"kind": "info", "title": "Kujdes", "text": "<p>Dhe^[E treta.].</p>"}
    html = read(
        write(
            chapter,
            ("text", "<p>Një^[E para.] tekst.</p>"),
            ("accordion", {"items": [item]}),
            ("callout", callout),
        )
    )
    marks = html.select(".note-mark a")
    assert [mark.text for mark in marks] == ["1", "2", "3"]
    notes = [html.find(id=mark["href"].removeprefix("#")) for mark in marks]
    assert [words(note.select_one(".notes__text")) for note in notes] == [
        "E para.",
        "E dyta.",
        "E treta.",
    ]
    backs = [note.select_one("[role=doc-backlink]")["href"] for note in notes]
    assert backs == [f"#{mark['id']}" for mark in marks]


def test_references_are_listed_once_with_a_way_back_from_each(chapter):
    ReferenceFactory(key="hoxha-2020", title="Puna", doi="10.1000/xyz")
    ReferenceFactory(key="other", title="Tjetra")
    html = read(
        write(
            chapter,
            ("text", "<p>Si thotë [@hoxha-2020, f. 12].</p>"),
            ("callout", {"kind": "info", "title": "x", "text": "<p>Po [@hoxha-2020].</p>"}),
        )
    )
    assert [words(cite) for cite in html.select(".cite")] == ["[1, f. 12]", "[1]"]
    (entry,) = html.select("[role=doc-bibliography] li")
    assert "Hoxha, A. (2020). Puna" in text_of(entry)
    assert entry.select_one("a[href='https://doi.org/10.1000/xyz']")
    assert len(entry.select("[role=doc-backlink]")) == 2


def test_works_in_another_language_are_marked(chapter):
    ReferenceFactory(key="own", language="sq")
    ReferenceFactory(key="foreign", language="en")
    html = read(write(chapter, ("text", "<p>Shih [@own; @foreign].</p>")))
    entries = html.select("[role=doc-bibliography] .notes__text")
    assert [entry.get("lang") for entry in entries] == [None, "en"]


def test_a_work_without_a_date_says_when_it_was_read(chapter):
    day = datetime.date(2026, 11, 2)
    ReferenceFactory(key="site", year=None, url="https://example.org/", accessed_on=day)
    html = read(write(chapter, ("text", "<p>Shih [@site].</p>")))
    assert "2026" in words(html.select_one("[role=doc-bibliography]"))


def test_an_unknown_reference_stays_as_it_was_typed(chapter):
    html = read(write(chapter, ("text", "<p>Si thotë [@nobody-2020].</p>")))
    assert "[@nobody-2020]" in words(html.main)
    assert not html.select("[role=doc-bibliography]")


def test_a_term_is_explained_once_and_leads_to_the_glossary(chapter):
    GlossaryTermFactory(name="Strehë", slug="shelter", definition="Një vend i sigurt.")
    html = read(
        write(
            chapter,
            ("heading", "Strehë"),
            ("text", "<p>Strehë dhe strehë.</p>"),
            ("text", "<p>Strehë.</p>"),
        )
    )
    (button,) = html.select("button.term")
    note = html.find(id=button["popovertarget"])
    assert "Një vend i sigurt." in words(note)
    assert note.a["href"] == "/sq/baza-e-njohurive/fjalorth/#term-shelter"


@pytest.mark.dialect
def test_only_published_terms_of_the_language_are_explained(chapter, english):
    GlossaryTermFactory(name="Strehë", live=False)
    GlossaryTermFactory(name="Shelter", locale=english)
    html = read(write(chapter, ("text", "<p>Strehë, shelter.</p>")))
    assert not html.select(".term")


def test_texts_outside_the_knowledge_base_are_not_annotated(home):
    GlossaryTermFactory(name="Strehë")
    home.body = [("text", "<p>Strehë^[x].</p>")]
    home.save_revision().publish()
    assert "Strehë^[x]." in words(read("/sq/").main)


def turns(html) -> list[tuple[str, str]]:
    return [(link["rel"][0], link["href"].split("/")[-2]) for link in html.select(".turn a")]


@pytest.mark.dialect
def test_the_neighbours_stand_above_and_below(chapters):
    first, second, third = (read(chapter.get_url()) for chapter in chapters)
    assert turns(first) == [("next", "i-dyti")] * 2
    assert turns(second) == [("prev", "i-pari"), ("next", "i-treti")] * 2
    assert turns(third) == [("prev", "i-dyti")] * 2
    labels = [nav["aria-label"] for nav in second.select(".turn")]
    assert len(set(labels)) == 2


@pytest.mark.dialect
def test_drafts_and_private_chapters_are_passed_over(study, chapters):
    chapters[0].unpublish()
    PageViewRestriction.objects.create(page=chapters[2], restriction_type=PageViewRestriction.LOGIN)
    html = read(chapters[1].get_url())
    assert words(html.h1) == "1 I dyti"
    assert turns(html) == []


def test_the_preview_of_a_draft_has_the_number_that_it_will_have(chapters):
    chapters[1].unpublish()
    draft = ChapterPage.objects.get(pk=chapters[1].pk)
    html = BeautifulSoup(draft.make_preview_request().content, "html.parser")
    assert words(html.h1) == "2 I dyti"
    assert turns(html)[:2] == [("prev", "i-pari"), ("next", "i-treti")]


@pytest.fixture
def half_translated(study, chapters, english, publish) -> list[ChapterPage]:
    """The study and its first and last chapter in English; an alias stands for the second."""
    publish(
        publish_translation, study, english, [("Studimi", "The study"), ("studimi", "the-study")]
    )
    chapters[1].copy_for_translation(english, alias=True)
    for chapter, title in ((chapters[0], "The first"), (chapters[2], "The third")):
        pairs = [(chapter.title, title), (chapter.slug, title.lower().replace(" ", "-"))]
        publish(publish_translation, chapter, english, pairs)
    return [chapter.get_translation(english) for chapter in chapters]


def test_a_placeholder_leads_on_within_the_visitors_language(half_translated):
    placeholder = half_translated[1]
    html = read(placeholder.get_url())
    numbered = html.select("nav[aria-labelledby=in-the-study] a")
    assert all(link["href"].startswith("/en/") for link in [*numbered, *html.select(".turn a")])
    assert html.select_one(".turn a[rel=prev]")
    assert html.select_one(".kicker a")["href"] == "/en/knowledge-base/the-study/"
    assert "I dyti" in words(html.h1)


def test_titles_that_are_not_translated_are_marked(half_translated):
    html = read(half_translated[0].get_url())
    (foreign,) = html.select("nav[aria-labelledby=in-the-study] [lang]")
    assert (foreign["lang"], foreign.text) == ("sq", "I dyti")


@pytest.mark.dialect
def test_the_models_that_name_the_chapter_are_shown(chapters):
    shown, draft, private = (ModelPageFactory(title=title) for title in ("A", "B", "C"))
    for model in (shown, draft, private):
        add_link(model, chapters[1])
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    links = read(chapters[1].get_url()).select(".linked a")
    assert [(link.text, link["href"]) for link in links] == [("A", shown.get_url())]
    assert not read(chapters[0].get_url()).select(".linked")


def test_the_models_stand_in_the_visitors_tree(chapters, half_translated):
    model = ModelPageFactory(title="Modeli")
    add_link(model, chapters[0])
    in_english(model)
    link = read(half_translated[0].get_url()).select_one(".linked a")
    assert link["href"].startswith("/en/")
    assert link["lang"] == "sq"


@pytest.mark.dialect
@pytest.mark.parametrize("column", ["body", "outline"])
def test_nothing_that_grows_with_the_study_is_read(chapters, column):
    for chapter in chapters:
        write(chapter, ("heading", "Pse"), ("text", "<p>fjalë</p>"))
    client = Client()
    client.get(chapters[1].get_url())
    with CaptureQueriesContext(connection) as captured:
        client.get(chapters[1].get_url())
    selected = f'"knowledgebase_chapterpage"."{column}"'
    (own,) = [query["sql"] for query in captured if selected in query["sql"]]
    assert f'"page_ptr_id" = {chapters[1].pk}' in own


def test_reading_takes_longer_with_more_words(chapter):
    write(chapter, ("text", f"<p>{'fjalë ' * 401}</p>"))
    chapter.refresh_from_db()
    assert (chapter.word_count, chapter.minutes) == (401, 3)


def test_what_contents_need_follows_the_text_in_every_tree(chapters, english, publish):
    chapter = chapters[0]
    chapter.copy_for_translation(english, copy_parents=True, alias=True)
    write(chapter, ("heading", "Pse"), ("text", "<p>një dy</p>"))
    alias = ChapterPage.objects.get(locale=english)
    for page in (ChapterPage.objects.get(pk=chapter.pk), alias):
        assert [(kind, text) for _id, kind, text in page.outline] == [("heading", "Pse")]
        assert page.word_count == 3
