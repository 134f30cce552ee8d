"""The vocabulary that editors write pages with: what is refused, and what costs no query."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override
from wagtail.blocks import StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText

from home.blocks import HeroBlock, LatestProjectsBlock
from home.models import HomePage
from portal.blocks.asides import LinkBlock, TableBlock
from portal.blocks.pages import PageLinkBlock
from portal.blocks.text import anchor, contents
from tests.factories import OrganisationFactory, ProjectPageFactory, StandardPageFactory
from tests.factories import add_organisation as add
from tests.portal.reading import read, structured_data, words

pytestmark = pytest.mark.django_db


def refusals(block: StructBlock, value: dict) -> dict[str, ValidationError]:
    """Return the errors by field that cleaning this value ends with."""
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python(value))
    return refused.value.block_errors


def table(*rows: list[str]) -> dict:
    return {"caption": "Shtyllat", "headers": ["Shtylla", "Kush"], "rows": list(rows)}


@pytest.mark.parametrize("row", [["Studim"], ["Studim", "Ekspertja", "Më shumë"], []])
@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("sq", "Çdo rresht duhet të ketë aq qeliza sa ka koka kolonash (2)."),
        ("en", "Every row needs as many cells as there are column headers (2)."),
    ],
)
def test_a_row_of_a_table_is_as_long_as_its_headers(row, language, message):
    with override(language):
        errors = refusals(TableBlock(), table(["Plane", "Bashkia"], row))
        assert errors["rows"].messages == [message]


def test_a_cell_of_a_table_may_be_empty():
    block = TableBlock()
    assert block.clean(block.to_python(table(["Plane", ""])))["rows"][0][1] == ""


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("both", [True, False])
def test_a_link_leads_to_one_place(home, language, both):
    value = {"label": "Lexoni"}
    if both:
        value |= {"page": home.pk, "url": "https://example.org/"}
    expected = {
        "sq": "Zgjidhni ose një faqe, ose një adresë tjetërkund.",
        "en": "Choose either a page or an address elsewhere.",
    }
    with override(language):
        assert refusals(LinkBlock(), value)["page"].messages == [expected[language]]


def test_a_link_to_a_page_or_to_an_address_is_kept(home):
    block = LinkBlock()
    to_page = block.clean(block.to_python({"label": "Kreu", "page": home.pk}))
    elsewhere = block.clean(block.to_python({"label": "X", "url": "https://example.org/"}))
    assert (to_page.page_id, elsewhere.page_id) == (home.pk, None)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example", "data:text/html,x"])
def test_an_address_elsewhere_is_an_address_of_the_web(url):
    assert "url" in refusals(LinkBlock(), {"label": "X", "url": url})


def test_choosing_a_page_takes_no_query(home, django_assert_num_queries):
    block = PageLinkBlock()
    with django_assert_num_queries(0):
        assert block.to_python(home.pk).pk == home.pk
        pages = block.bulk_to_python([home.pk, None])
        assert [page and page.pk for page in pages] == [home.pk, None]
        assert block.get_prep_value(pages[0]) == home.pk


def test_the_editors_form_shows_the_title_of_the_chosen_page(home):
    block = PageLinkBlock(required=False)
    state = block.get_form_state(block.to_python(home.pk))
    assert (state["id"], state["adminTitle"]) == (home.pk, home.title)
    assert block.get_form_state(None) is None
    assert block.get_form_state(block.to_python(10**6)) is None


@pytest.mark.parametrize("kind", ["page", "document"])
@pytest.mark.parametrize("number", ["9" * 30, "²", "x"])
def test_a_link_with_a_number_that_no_row_has_leads_nowhere(home, client, kind, number):
    link = f'<p><a linktype="{kind}" id="{number}">Raporti</a></p>'
    page = StandardPageFactory(parent=home, slug="lidhja", body=[("text", RichText(link))])
    assert "<a>Raporti</a>" in client.get(page.get_url()).content.decode()


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("Çfarë është urdhri i mbrojtjes?", "h-cfare-eshte-urdhri-i-mbrojtjes"),
        ("Help, in Vlorë", "h-help-in-vlore"),
        ("?!", "h-"),
    ],
)
def test_a_heading_is_addressed_by_its_letters(heading, fragment):
    assert anchor(heading) == fragment


def test_the_contents_of_a_page_are_its_headings_in_order(home):
    page = StandardPageFactory(
        parent=home,
        slug="permbajtja",
        body=[("heading", "Së pari"), ("text", "<p>x</p>"), ("heading", "Më pas")],
    )
    assert contents(page.body) == [("h-se-pari", "Së pari"), ("h-me-pas", "Më pas")]
    html = read("/sq/permbajtja/")
    links = html.select("nav.contents a")
    assert [words(link) for link in links] == ["Së pari", "Më pas"]
    assert all(html.find(id=link["href"].lstrip("#")).name == "h2" for link in links)


def write_home(home: HomePage, *blocks) -> None:
    home.body = list(blocks)
    home.save_revision().publish()


def call(title: str, days: int | None) -> dict:
    """Return a call whose last day is so many days from today."""
    last_day = None if days is None else timezone.localdate() + datetime.timedelta(days=days)
    link = {"label": "Më shumë", "url": "https://example.org/"}
    return {"title": title, "text": "Teksti", "deadline": last_day, "link": link}


def test_a_call_disappears_after_its_last_day(home):
    calls = [call("Dje", -1), call("Sot", 0), call("Nesër", 1), call("Pa afat", None)]
    write_home(home, ("calls", {"title": "Thirrje", "calls": calls}))
    titles = [words(title) for title in read("/sq/").select("main .card__title")]
    assert titles == ["Sot", "Nesër", "Pa afat"]


def test_the_front_page_says_when_no_call_is_open(home):
    write_home(home, ("calls", {"title": "Thirrje", "calls": [call("Dje", -1)]}))
    assert "nuk ka thirrje" in words(read("/sq/").main)


def test_the_front_page_lists_the_latest_projects_and_all_partners(home):
    for number in range(3):
        project = ProjectPageFactory(title=f"Projekti {number}")
        add(project, "partner", OrganisationFactory(name=f"Partneri {number}"))
    write_home(
        home,
        ("latest_projects", {"title": "Projektet", "count": 2}),
        ("partners", {"title": "Partnerët"}),
    )
    html = read("/sq/")
    assert len(html.select("main .card")) == 2
    assert [words(name) for name in html.select(".logo__name")] == [
        "Partneri 0",
        "Partneri 1",
        "Partneri 2",
    ]


def test_the_opening_of_the_front_page_is_its_heading(home):
    links = [{"label": "Projektet", "url": "https://example.org/"}]
    write_home(home, ("hero", {"title": "Mbështetje që zgjat", "text": "x", "links": links}))
    html = read("/sq/")
    assert [words(heading) for heading in html.select("h1")] == ["Mbështetje që zgjat"]
    assert html.select_one("main a[href='https://example.org/']")


def test_the_front_page_describes_the_organisation_to_machines(home):
    data = structured_data(read("/sq/"))
    assert data["NGO"]["url"] == "http://testserver/sq/"


def test_the_opening_takes_two_links_at_most():
    link = {"label": "X", "url": "https://example.org/"}
    assert "links" in refusals(HeroBlock(), {"title": "A", "text": "B", "links": [link] * 3})


@pytest.mark.parametrize("count", [0, 10])
def test_the_latest_projects_are_one_to_nine(count):
    assert "count" in refusals(LatestProjectsBlock(), {"title": "A", "count": count})
