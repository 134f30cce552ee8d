"""The words that pages give to search."""

import pytest

from home.models import StandardPage
from search.content import Content
from search.texts import headings_and_paragraphs, paragraphs_of
from tests.factories import MunicipalityFactory, ProjectPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def content(page) -> Content:
    return type(page).objects.get(pk=page.pk).get_search_content()


def test_markup_is_left_out_and_paragraphs_stay_apart():
    html = "<p>Një <b>dy</b>tri &amp; katër</p><ul><li>pesë</li><li>gjashtë</li></ul>"
    assert paragraphs_of(html) == ["Një dytri & katër", "pesë", "gjashtë"]


def test_a_field_without_a_value_has_no_words():
    assert headings_and_paragraphs([None, "", 5]) == ([], [])


def test_headings_titles_and_nested_blocks_are_read(home):
    body = [
        ("heading", "Kush jemi"),
        ("text", "<p>Ne punojmë.</p>"),
        ("accordion", {"items": [{"title": "Pyetja", "text": "<p>Përgjigjja</p>"}]}),
        ("table", {"caption": "Tabela", "headers": ["Koka"], "rows": [["Qeliza"]]}),
        ("quote", {"text": "Citim", "source": "Dikush"}),
    ]
    found = content(StandardPageFactory(body=body))
    assert found.headings == ["Kush jemi", "Pyetja"]
    assert {"Ne punojmë.", "Përgjigjja", "Tabela", "Koka", "Qeliza", "Citim", "Dikush"} <= {
        *found.paragraphs
    }


def test_choices_and_addresses_are_no_words(home):
    link = {"label": "Lexo", "page": None, "url": "https://example.org/fshehur"}
    body = [
        ("callout", {"kind": "warning", "title": "Kujdes", "text": "<p>Tekst</p>"}),
        ("call_to_action", {"title": "Vepro", "text": "", "link": link}),
    ]
    found = " ".join(content(StandardPageFactory(body=body)).paragraphs)
    assert "Lexo" in found
    assert "warning" not in found
    assert "fshehur" not in found


def test_a_page_is_found_by_the_names_of_its_terms(home):
    tirana = MunicipalityFactory(name="Tirana", slug="tirana")
    found = content(
        ProjectPageFactory(start_date="2024-03-01", end_date=None, municipalities=[tirana])
    )
    assert "Tirana" in found.names
    assert ("municipality", "tirana") in found.labels


def test_a_project_is_found_by_every_year_that_it_runs(home):
    project = ProjectPageFactory(start_date="2023-11-05", end_date="2025-02-01")
    years = [value for facet, value in content(project).labels if facet == "year"]
    assert years == ["2023", "2024", "2025"]


def test_an_internal_note_is_never_read(home):
    page = StandardPageFactory(internal_note="Mos e thuaj")
    assert "Mos e thuaj" not in str(content(StandardPage.objects.get(pk=page.pk)))
