"""The admin's first page says what waits for each person, and where; the reports behind it."""

import datetime

import pytest
from bench.baseline.models import BarePage
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex
from wagtail.users.models import UserProfile

from home.reports import CHECKED_FOR
from portal.accounts.roles import Role
from portal.furniture.models import Furniture
from portal.publishing.broken_links import BrokenLinksView, broken_links
from portal.publishing.bundles.going_live import schedule, unschedule
from portal.publishing.bundles.models import Bundle
from portal.publishing.bundles.readiness import Readiness
from portal.publishing.reports import ChecksView
from portal.publishing.scheduled import ScheduledView
from portal.report import RowPaginator, reports
from tests.bundles.making import bundle_of, edited, person
from tests.factories import ProjectPageFactory, StandardPageFactory
from tests.knowledgebase.factories import GlossaryTermFactory
from tests.test_budgets import full_project

pytestmark = pytest.mark.django_db
# An administrator reads every report of every room.
MOST_QUERIES = 60


def box(client) -> BeautifulSoup:
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    return page.select_one(".desk-waiting")


def lines(client, report: str) -> list[str]:
    return [link.text for link in box(client).select(f"a[href='{reverse(report)}']")]


def titles(client, report: str) -> list[str]:
    page = BeautifulSoup(client.get(reverse(report)).content, "html.parser")
    return [cell.get_text(strip=True) for cell in page.select("td.title a")]


@pytest.fixture
def numbers_are_checked(db):
    for furniture in Furniture.objects.all():
        furniture.helplines = []
        furniture.save()


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.EDITOR, "wagtailadmin_explore_root"),
        (Role.TRANSLATOR, "translation_states"),
        (Role.MODERATOR, "translation_states"),
        (Role.COORDINATOR, "mentoring_desk"),
        (Role.TRAINER, "cohorts"),
    ],
)
def test_nobodys_first_page_is_empty(role, place, client_as, numbers_are_checked):
    page = box(client_as(role))
    assert page.p.text.startswith("Asgjë nuk ju pret")
    assert page.select(f"a[href='{reverse(place)}']")


@pytest.mark.parametrize("kind", [StandardPageFactory, ProjectPageFactory])
def test_a_page_of_any_kind_is_to_be_checked_on_its_day(kind, client_as):
    today = timezone.localdate()
    kind(title="Sot", review_by=today)
    kind(title="Së shpejti", review_by=today + datetime.timedelta(days=20))
    kind(title="Pa datë")
    client = client_as(Role.EDITOR)
    assert titles(client, "checks") == ["Sot", "Së shpejti"]
    assert lines(client, "checks")[0].startswith("1 ")


@pytest.mark.parametrize(("age", "is_due"), [(CHECKED_FOR, False), (2 * CHECKED_FOR, True)])
def test_a_helpline_is_to_be_checked_twice_a_year(age, is_due, client_as, numbers_are_checked):
    furniture = Furniture.objects.get(locale__language_code="sq")
    day = timezone.localdate() - age
    line = {"name": "Linja", "number": "116 117", "checked_on": day}
    furniture.helplines = [("helpline", line)]
    furniture.save()
    assert bool(lines(client_as(Role.MODERATOR), "numbers")) == is_due
    assert not lines(client_as(Role.EDITOR), "numbers")


def test_what_is_scheduled_is_told_to_those_who_may_change_it(client_as):
    page = ProjectPageFactory(title="Nesër")
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    assert titles(client_as(Role.EDITOR), "scheduled") == ["Nesër"]
    assert titles(client_as(Role.TRANSLATOR), "scheduled") == []


@pytest.fixture
def bundle(db) -> Bundle:
    """A bundle with a page and a term, which a moderator has scheduled."""
    moderator = person(Role.MODERATOR)
    page = edited(ProjectPageFactory(title="Projekti"), title="Projekti")
    bundle = bundle_of(
        page, edited(GlossaryTermFactory(name="Strehë"), name="Strehë"), by=moderator
    )
    at = timezone.now() + datetime.timedelta(days=1)
    seen = Readiness(bundle, moderator).seen
    return schedule(bundle=bundle, at=at, seen=seen, by=moderator)


def test_what_goes_live_with_its_bundle_is_scheduled_too(bundle, client_as):
    client = client_as(Role.MODERATOR)
    assert titles(client, "scheduled") == ["Projekti", "Strehë", "Së bashku"]
    page = BeautifulSoup(client.get(reverse("scheduled")).content, "html.parser")
    links = [link["href"] for link in page.select("td:last-child a")]
    assert links == [bundle.get_absolute_url()] * 2
    assert page.select_one("td.title").find_next_sibling("td").text.strip() == "projekt"
    exported = b"".join(client.get(reverse("scheduled") + "?export=csv").streaming_content).decode()
    assert exported.count("Së bashku") == 3
    assert lines(client, "scheduled")[0].startswith("2 ")


@pytest.mark.parametrize(
    ("role", "seen"), [(Role.TRANSLATOR, ["Strehë", "Së bashku"]), (Role.TRAINER, [])]
)
def test_of_a_bundle_everybody_sees_what_they_may_change(role, seen, bundle, client_as):
    assert titles(client_as(role), "scheduled") == seen


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.EDITOR])
def test_a_bundle_that_has_no_hour_or_is_over_is_not_scheduled(role, bundle, client_as):
    unschedule(bundle=bundle, by=bundle.made_by)
    client = client_as(role)
    assert titles(client, "scheduled") == []
    assert not lines(client, "scheduled")


@pytest.fixture
def linking(publish):
    """A function that publishes a page with a link to another."""

    def link(target) -> StandardPageFactory:
        text = f'<p><a linktype="page" id="{target.pk}">Lexoni</a></p>'
        page = StandardPageFactory(title="Me lidhje", body=[("text", text)])
        ReferenceIndex.create_or_update_for_object(page)
        return page

    return link


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_a_link_to_what_is_gone_is_found(end, linking, client_as, publish):
    target = StandardPageFactory(title="Synimi")
    linking(target)
    client = client_as(Role.MODERATOR)
    assert titles(client, "broken_links") == []
    publish(getattr(target, end))
    call_command("rebuild_references_index", verbosity=0)  # as each night
    assert titles(client, "broken_links") == ["Me lidhje"]
    assert lines(client, "broken_links")[0].startswith("1 ")


def test_a_link_in_what_is_not_public_is_nobodys_trouble(linking, client_as, publish):
    target = StandardPageFactory(title="Synimi")
    page = linking(target)
    publish(target.unpublish)
    publish(page.unpublish)
    assert titles(client_as(Role.MODERATOR), "broken_links") == []


@pytest.mark.parametrize("report", [ChecksView, ScheduledView, BrokenLinksView])
def test_the_first_page_counts_in_as_many_queries_for_many(
    report, admin, linking, publish, django_assert_max_num_queries
):
    for number in range(4):
        target = StandardPageFactory(
            title=f"Faqja {number}", review_by=timezone.localdate(), slug=f"faqja-{number}"
        )
        publish(linking(target).save_revision)
        publish(target.unpublish)
    with django_assert_max_num_queries(4):
        report.failures_for(admin)


def test_links_are_listed_by_their_page(linking, admin, publish):
    target = StandardPageFactory(title="Synimi")
    page = linking(target)
    publish(target.delete)
    call_command("rebuild_references_index", verbosity=0)
    (link,) = broken_links(admin)
    assert link.title == page.title
    assert link.edit_url == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_first_page_takes_as_many_queries_for_many_pages(
    admin_client,
):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(reverse("wagtailadmin_home"))
        return len(captured)

    queries()  # fills what is kept between requests
    before = queries()
    for number in range(5):
        StandardPageFactory(title=f"Faqja {number}", review_by=timezone.localdate())
    queries()
    assert queries() == before
    assert before <= MOST_QUERIES


def queries_of_form(client: Client, page: Page) -> int:
    """Count the queries of a page's form in the admin."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_form_of_a_full_project_keeps_to_the_budget(home, admin_client):
    bare = BarePage(title="E zhveshur", slug="e-zhveshur", locale=home.locale)
    home.add_child(instance=bare)
    bare.save_revision().publish()
    few = queries_of_form(admin_client, full_project(1))
    assert queries_of_form(admin_client, full_project(6)) == few
    assert few <= 1.5 * queries_of_form(admin_client, bare)


@pytest.mark.parametrize("report", reports(), ids=lambda report: report.name)
def test_what_a_report_counts_has_a_name_that_is_translated(report, admin_client):
    rows = admin_client.get(reverse(report.name)).context["object_list"]
    counts_rows = issubclass(report.paginator_class, RowPaginator)
    assert counts_rows or "verbose_name_plural" in rows.model._meta.original_attrs


@pytest.mark.parametrize(("language", "name"), [("sq", "Veprime"), ("en", "Actions")])
def test_the_head_of_a_form_says_what_it_is_called_in_ones_language(
    language, name, admin, admin_client
):
    profile = UserProfile.get_for_user(admin)
    profile.preferred_language = language
    profile.save()
    page = admin_client.get(reverse("wagtailsnippets_terms_theme:add"))
    soup = BeautifulSoup(page.content, "html.parser")
    assert soup.h1.get_text(strip=True)
    listing = admin_client.get(reverse("wagtailsnippets_terms_theme:list"))
    buttons = BeautifulSoup(listing.content, "html.parser").select_one("#w-slim-header-buttons")
    assert buttons["aria-label"] == name
