"""The search page: what it shows, what it can be asked for, and what it never shows."""

import datetime
from dataclasses import replace
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from search.find import Wanted, find
from search.models import AskedDay
from tests.factories import (
    MunicipalityFactory,
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.knowledgebase.factories import GlossaryTermFactory, ResourcePageFactory
from tests.portal.commits import commits_at_once
from tests.portal.reading import read, words
from tests.search.entries import add, day, file
from tests.search.test_editing import promote

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_words")]

FRAME = 2  # queries
PAGE = {"sq": "/sq/kerko/", "en": "/en/search/"}


def look(query: str, language: str = "sq", status: int = 200) -> BeautifulSoup:
    """Return the search page for a query string."""
    return read(f"{PAGE[language]}?{query}", status)


def titles(html: Tag) -> list[str]:
    return [words(link) for link in html.select("ol.search-results > li a")]


def said(html: Tag) -> str:
    """Return what the page says to those who do not see it change."""
    return words(html.select_one("main [role=status]"))


def choices(html: Tag, facet: str) -> dict[str, int]:
    """Return the counts beside the choices of a facet, by value."""
    boxes = html.select(f"input[type=checkbox][name={facet}]")
    return {box["value"]: int(words(box.parent).split()[-1]) for box in boxes}


def many(number: int, *texts: str, **fields) -> None:
    """Put things into the index that stand on the front page."""
    for each in range(number):
        add(f"Gjëja {each}", *texts, **fields)


class TestAResult:
    def test_says_what_it_is_when_it_is_of_and_where_it_stands(self, home, publish):
        publish(ProjectPageFactory, title="Strehimi", summary="Kundër dhunës.")
        (item,) = look("q=dhune", "en").select("ol.search-results > li")
        assert words(item.select_one(".badge")) == "Projects"
        assert words(item.time) == "August 2020"
        assert item.time["datetime"] == "2020-08"
        assert words(item.select_one(".found__path")) == "Projekte"
        assert item.select_one(".found__path [lang]")["lang"] == "sq"
        assert str(item.select_one(".found__excerpt").mark) == "<mark>dhunës</mark>"

    @pytest.mark.parametrize(
        ("precision", "shown", "iso"),
        [
            ("day", "1 June 2024", "2024-06-01"),
            ("month", "June 2024", "2024-06"),
            ("year", "2024", "2024"),
        ],
    )
    def test_has_its_date_as_exactly_as_it_is_known(self, home, precision, shown, iso):
        add("Strehim", date=day(2024), precision=precision, audience="en")
        time = look("q=strehim", "en").select_one(".found time")
        assert (words(time), time["datetime"]) == (shown, iso)

    @pytest.mark.parametrize("has_alias", [True, False])
    def test_not_in_the_visitors_language_is_marked(self, home, english, publish, has_alias):
        page = publish(StandardPageFactory, title="Strehimi", summary="Kundër dhunës.")
        if has_alias:
            page.copy_for_translation(english, alias=True)
        item = look("q=strehimi", "en").select_one(".found")
        assert item.a["lang"] == "sq"
        assert item.a["href"].startswith("/en/") is has_alias
        assert item.select_one(".found__excerpt")["lang"] == "sq"
        assert "Not translated yet: Albanian" in words(item.select_one(".found__meta"))
        assert "Not translated yet" in words(item)
        item = look("q=strehimi").select_one(".found")
        assert item.a["href"] == page.get_url()
        assert not item.select("[lang]")

    def test_in_a_file_says_in_which_and_on_which_page(self, home):
        add("Manuali", attachments=[file("Udhëzues", "Hyrja.", "Strehimi.")], audience="en")
        item = look("q=strehim", "en").select_one(".found")
        assert words(item.select_one(".found__file")) == "In the document “Udhëzues”, page 2"
        assert item.select_one(".found__excerpt").text == "Strehimi."

    def test_in_a_file_of_one_page_says_in_which(self, home):
        add("Manuali", attachments=[file("Udhëzues", "Strehimi.")], audience="en")
        place = look("q=strehim", "en").select_one(".found__file")
        assert words(place) == "In the document “Udhëzues”"

    def test_found_by_its_title_does_not_show_how_its_file_begins(self, home):
        add("Strehimi", attachments=[file("Udhëzues", "Hyrja.")])
        item = look("q=strehim").select_one(".found")
        assert not item.select(".found__file, .found__excerpt")

    def test_on_a_page_of_many_leads_to_its_place(self, home, publish):
        publish(GlossaryTermFactory, name="Strehim", slug="strehim")
        (item,) = look("q=strehim").select(".found")
        address, _, place = item.a["href"].partition("#")
        assert read(address).find(id=place)
        assert words(item.select_one(".found__path")).endswith(words(read(address).h1))

    def test_is_never_markup(self, home):
        add("<script>strehim</script>", "<img src=x> strehim", kind="page")
        html = look(f"q={quote('strehim <img src=x>')}")
        assert not html.main.select("ol script, img")
        assert titles(html) == ["<script> strehim </script>"]


class TestWhatIsNotPublic:
    @pytest.fixture
    def page(self, home, publish) -> Page:
        return publish(StandardPageFactory, title="Strehimi")

    def test_is_not_shown_before_the_index_knows_that_it_was_unpublished(self, page):
        assert titles(look("q=strehim")) == ["Strehimi"]
        Page.objects.filter(pk=page.pk).update(live=False)
        assert titles(look("q=strehim")) == []

    def test_is_not_shown_before_the_index_knows_that_it_was_closed(self, page):
        PageViewRestriction.objects.bulk_create([PageViewRestriction(page_id=page.pk)])
        assert titles(look("q=strehim")) == titles(look("q=strehim", "en")) == []

    def test_names_no_path(self, page, publish):
        publish(StandardPageFactory, parent=page, title="Nën të")
        Page.objects.filter(pk=page.pk).update(live=False)
        assert "Strehimi" not in words(look(f"q={quote('nën të')}").select_one(".found"))


class TestTheTotal:
    @pytest.mark.parametrize(
        ("number", "text"),
        [(1, "1 result for “strehim”"), (12, "12 results for “strehim”")],
    )
    def test_is_said(self, home, number, text):
        many(number, "Strehim.", audience="en")
        assert said(look("q=strehim", "en")) == text

    def test_of_nothing_leads_on(self, home):
        html = look("q=xyzzy", "en")
        assert said(html) == "0 results for “xyzzy”"
        assert html.select_one(".empty .link-list a")
        assert not html.select("ol.search-results, form[aria-label]:not([role=search])")

    def test_without_words_asks_for_some(self, home):
        html = read("/en/search/")
        assert "Write one or more words" in said(html)
        assert html.select_one(".link-list a")
        assert look("q=%20%00", "en").select_one(".link-list a")

    def test_says_where_no_page_has_all_words(self, home):
        add("Strehim", audience="en")
        add("Punësim", audience="en")
        html = look(f"q={quote('strehim punësim')}", "en")
        assert "No page has all these words" in words(html.main)
        assert len(titles(html)) == 2
        assert "No page has all" not in words(look("q=strehim", "en").main)


class TestAMistypedWord:
    @pytest.fixture(autouse=True)
    def content(self, home):
        add("Strehimi", audience="en")
        add("Strehimi im", audience="en")

    def test_is_corrected_at_once(self):
        html = look("q=strehimmi", "en")
        assert said(html) == "2 results for “strehimi”"
        assert "Nothing was found for “strehimmi”." in words(html.main)
        assert html.select_one("#q-page")["value"] == "strehimmi"

    def test_can_be_insisted_on(self):
        link = look("q=strehimmi", "en").find("a", string="Search for exactly “strehimmi”")
        html = read("/en/search/" + link["href"])
        assert said(html) == "0 results for “strehimmi”"
        back = html.find("a", string="Look for other spellings too")
        assert back["href"] == "?q=strehimmi"

    def test_stays_insisted_on_while_filtering(self):
        html = look("q=strehimi&exact=1", "en")
        assert html.select_one("input[type=hidden][name=exact]")["value"] == "1"

    def test_may_have_been_another(self):
        add("Strehami", audience="en")
        html = look("q=strehymi", "en")
        assert "Did you mean:" in words(html.main)
        (link,) = html.main.select(f"a[href='?q={quote('strehami')}']") or html.main.select(
            f"a[href='?q={quote('strehimi')}']"
        )
        assert titles(read("/en/search/" + link["href"]))


def test_what_the_reserve_found_is_said_to_be_so(home, monkeypatch):
    answered = find(Wanted("strehim", "en"))
    monkeypatch.setattr("search.listing.find", lambda wanted: replace(answered, is_fallback=True))
    assert "come from our reserve" in words(look("q=strehim", "en").main)
    assert not AskedDay.objects.exists()


@pytest.mark.dialect
def make_content() -> None:
    """Publish three things of different kinds, places and years."""
    vlora = MunicipalityFactory(name="Vlorë", slug="vlora")
    theme = ThemeFactory(name="Trajnim", slug="trajnim")
    with commits_at_once():
        project = ProjectPageFactory(
            title="Strehim në Vlorë", municipalities=[vlora], themes=[theme]
        )
        ProjectUpdatePageFactory(
            parent=project, title="Strehimi nis", date=datetime.date(2024, 5, 1)
        )
        ResourcePageFactory(title="Manual strehimi", year=2019)


@pytest.fixture(scope="module")
def content(ground) -> None:
    ground(make_content)


@pytest.mark.usefixtures("content")
class TestFilters:
    def test_count_what_each_choice_finds(self):
        html = look("q=strehim")
        assert choices(html, "kind") == {"project": 1, "update": 1, "resource": 1}
        assert choices(html, "municipality")["vlora"] >= 1
        assert choices(html, "theme")["trajnim"] >= 1
        assert choices(html, "year") == {"2024": 1, "2021": 1, "2020": 1, "2019": 1}
        assert choices(html, "language") == {"sq": 3}
        for facet in ("kind", "municipality", "theme", "year", "language"):
            for value, count in choices(html, facet).items():
                assert len(titles(look(f"q=strehim&{facet}={value}"))) == count, (facet, value)

    def test_have_names_and_the_newest_year_first(self):
        html = look("q=strehim", "en")
        names = [words(box.parent).rsplit(" ", 1)[0] for box in html.select("[type=checkbox]")]
        for name in ("Projects", "Vlorë", "Trajnim", "2024", "Albanian"):
            assert name in names
        assert [*choices(html, "year")] == ["2024", "2021", "2020", "2019"]

    def test_take_several_values_of_one_facet(self):
        html = look("q=strehim&kind=project&kind=resource")
        assert sorted(titles(html)) == ["Manual strehimi", "Strehim në Vlorë"]
        assert choices(html, "kind")["update"] == 1

    def test_must_agree_with_each_other(self):
        assert titles(look("q=strehim&year=2019&kind=resource")) == ["Manual strehimi"]
        html = look("q=strehim&year=2019&kind=project", "en")
        assert titles(html) == []
        assert html.select_one(".empty a")["href"] == "?q=strehim"

    def test_in_force_can_each_be_taken_off(self):
        html = look("q=strehim&kind=project&sort=newest&page=1")
        assert html.select(".chosen a")[0]["href"] == "?q=strehim&sort=newest"

    @pytest.mark.parametrize(
        "query",
        [
            "kind=xyzzy",
            "theme=xyzzy",
            "municipality=",
            "year=20x4",
            "year=%D9%A2%D9%A0%D9%A2%D9%A4",
            "language=tlh",
            "sort=xyzzy",
            "view=xyzzy",
            "kind=project&kind=%00",
            "theme=" + "a" * 5000,
        ],
    )
    def test_nobody_knows_are_named(self, query):
        value = query.rsplit("=", 1)[1]
        html = look(f"q=strehim&{query}", "en", 404 if value else 200)
        assert bool(html.select(".empty strong")) is bool(value)

    def test_without_end_are_refused(self):
        query = "&".join(f"year={year}" for year in range(1000, 1101))
        assert look(f"q=strehim&{query}", "en", 400).h1

    def test_of_long_facets_are_folded_but_there(self):
        for year in range(1980, 2010):
            add("Strehim", labels=[("year", str(year))])
        html = look("q=strehim")
        assert len(choices(html, "year")) == 34
        assert len(html.select("fieldset details input[name=year]")) == 26
        assert not html.select_one("fieldset details").has_attr("open")
        assert look("q=strehim&year=1980").select_one("fieldset details").has_attr("open")

    def test_go_back_to_the_first_page_and_keep_the_rest(self):
        form = look("q=strehim&sort=oldest&page=1&exact=1").select_one("form:has(fieldset)")
        kept = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
        assert kept == {"q": "strehim", "exact": "1"}
        assert form.select_one("option[selected]")["value"] == "oldest"

    def test_stay_when_the_language_changes(self):
        link = look("q=strehim&kind=project&sort=newest").select_one("a[hreflang=en][lang=en]")
        assert link["href"] == "/en/search/?q=strehim&kind=project&sort=newest"

    def test_of_the_main_kinds_are_one_press_away(self):
        links = look("q=strehim").select(".kind-links a")
        assert {link["href"] for link in links} == {
            f"?q=strehim&kind={kind}" for kind in ("project", "update", "resource")
        }
        assert not look("q=strehim&kind=project").select(".kind-links a")


@pytest.mark.dialect
class TestOrderAndPages:
    def test_newest_and_oldest(self, home):
        add("Strehim i ri", date=day(2024))
        add("Strehim i vjetër", date=day(2011))
        add("Strehim")
        newest = ["Strehim i ri", "Strehim i vjetër", "Strehim"]
        assert titles(look("q=strehim&sort=newest")) == newest
        oldest = ["Strehim i vjetër", "Strehim i ri", "Strehim"]
        assert titles(look("q=strehim&sort=oldest")) == oldest

    @pytest.mark.parametrize("sort", ["relevance", "newest"])
    def test_every_result_stands_on_one_page(self, home, sort):
        many(23, "Strehim.", date=day(2020))
        pages = [look(f"q=strehim&sort={sort}&page={number}") for number in (1, 2, 3)]
        assert [len(titles(html)) for html in pages] == [10, 10, 3]
        assert len({title for html in pages for title in titles(html)}) == 23
        assert pages[2].select_one("ol.search-results")["start"] == "21"

    def test_no_more_than_a_thousand_can_be_reached(self, home, monkeypatch):
        monkeypatch.setattr("search.listing.MOST_RESULTS", 20)
        many(23, "Strehim.")
        assert said(look("q=strehim")).startswith("23 ")
        assert len(titles(look("q=strehim&page=2"))) == 10
        look("q=strehim&page=3", status=404)

    @pytest.mark.parametrize("page", ["-1", "0", "x", "999", "1e3", "%00", "9" * 400, "2"])
    def test_a_page_that_is_not_there(self, home, page):
        add("Strehim")
        html = look(f"q=strehim&page={page}", status=404)
        assert html.select_one(".empty a")["href"] == "?q=strehim&page=1"


@pytest.mark.dialect
class TestGroups:
    @pytest.fixture(autouse=True)
    def content(self, home):
        many(12, "Strehim.", kind="chapter")
        add("Strehim", kind="term")
        add("Diçka", "Një. " * 300 + "Strehim.", kind="model")

    def test_stand_where_one_kind_hides_the_others(self):
        html = look("q=strehim")
        groups = html.select("section:has(ol.search-results)")
        kinds = [group["aria-labelledby"] for group in groups]
        assert kinds == ["kind-term", "kind-chapter", "kind-model"]
        assert [len(titles(group)) for group in groups] == [1, 4, 1]
        assert [group.h2["id"] for group in groups] == kinds
        assert said(html).startswith("14 ")

    def test_begin_with_the_best_result(self):
        best = titles(look("q=strehim&view=list"))[0]
        assert titles(look("q=strehim"))[0] == best == "Strehim"

    def test_lead_to_all_of_their_kind_and_to_one_list(self):
        html = look("q=strehim", "sq")
        assert html.select_one("a.more")["href"] == "?q=strehim&kind=chapter"
        assert len(titles(look("q=strehim&kind=chapter"))) == 10
        link = html.select_one(".views a:not([aria-current])")
        listed = read("/sq/kerko/" + link["href"])
        assert len(titles(listed)) == 10
        assert listed.select_one(".pagination a[rel=next]")["href"].startswith("?q=strehim")

    @pytest.mark.parametrize("query", ["&page=2", "&sort=newest", "&kind=chapter&kind=term"])
    def test_do_not_stand_elsewhere(self, query):
        assert not look(f"q=strehim{query}").select(".views, section ol.search-results")

    def test_take_kinds_that_the_best_results_hold_none_of(self, monkeypatch):
        monkeypatch.setattr("search.listing.CHOICE", 5)
        assert "kind-model" in str(look("q=strehim"))


class TestBestBets:
    def test_stand_above_the_results_and_not_among_them(self, home, publish):
        page = publish(StandardPageFactory, title="Strehimi")
        add("Strehim tjetër")
        promote((page, "Fillo <b>këtu</b>"), queries="strehim")
        html = look("q=strehimi")
        assert words(html.select_one(".best-bets__list")) == "Strehimi Fillo <b>këtu</b>"
        assert html.select_one(".best-bets a")["href"] == page.get_url()
        assert titles(html) == ["Strehim tjetër"]
        for query in ("&sort=newest", "&kind=page", "&page=2"):
            html = BeautifulSoup(Client().get(f"/sq/kerko/?q=strehimi{query}").content, "lxml")
            assert not html.select(".best-bets"), query

    @pytest.mark.parametrize(("language", "marked"), [("sq", None), ("en", "sq")])
    def test_say_in_which_language_they_are_written(self, home, publish, language, marked):
        page = publish(StandardPageFactory, title="Strehimi")
        page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
        promote((page, ""), queries="strehim", language=language)
        assert look("q=strehim", language).select_one(".best-bets a").get("lang") == marked

    def test_that_nobody_may_read_are_not_shown(self, home, publish):
        page = publish(StandardPageFactory, title="Strehimi")
        promote((page, "Fillo këtu"), queries="strehim")
        Page.objects.filter(pk=page.pk).update(live=False)
        assert not look("q=strehimi").select(".best-bets")


class TestNoting:
    def totals(self) -> list[int]:
        return [*AskedDay.objects.values_list("results", flat=True)]

    def test_what_was_typed_is_counted(self, home):
        add("Strehim")
        look("q=strehim")
        look("q=xyzzy")
        assert self.totals() == [1, 0]

    def test_a_query_that_had_to_be_corrected_found_nothing(self, home):
        add("Strehim")
        look("q=strehimm")
        assert self.totals() == [0]

    @pytest.mark.parametrize(
        "query", ["", "q=", "q=strehim&page=1", "q=strehim&exact=1", "q=strehim&kind=page"]
    )
    def test_what_links_of_ours_ask_for_is_not(self, home, query):
        add("Strehim")
        look(query)
        Client().head("/sq/kerko/?q=strehim")
        assert self.totals() == []


class TestThePage:
    def test_keeps_out_of_other_search_engines_and_of_titles(self, home):
        add("Strehim")
        response = Client().get("/en/search/?q=strehim")
        assert response["X-Robots-Tag"] == "noindex"
        assert not response.cookies
        html = BeautifulSoup(response.content, "html.parser")
        assert "strehim" not in html.title.text
        assert html.find("link", rel="canonical")["href"].endswith("/en/search/")
        assert "X-Robots-Tag" not in Client().get("/en/search/")

    def test_is_light(self, home):
        many(12, "Strehim i ri. " * 100, summary="Strehim. " * 40)
        assert len(Client().get("/sq/kerko/?q=strehim").content) < 60_000

    @pytest.mark.parametrize(
        "text",
        [
            "a" * 10_000,
            "në e të",
            '"strehim',
            "„«“»\"'",
            "strehim AND OR NOT NEAR(a b) +(-x) ^2 ~1 title:*",
            "stre* %_\\ ? [a-z]",
            "strehim\x00 \x1b",
            "\u202e\u200f strehim",
            "😀🏳️‍🌈",
            "e\u0308" * 50,
            "{{7*7}} <script>alert(1)</script>",
            "/.*/ strehim~2 && || !",
            " ".join(f"fjala{number}" for number in range(500)),
        ],
    )
    @pytest.mark.parametrize("language", PAGE)
    def test_takes_whatever_is_typed(self, home, text, language):
        add("Strehim", audience=language)
        html = look(f"q={quote(text)}", language)
        assert said(html)
        assert not html.main.select("script")


def queries(query: str) -> int:
    """Count the queries of a visitor's search with nothing cached."""
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(f"/sq/kerko/?q=strehim{query}").status_code == 200
    return len(captured)


def publish_some(publish, number: int) -> None:
    for _ in range(number):
        municipality, theme = MunicipalityFactory(), ThemeFactory()
        project = publish(
            ProjectPageFactory, title="Strehim", municipalities=[municipality], themes=[theme]
        )
        publish(ProjectUpdatePageFactory, parent=project, title="Strehim")


@pytest.mark.parametrize(
    ("query", "most"),
    [
        # Filters 1, results 2, best bets 1; the others find, one of them is cached for minutes.
        ("&exact=1", FRAME + 12),
        ("&sort=newest", FRAME + 10),
        ("&kind=project", FRAME + 12),
        # What was typed is counted, too: in a transaction of two statements.
        ("", FRAME + 19),
    ],
)
def test_the_queries_do_not_grow_with_the_results(home, publish, query, most):
    publish_some(publish, 1)
    queries(query)  # the first of a day forgets old ones
    few = queries(query)
    publish_some(publish, 8)
    assert queries(query) <= few <= most


def test_the_queries_of_groups_are_few_more(home):
    many(12, "Strehim.", kind="chapter")
    add("Strehim", kind="term")
    assert queries("&exact=1") <= FRAME + 13


def test_where_nothing_is_found_the_other_language_is_offered(home):
    add("Hideaway", audience="en", language="en")
    page = read("/sq/kerko/?q=hideaways")
    link = page.select_one("main a[hreflang=en]")
    assert link["href"] == "/en/search/?q=hideaways"
    assert "1 rezultat" in words(link)
