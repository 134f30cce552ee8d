"""How our own pages are cited: on the page, for machines, and as files for reference managers."""

import datetime
import json
from copy import deepcopy
from io import StringIO

import pytest
import rispy
from django.test import Client
from django.utils.translation import override, pgettext
from pybtex.database import parse_string
from wagtail.models import Page, PageViewRestriction

from knowledgebase.citing.styles import STYLE_NAMES
from knowledgebase.models import ChapterPage, ModelPage, StudyPage
from portal.furniture.models import Furniture
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    GlossaryTermFactory,
    ModelPageFactory,
    ResourcePageFactory,
    StudyPageFactory,
    in_english,
)
from tests.portal.reading import read, structured_data, words

pytestmark = pytest.mark.django_db

SUFFIXES = ["bib", "ris", "json"]
MEDIA_TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}


def make_study() -> StudyPage:
    Furniture.objects.update(name="D&E")
    return StudyPageFactory(
        title="Studimi i modeleve",
        slug="studimi",
        authors="Hoxha, Ana\nÇela, Dhurata",
        issued_on=datetime.date(2026, 8, 12),
        version="1.2",
        licence="CC-BY-4.0",
        summary="Çfarë dimë.",
    )


@pytest.fixture(scope="module")
def written(ground) -> StudyPage:
    return ground(make_study)


@pytest.fixture
def study(db, written) -> StudyPage:
    return deepcopy(written)


@pytest.fixture
def chapter(study) -> ChapterPage:
    return ChapterPageFactory(parent=study, title="Strehimi", slug="strehimi")


@pytest.fixture
def model(home) -> ModelPage:
    return ModelPageFactory(title="Strehim kalimtar", slug="strehim-kalimtar", licence="CC-BY-4.0")


def in_both_languages(page: Page, english, publish, *pairs: tuple[str, str]) -> Page:
    """Return the English translation of a page, published."""
    page = type(page).objects.get(pk=page.pk)
    publish(publish_translation, page, english, pairs)
    return page.get_translation(english)


@pytest.fixture
def translated(study, english, publish) -> StudyPage:
    pairs = [
        ("Studimi i modeleve", "The study of models"),
        ("studimi", "study"),
        ("Çfarë dimë.", "What we know."),
    ]
    return in_both_languages(study, english, publish, *pairs)


def address(page: Page, suffix: str, language: str = "sq") -> str:
    return f"/{language}/id/{page.translation_key}.{suffix}"


def content(page: Page, suffix: str, language: str = "sq") -> str:
    response = Client().get(address(page, suffix, language))
    assert response.status_code == 200
    assert response["Content-Type"] == MEDIA_TYPES[suffix]
    return response.content.decode()


def references(html) -> dict[str, str]:
    rows = html.select(".cite-forms__row")
    return {words(row.dt): words(row.dd) for row in rows}


def citation_tags(html) -> list[tuple[str, str]]:
    return [(tag["name"], tag["content"]) for tag in html.select("meta[name^=citation_]")]


def test_an_albanian_page_is_cited_in_albanian(study):
    cited = references(read(study.get_url()))
    apa, chicago = cited[STYLE_NAMES["apa"]], cited[STYLE_NAMES["chicago"]]
    with override("sq"):
        names = pgettext("reference", "%(others)s, & %(last)s")
    assert apa.startswith(names % {"others": "Hoxha, A.", "last": "Çela, Dh."})
    assert "(2026). Studimi i modeleve" in apa
    assert "2026. Studimi i modeleve" in chicago
    stable = f"http://testserver/sq/id/{study.translation_key}/"
    assert apa.endswith(stable)
    assert stable in cited.values()


def test_an_english_page_is_cited_in_english(translated):
    cited = references(read(translated.get_url()))
    apa, chicago = cited[STYLE_NAMES["apa"]], cited[STYLE_NAMES["chicago"]]
    assert apa.startswith("Hoxha, A., & Çela, D. (2026). The study of models")
    assert chicago.startswith("Hoxha, Ana, and Dhurata Çela. 2026. The study of models")


def test_a_page_without_authors_is_cited_as_the_organisations(model):
    Furniture.objects.update(name="Ne & të tjerët")
    cited = references(read(model.get_url()))
    assert all(cited[name].startswith("Ne & të tjerët. ") for name in STYLE_NAMES.values())


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_page_offers_its_citation_as_files(study, translated, language):
    page = {"sq": study, "en": translated}[language]
    links = [link["href"] for link in read(page.get_url()).select("dd a[rel=nofollow]")]
    assert links == [address(study, suffix, language) for suffix in SUFFIXES]
    assert all(Client().get(link).status_code == 200 for link in links)


def test_scholar_reads_the_study(study):
    tags = citation_tags(read(study.get_url()))
    assert [text for name, text in tags if name == "citation_author"] == [
        "Hoxha, Ana",
        "Çela, Dhurata",
    ]
    assert {
        ("citation_title", "Studimi i modeleve"),
        ("citation_publication_date", "2026/08/12"),
        ("citation_technical_report_institution", "D&E"),
        ("citation_language", "sq"),
    } <= set(tags)


def test_machines_read_the_study_as_a_report(translated):
    data = structured_data(read(translated.get_url()))["Report"]
    assert (data["name"], data["inLanguage"]) == ("The study of models", "en")
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert (data["version"], data["datePublished"]) == ("1.2", "2026-08-12")
    assert [author["familyName"] for author in data["author"]] == ["Hoxha", "Çela"]


def test_machines_read_a_chapter_as_a_part_of_the_study(study, chapter):
    html = read(chapter.get_url())
    data = structured_data(html)["Chapter"]
    whole = structured_data(read(study.get_url()))["Report"]
    assert data["isPartOf"]["@id"] == whole["@id"]
    assert data["isPartOf"]["name"] == "Studimi i modeleve"
    assert data["author"] == whole["author"]
    assert ("citation_inbook_title", "Studimi i modeleve") in citation_tags(html)


def test_a_chapter_may_have_authors_of_its_own(study):
    chapter = ChapterPageFactory(parent=study, authors="Kola, Beni")
    (author,) = structured_data(read(chapter.get_url()))["Chapter"]["author"]
    assert author["name"] == "Beni Kola"


def test_machines_read_a_model_as_a_web_page_of_the_collection(model):
    data = structured_data(read(model.get_url()))["WebPage"]
    assert data["isPartOf"] == {"@type": "CollectionPage", "name": "Modele integrimi"}
    assert data["@id"] == f"http://testserver/sq/id/{model.translation_key}/"
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["datePublished"] == datetime.date.today().isoformat()


def test_a_resource_is_cited_as_the_work_that_it_is(home):
    page = ResourcePageFactory(
        title="Manuali", authors="Kola, Beni", publisher="Shtëpia", year=2019, doi="10.1000/abc"
    )
    html = read(page.get_url())
    assert references(html)[STYLE_NAMES["apa"]].startswith("Kola, B. (2019). Manuali")
    assert ("citation_doi", "10.1000/abc") in citation_tags(html)
    assert structured_data(html)["Report"]["publisher"]["name"] == "Shtëpia"


def test_bibtex_is_what_the_page_says(study, translated):
    for language, title in (("sq", "Studimi i modeleve"), ("en", "The study of models")):
        text = content(study, "bib", language)
        (entry,) = parse_string(text, "bibtex").entries.values()
        assert entry.fields["title"] == title
        assert [str(person) for person in entry.persons["author"]] == [
            "Hoxha, Ana",
            "Çela, Dhurata",
        ]
        assert entry.fields["institution"] == r"D\&E"


def test_ris_is_what_the_page_says(chapter):
    (record,) = rispy.load(StringIO(content(chapter, "ris")))
    assert record["type_of_reference"] == "CHAP"
    assert (record["title"], record["secondary_title"]) == ("Strehimi", "Studimi i modeleve")
    assert record["authors"] == ["Hoxha, Ana", "Çela, Dhurata"]
    assert record["urls"] == [f"http://testserver/sq/id/{chapter.translation_key}/"]


def test_csl_is_what_the_page_says(model):
    (item,) = json.loads(content(model, "json"))
    assert (item["type"], item["title"]) == ("webpage", "Strehim kalimtar")
    assert item["container-title"] == "Modele integrimi"
    assert item["language"] == "sq"


def test_hostile_words_stay_in_their_fields(study):
    study.title = 'A}, author = {X} \\"</script>\nER  - '
    study.save_revision().publish()
    (entry,) = parse_string(content(study, "bib"), "bibtex").entries.values()
    assert len(entry.persons["author"]) == 2
    assert len(rispy.load(StringIO(content(study, "ris")))) == 1
    assert json.loads(content(study, "json"))[0]["title"].startswith("A}, author")
    assert structured_data(read(study.get_url()))["Report"]["name"].startswith("A}, author")


@pytest.mark.parametrize("slug", ["studimi", "çështje-ë", "дом"])
def test_a_file_is_called_as_its_page(slug):
    page = StudyPageFactory(slug=slug)
    header = Client().get(address(page, "ris"))["Content-Disposition"]
    assert header.startswith("attachment; filename")
    assert header.isascii()


@pytest.mark.parametrize("suffix", ["txt", "bibtex", "BIB", "html", "pdf", "x" * 3000])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_format_that_is_not_there_is_not_found(study, suffix, language):
    assert Client().get(address(study, suffix, language)).status_code == 404


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_draft_and_a_private_page_have_no_citation(study, chapter, suffix):
    PageViewRestriction.objects.create(page=study, restriction_type=PageViewRestriction.LOGIN)
    draft = StudyPageFactory()
    draft.unpublish()
    for page in (study, chapter, draft):
        assert Client().get(address(page, suffix)).status_code == 404


def test_a_page_that_is_not_translated_is_cited_as_the_original(study):
    stand_in = in_english(study)
    (item,) = json.loads(content(study, "json", "en"))
    assert (item["title"], item["language"]) == ("Studimi i modeleve", "sq")
    assert item["URL"] == f"http://testserver/sq/id/{study.translation_key}/"
    html = read(stand_in.get_url())
    assert item["URL"] in references(html).values()
    data = structured_data(html)["Report"]
    assert (data["name"], data["inLanguage"]) == ("Studimi i modeleve", "sq")


def leads_to(url: str) -> str:
    """Return where a citation's address leads a reader whose browser speaks German and English."""
    response = Client().get(url, headers={"accept-language": "de,en;q=0.5"})
    return response["Location"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_address_of_a_citation_opens_the_text_that_was_cited(study, translated, suffix):
    for language, page in (("sq", study), ("en", translated)):
        written = content(study, suffix, language)
        url = f"http://testserver/{language}/id/{study.translation_key}/"
        assert url in written
        assert leads_to(url) == page.get_url()


def test_a_cited_translation_that_is_gone_leads_to_what_is_left(study, translated):
    url = f"/en/id/{study.translation_key}/"
    translated.unpublish()
    assert leads_to(url) == study.get_url()


def test_the_subtitle_of_a_study_stands_in_its_citations_and_its_chapters(study, chapter):
    study.subtitle = "Çfarë dimë"
    study.save_revision().publish()
    full = "Studimi i modeleve: Çfarë dimë"
    assert f"(2026). {full}" in references(read(study.get_url()))[STYLE_NAMES["apa"]]
    (item,) = json.loads(content(chapter, "json"))
    assert item["container-title"] == full


def test_a_chapter_of_an_untranslated_study_belongs_to_the_original(
    study, chapter, english, publish
):
    stand_in = in_english(study)
    ours = in_both_languages(
        chapter, english, publish, ("Strehimi", "Housing"), ("strehimi", "housing")
    )
    data = structured_data(read(ours.get_url()))["Chapter"]
    whole = structured_data(read(stand_in.get_url()))["Report"]
    assert data["isPartOf"]["@id"] == whole["@id"]


def test_what_is_no_work_has_no_citation(home):
    term = GlossaryTermFactory()
    for key in (home.translation_key, term.translation_key):
        assert Client().get(f"/sq/id/{key}.bib").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_citation_can_only_be_read(study, method):
    assert getattr(Client(), method)(address(study, "bib")).status_code == 405
    assert Client().head(address(study, "bib")).status_code == 200
