"""What a public page may cost: queries beyond a bare Wagtail page, whatever the number of rows."""

import pytest
from bench.baseline.models import BarePage
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail.rich_text import RichText

from home.models import HelpPage, HomePage, NewsIndexPage
from portal.terms.models import Municipality
from projects.models import MunicipalityIndexPage, ProjectIndexPage, ProjectPage
from projects.models.roles import Role
from tests.factories import (
    ConsultationGroupFactory,
    MunicipalityFactory,
    MunicipalityPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    StandardPageFactory,
    ThemeFactory,
    add_organisation,
)
from tests.media.factories import DocumentFactory, ImageFactory

pytestmark = pytest.mark.django_db
ALLOWED = 8
MOST_OF_A_FEED = 3  # the page, the news, the name of the organisation


def queries(url: str, client: Client | None = None) -> int:
    """Count the queries of a request, with nothing cached but Wagtail's root paths.

    It is a visitor's, or that of who is signed in with the client.
    """
    client = client or Client()
    assert client.get(url).status_code == 200
    cache.clear()
    client.get("/sq/kontakte-te-dobishme/")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def bare_queries(parent: Page, client: Client | None = None) -> int:
    """Count the queries of a page with nothing but a title, below `parent`, as `queries` does."""
    page = BarePage(title="E zhveshur", slug="e-zhveshur", locale=parent.locale)
    parent.add_child(instance=page)
    page.save_revision().publish()
    count = queries(page.get_url(), client)
    page.delete()
    return count


def full_project(number: int) -> ProjectPage:
    """Make a project that fills every part of the page, with `number` of each."""
    municipalities = MunicipalityFactory.create_batch(number)
    others = ProjectPageFactory.create_batch(number)
    links = "".join(f'<a linktype="page" id="{other.pk}">x</a>' for other in others)
    files = [DocumentFactory() for _ in range(number)]
    documents = "".join(f'<a linktype="document" id="{file.pk}">x</a>' for file in files)
    project = ProjectPageFactory(
        cover=ImageFactory(),
        aim=f"<p>{links}</p>",
        body=[("text", RichText(f"<p>{links}{documents}</p>"))] * number,
        municipalities=municipalities,
        themes=ThemeFactory.create_batch(number),
        consultation_groups=ConsultationGroupFactory.create_batch(number),
        related=[("page", other) for other in others],
        pillars=[("pillar", {"title": "Shtyllë", "page": others[0]})] * number,
        results=[("result", {"title": "Rezultat", "indicators": [], "evidence": []})] * number,
        beneficiaries=[("group", {"kind": "final", "group": "Gra", "count": 5})] * number,
        funding_statement="Financim",
        hashtags="#a #b",
    )
    for _ in range(number):
        add_organisation(project, Role.DONOR, OrganisationFactory(logo=ImageFactory()))
    for _ in range(number):
        ProjectUpdatePageFactory(parent=ProjectPage.objects.get(pk=project.pk))
    return project


def test_a_full_project_page_keeps_to_the_budget():
    few = queries(full_project(1).get_url())
    many = queries(full_project(6).get_url())
    bare = bare_queries(ProjectIndexPage.objects.get(locale__language_code="sq"))
    assert many == few
    assert many - bare <= ALLOWED


def fill_index(number: int) -> None:
    for _ in range(number):
        project = ProjectPageFactory(
            cover=ImageFactory(),
            municipalities=[MunicipalityFactory()],
            themes=[ThemeFactory()],
        )
        add_organisation(project, Role.DONOR, OrganisationFactory(logo=ImageFactory()))
        MunicipalityPageFactory(municipality=project.municipalities.get())


@pytest.mark.parametrize("address", ["/sq/projekte/", "/sq/projekte/?status=completed&year=2020"])
def test_the_project_index_keeps_to_the_budget(home, address):
    fill_index(1)
    few = queries(address)
    fill_index(6)
    many = queries(address)
    assert many == few
    assert many - bare_queries(home) <= ALLOWED


def home_body(number: int) -> list[tuple[str, dict]]:
    pages = StandardPageFactory.create_batch(number)
    parts = [{"title": "Pjesë", "text": "Tekst", "page": page} for page in pages]
    link = {"label": "Më shumë", "page": pages[0]}
    return [
        ("hero", {"title": "Titull", "text": "Tekst", "links": [link]}),
        ("what_we_do", {"title": "Çfarë bëjmë", "items": parts}),
        ("spotlight", {"title": "Baza", "text": "Tekst", "link": link, "items": parts[:6]}),
        ("ways", {"title": "Mësoni", "ways": [{"title": "T", "text": "t", "link": link}]}),
        ("latest_projects", {"title": "Projekte", "count": number}),
        ("latest_news", {"title": "Njoftime", "count": number}),
        ("calls", {"title": "Thirrje", "calls": [{"title": "T", "text": "t", "link": link}]}),
        ("figures", {"title": "Shifra", "figures": [{"number": 3, "label": "bashki"}]}),
        ("partners", {"title": "Partnerë"}),
        ("call_to_action", {"title": "Titull", "text": "Tekst", "link": link}),
    ]


def test_the_front_page_keeps_to_the_budget(home):
    counts = []
    for number in (1, 6):
        fill_index(number)
        page = HomePage.objects.get(pk=home.pk)
        page.body = home_body(number)
        page.save_revision().publish()
        counts.append(queries("/sq/"))
    assert counts[0] == counts[1]
    # The front page of the other language is routed the same way, and has nothing but a frame.
    routing = bare_queries(home) - 1
    assert counts[1] - routing <= ALLOWED


def organisation_body(number: int) -> list[tuple[str, dict]]:
    people = [{"name": "Emër", "role": "Detyrë", "photo": ImageFactory()} for _ in range(number)]
    report = {"year": 2025, "kind": "annual", "language": "sq"}
    reports = [{**report, "document": DocumentFactory()} for _ in range(number)]
    figure = {"number": 3, "label": "bashki", "page": StandardPageFactory()}
    return [
        *[("people", {"people": people})] * number,
        ("reports", {"reports": reports}),
        ("figures", {"title": "Shifra", "figures": [figure] * number}),
    ]


def test_a_page_about_the_organisation_keeps_to_the_budget(home):
    few, many = (
        queries(StandardPageFactory(parent=home, body=organisation_body(number)).get_url())
        for number in (1, 6)
    )
    assert many == few
    assert many - bare_queries(home) <= ALLOWED


@pytest.mark.parametrize("model", [MunicipalityIndexPage, HelpPage])
def test_pages_with_a_map_keep_to_the_budget(home, model):
    url = model.objects.get(locale__language_code="sq").get_url()
    MunicipalityPageFactory()
    few = queries(url)
    for municipality in MunicipalityFactory.create_batch(5):
        MunicipalityPageFactory(municipality=municipality)
    many = queries(url)
    assert many == few
    assert many - bare_queries(home) <= ALLOWED


def test_a_municipality_page_keeps_to_the_budget():
    page = MunicipalityPageFactory()
    municipality = Municipality.objects.get(pk=page.municipality_id)
    counts = []
    for number in (1, 5):
        for _ in range(number):
            ProjectPageFactory(cover=ImageFactory(), municipalities=[municipality])
        counts.append(queries(page.get_url()))
    assert counts[0] == counts[1]
    bare = bare_queries(MunicipalityIndexPage.objects.get(locale__language_code="sq"))
    assert counts[1] - bare <= ALLOWED


def test_a_standard_page_keeps_to_the_budget(home):
    page = StandardPageFactory(
        parent=home,
        body=[("figure", {"image": ImageFactory(), "caption": "x"})] * 3,
    )
    assert queries(page.get_url()) - bare_queries(home) <= ALLOWED


def test_news_keep_to_the_budget(home):
    about = {
        "projects": ProjectPageFactory.create_batch(3),
        "municipalities": [MunicipalityPageFactory().municipality for _ in range(3)],
    }
    page = NewsPageFactory(cover=ImageFactory(), **about)
    index = NewsIndexPage.objects.get(locale__language_code="sq")
    few = queries(index.get_url())
    NewsPageFactory.create_batch(3)
    assert queries(index.get_url()) == few
    assert few - bare_queries(home) <= ALLOWED
    assert queries(page.get_url()) - bare_queries(index) <= ALLOWED


@pytest.mark.parametrize("feed", ["news_feed", "project_feed", "municipality_feed"])
def test_a_feed_takes_the_same_queries_however_much_it_says(feed):
    municipality = MunicipalityPageFactory()
    project = ProjectPageFactory(municipalities=[municipality.municipality])
    page = {"project_feed": project, "municipality_feed": municipality}.get(feed)
    url = reverse(feed, args=[page.translation_key] if page else [])
    few = queries(url)
    for _ in range(3):
        ProjectUpdatePageFactory(parent=ProjectPage.objects.get(pk=project.pk))
        NewsPageFactory(projects=[project], municipalities=[municipality.municipality])
    assert queries(url) == few <= MOST_OF_A_FEED


def test_the_sitemap_costs_the_same_however_many_pages_there_are():
    ProjectPageFactory()
    few = queries("/sitemap.xml")
    ProjectPageFactory.create_batch(5)
    assert queries("/sitemap.xml") == few
