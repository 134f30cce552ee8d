"""What stands around every page: menu, breadcrumb, footer, and links in texts."""

from uuid import uuid4

import pytest
from django.test import RequestFactory
from django.urls import resolve, reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction
from wagtail.rich_text import expand_db_html

from home.models import StandardPage
from portal.frame import Frame, frame_of
from portal.furniture.models import Furniture
from portal.links import links_in_texts
from portal.translation_records import publish_translation
from tests.factories import StandardPageFactory
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(home) -> StandardPage:
    return StandardPageFactory(
        parent=home, title="Rreth nesh", slug="rreth-nesh", show_in_menus=True
    )


@pytest.fixture
def team(about) -> StandardPage:
    return StandardPageFactory(parent=about, title="Ekipi", slug="ekipi", show_in_menus=True)


@pytest.fixture
def translated(about, team, english, publish) -> StandardPage:
    publish(
        publish_translation,
        about,
        english,
        [("Rreth nesh", "About us"), ("rreth-nesh", "about-us")],
    )
    publish(publish_translation, team, english, [("Ekipi", "Team"), ("ekipi", "team")])
    return about.get_translation(english)


def menu(url: str) -> dict[str, str | None]:
    """Return the menu's links by address, each with its mark of where the visitor is."""
    html = read(url)
    return {link["href"]: link.get("aria-current") for link in html.select("nav.menu li a")}


def frame(page: StandardPage, language: str, linked_ids=()) -> Frame:
    with override(language):
        made = Frame(RequestFactory().get("/"), page)
        made.link(linked_ids)
        assert made.rows
    return made


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/sq/", ["/sq/projekte/", "/sq/bashki/", "/sq/rreth-nesh/", "/sq/rreth-nesh/ekipi/"]),
        (
            "/en/",
            ["/en/projects/", "/en/municipalities/", "/en/about-us/", "/en/about-us/team/"],
        ),
    ],
)
def test_the_menu_has_the_sections_and_one_level_of_children(translated, url, expected):
    assert set(expected) <= set(menu(url))


def test_a_child_of_a_child_is_not_in_the_menu(team):
    StandardPageFactory(parent=team, slug="thelle", show_in_menus=True)
    assert "/sq/rreth-nesh/ekipi/thelle/" not in menu("/sq/")


@pytest.mark.dialect
def test_drafts_private_pages_and_their_children_are_not_in_the_menu(home, about, team):
    StandardPageFactory(parent=home, slug="skice", show_in_menus=True).unpublish()
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    addresses = set(menu("/sq/"))
    assert addresses.isdisjoint({"/sq/skice/", "/sq/rreth-nesh/", "/sq/rreth-nesh/ekipi/"})
    assert "/sq/projekte/" in addresses


def test_the_menu_marks_the_page_and_the_section_that_it_stands_in(home, about, team):
    assert menu("/sq/projekte/")["/sq/projekte/"] == "page"
    html = read("/sq/rreth-nesh/ekipi/")
    assert menu("/sq/rreth-nesh/ekipi/")["/sq/rreth-nesh/ekipi/"] == "page"
    section = next(item for item in html.select("nav.menu summary") if "Rreth nesh" in item.text)
    assert section["aria-current"] == "true"


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("url", "trail"),
    [
        (
            "/sq/rreth-nesh/ekipi/",
            [("Kreu", "/sq/"), ("Rreth nesh", "/sq/rreth-nesh/"), ("Ekipi", None)],
        ),
        ("/en/about-us/team/", [("Home", "/en/"), ("About us", "/en/about-us/"), ("Team", None)]),
    ],
)
def test_the_breadcrumb_leads_from_the_front_page_here(translated, url, trail):
    items = read(url).select("nav.breadcrumb li")
    assert [(words(item), item.a and item.a["href"]) for item in items] == trail
    assert items[-1]["aria-current"] == "page"


def test_the_front_page_has_no_breadcrumb():
    assert not read("/sq/").select("nav.breadcrumb")


@pytest.fixture
def footer(about) -> Furniture:
    furniture = Furniture.objects.get(locale__language_code="sq")
    furniture.footer_links = [("page", about)]
    furniture.save_revision().publish()
    return furniture


def footer_links(url: str) -> dict[str, str]:
    links = read(url).select("footer nav a")
    return {link["href"]: words(link) for link in links}


@pytest.mark.dialect
def test_footer_links_lead_to_the_visitors_language(footer, translated):
    assert footer_links("/sq/") == {"/sq/rreth-nesh/": "Rreth nesh", "/sq/llogaria/hyrja/": "Hyni"}
    assert footer_links("/en/") == {"/en/about-us/": "About us", "/en/account/sign-in/": "Sign in"}


def test_footer_links_lead_to_the_original_where_there_is_no_translation(footer):
    assert footer_links("/en/")["/sq/rreth-nesh/"] == "Rreth nesh"


def test_footer_links_to_drafts_are_left_out(footer, about):
    about.unpublish()
    assert "/sq/rreth-nesh/" not in footer_links("/sq/")


@pytest.fixture
def reader(home, about) -> StandardPage:
    text = f'<p>Lexoni <a linktype="page" id="{about.pk}">rreth nesh</a>.</p>'
    return StandardPageFactory(parent=home, title="Hyrje", slug="hyrje", body=[("text", text)])


READER_WORDS = [
    ("Hyrje", "Introduction"),
    ("hyrje", "introduction"),
    ('<p>Lexoni <a id="a1">rreth nesh</a>.</p>', '<p>Read <a id="a1">about us</a>.</p>'),
]


def prose_links(url: str) -> list[str]:
    return [link["href"] for link in read(url).select(".prose a")]


@pytest.mark.dialect
def test_links_in_texts_lead_to_the_visitors_language(reader, translated, english, publish):
    publish(publish_translation, reader, english, READER_WORDS)
    assert prose_links("/sq/hyrje/") == ["/sq/rreth-nesh/"]
    assert prose_links("/en/introduction/") == ["/en/about-us/"]


def test_links_in_texts_lead_to_the_original_where_there_is_no_translation(
    reader, english, publish
):
    publish(publish_translation, reader, english, READER_WORDS)
    assert prose_links("/en/introduction/") == ["/sq/rreth-nesh/"]


def test_links_in_texts_take_no_query_of_their_own(reader, about, django_assert_num_queries):
    links = frame(reader, "sq", {about.pk}).links
    text = f'<a linktype="page" id="{about.pk}">a</a>' * 5
    token = links_in_texts.set(links)
    with django_assert_num_queries(0):
        html = expand_db_html(text)
    links_in_texts.reset(token)
    assert html == '<a href="/sq/rreth-nesh/">a</a>' * 5


def test_a_link_that_nobody_announced_is_found_too_unless_it_is_private(about):
    text = f'<a linktype="page" id="{about.pk}">a</a>'
    assert expand_db_html(text) == '<a href="/sq/rreth-nesh/">a</a>'
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    assert expand_db_html(text) == "<a>a</a>"


def test_a_link_to_a_deleted_page_is_plain_text_to_readers(home):
    StandardPageFactory(
        parent=home, slug="lidhje", body=[("text", '<p><a linktype="page" id="99999">x</a></p>')]
    )
    link = read("/sq/lidhje/").select_one(".prose a")
    assert link is None or not link.has_attr("href")


@pytest.mark.dialect
def test_the_frame_takes_two_queries_whatever_it_names(
    reader, team, footer, django_assert_num_queries
):
    request = RequestFactory().get("/")
    with django_assert_num_queries(2), override("sq"):
        made = Frame(request, reader)
        made.link({team.pk})
        assert made.menu
        assert made.breadcrumb
        assert made.footer_links
        assert made.links[team.pk].url == "/sq/rreth-nesh/ekipi/"


def test_the_language_switcher_marks_the_current_language(translated):
    links = read("/en/about-us/").select("nav.languages a")
    assert [(link["lang"], link.get("aria-current")) for link in links] == [
        ("sq", None),
        ("en", "true"),
    ]


@pytest.mark.parametrize("address", ["/sq/kerko/?q=strehim", "/en/search/?q=strehim"])
def test_a_view_without_a_page_is_there_in_every_language(address, home):
    links = [link["href"] for link in read(address).select("nav.languages a")]
    assert links == ["/sq/kerko/?q=strehim", "/en/search/?q=strehim"]


def test_an_address_with_an_argument_switches_its_language_too(home):
    key = uuid4()
    with override("sq"):
        request = RequestFactory().get(reverse("page_paper", args=[key]))
    request.resolver_match = resolve(request.path)
    with override("sq"):
        urls = {language.code: language.url for language in frame_of(request).languages}
    assert all(url.startswith(f"/{code}/") and str(key) in url for code, url in urls.items())


@pytest.mark.parametrize(
    ("address", "sq", "en"),
    [
        ("/en/rreth-nesh/ekipi/", "/sq/rreth-nesh/ekipi/", "/en/about-us/team/"),
        ("/sq/about-us/", "/sq/rreth-nesh/", "/en/about-us/"),
        ("/en/kerko/?q=strehim", "/sq/kerko/?q=strehim", "/en/?q=strehim"),
        ("/sq/mungon/", "/sq/", "/en/"),
        ("/sq/ekipi/", "/sq/", "/en/"),
        ("/sq/rreth-nesh/ekipi/mungon/", "/sq/", "/en/"),
    ],
)
def test_whoever_went_astray_finds_in_the_switcher_what_they_may_have_meant(
    translated, address, sq, en
):
    links = [link["href"] for link in read(address, 404).select("nav.languages a")]
    assert links == [sq, en]


def test_nobody_is_led_from_a_missing_page_to_a_private_one(about, translated):
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    links = read("/sq/about-us/", 404).select("nav.languages a")
    assert links[0]["href"] == "/sq/"


def test_the_frame_is_one_for_a_request_and_stays_around_its_page(home, about):
    request = RequestFactory().get("/sq/")
    frame = frame_of(request, about)
    assert frame_of(request) is frame
    assert frame_of(request, home) is frame
    assert frame.page is about
    with pytest.raises(AttributeError):
        frame.page = home
    assert frame.rows
    with pytest.raises(RuntimeError):
        frame.link({about.pk + 1000})
    empty = RequestFactory().get("/sq/")
    assert frame_of(empty).page is None
    with pytest.raises(RuntimeError):
        frame_of(empty, about)


def test_whoever_reads_the_frame_first_reads_it_in_the_visitors_language(translated):
    request = RequestFactory().get("/en/about-us/")
    request.LANGUAGE_CODE = "en"
    with override("sq"):
        assert [item.page.url for item in frame_of(request, translated).menu][-1] == "/en/about-us/"
