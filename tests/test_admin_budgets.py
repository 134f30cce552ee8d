"""What lists of the admin may cost: as many queries for many rows as for few, for each role.

What they say is what Wagtail says, which asks for each row.
"""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import (
    Page,
    PagePermissionTester,
    ReferenceIndex,
    Workflow,
    WorkflowState,
)

from home.models import StandardPage
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.publishing.lists import tell_tasks
from portal.publishing.menu import MenuViewSet
from portal.publishing.panels import MOST
from tests.factories import (
    ProjectPageFactory,
    StandardPageFactory,
    SubjectFactory,
    ThemeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
FEW, MORE = 4, 8
ROLES = [Role.EDITOR, Role.TRANSLATOR, Role.MODERATOR]
LISTS = {
    "explorer": lambda above: reverse("wagtailadmin_explore", args=[above.pk]),
    "order": lambda above: reverse("wagtailadmin_explore", args=[above.pk]) + "?ordering=ord",
    "menu": lambda above: (
        reverse("wagtailadmin_api:pages:listing") + f"?child_of={above.pk}&for_explorer=1"
    ),
    "found": lambda above: reverse("wagtailadmin_api:pages:listing") + f"?descendant_of={above.pk}",
    "chooser": lambda above: reverse("wagtailadmin_choose_page_child", args=[above.pk]),
}
REPORTS = [
    *("translation_states", "translation_reviews", "checks", "numbers", "scheduled"),
    *("broken_links", "bundles", "take_downs"),
    *("wagtailadmin_reports:locked_pages", "wagtailadmin_reports:workflow"),
    *("wagtailadmin_reports:workflow_tasks", "wagtailadmin_reports:aging_pages"),
]
TERMS = [
    *("wagtailsnippets_terms_theme:list", "wagtailsnippetchoosers_terms_theme:choose"),
    "wagtailsnippets_enquiries_subject:list",
]


@pytest.fixture
def above(home) -> StandardPage:
    """The page whose children are listed."""
    return StandardPageFactory(parent=home, title="Mbi to")


@pytest.fixture
def grow(above, publish) -> Callable[[User, int], None]:
    """A function that makes so many pages, in which somebody has a part, and terms."""
    number = iter(range(1000))

    def make(user: User, count: int) -> None:
        for _ in range(count):
            make_page(above, user, next(number))
            ThemeFactory()
            SubjectFactory()

    return make


def make_page(above: StandardPage, user: User, number: int) -> None:
    """Make a page of which a row has much to say."""
    gone = StandardPageFactory(title=f"E hequr {number}")
    page = StandardPageFactory(
        parent=StandardPage.objects.get(pk=above.pk),
        title=f"Faqja {number}",
        owner=user if number % 2 else UserFactory(),
        review_by=timezone.localdate(),
        body=[("text", f'<p><a linktype="page" id="{gone.pk}">x</a></p>')],
    )
    ReferenceIndex.create_or_update_for_object(page)
    gone.unpublish()
    page.title = "Ndryshuar"
    page.save_revision(user=user)
    Workflow.objects.order_by("pk").first().start(page, user)
    changes = {"locked": True, "locked_by": user, "locked_at": timezone.now()}
    Page.objects.filter(pk=page.pk if number % 2 else 0).update(**changes)
    draft = StandardPageFactory(parent=StandardPage.objects.get(pk=above.pk), owner=user)
    draft.unpublish()
    planned = ProjectPageFactory()
    planned.go_live_at = timezone.now() + datetime.timedelta(days=1)
    planned.save_revision().publish()


def asked(client: Client, url: str) -> int:
    """Return how many queries an address takes where all is known that stays between requests."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
        if response.streaming:
            list(response.streaming_content)
    return len(captured)


@pytest.mark.parametrize("role", ROLES)
def test_lists_ask_as_much_for_many_rows_as_for_few(role, client_as, above, grow):
    client = client_as(role)
    user = User.objects.get(email=f"{role.name.lower()}@example.org")
    urls = [address(above) for address in LISTS.values()]
    urls += [reverse(name) for name in (*REPORTS, *TERMS)]
    urls += [f"{reverse('translation_states')}?export=csv", f"{reverse('checks')}?export=csv"]
    grow(user, FEW)
    few = {url: asked(client, url) for url in urls}
    grow(user, MORE)
    assert {url: asked(client, url) for url in urls} == few


@pytest.mark.parametrize("role", ROLES)
def test_the_first_page_asks_as_much_for_many_rows_as_for_few(role, client_as, grow):
    client = client_as(role)
    user = User.objects.get(email=f"{role.name.lower()}@example.org")
    grow(user, FEW)
    few = asked(client, reverse("wagtailadmin_home"))
    grow(user, MORE)
    assert asked(client, reverse("wagtailadmin_home")) == few


@pytest.mark.parametrize("role", [*ROLES, Role.TRAINER])
def test_who_may_delete_what_is_answered_as_wagtail_does(role, client_as, above, grow):
    client_as(role)
    user = User.objects.get(email=f"{role.name.lower()}@example.org")
    grow(user, 2)
    StandardPageFactory(parent=StandardPage.objects.get(pk=above.pk), title="Nën të").unpublish()
    ask = PagePermissionTester.can_delete.__wrapped__
    for page in Page.objects.all():
        tester = page.permissions_for_user(user)
        for ignored in (False, True):
            assert tester.can_delete(ignored) == ask(tester, ignored), page


@pytest.mark.parametrize("question", ["child_of", "descendant_of"])
@pytest.mark.parametrize("role", [Role.EDITOR, Role.TRANSLATOR])
def test_the_menu_says_what_wagtails_does(  # noqa: PLR0917, fixtures
    question, role, client_as, home, grow, monkeypatch
):
    client = client_as(role)
    grow(User.objects.get(email=f"{role.name.lower()}@example.org"), 2)
    url = f"{reverse('wagtailadmin_api:pages:listing')}?{question}={home.pk}"
    told = client.get(url).json()
    assert {each["meta"]["children"]["count"] for each in told["items"]} > {0}
    monkeypatch.setattr(MenuViewSet, "paginate_queryset", PagesAdminAPIViewSet.paginate_queryset)
    assert client.get(url).json() == told


def test_tasks_are_told_as_wagtail_tells_them(grow, admin):
    grow(admin, 2)
    states = list(WorkflowState.objects.order_by("pk"))
    states[0].current_task_state.approve(user=admin)
    tell_tasks(told := list(WorkflowState.objects.order_by("pk")))
    for state, row in zip(WorkflowState.objects.order_by("pk"), told, strict=True):
        tasks = state.all_tasks_with_status()
        assert row.all_tasks_with_status() == tasks
        for task, same in zip(tasks, row.all_tasks_with_status(), strict=True):
            assert (same.status, same.status_display) == (task.status, task.status_display)


def test_the_first_page_shows_the_newest_and_leads_to_all(client_as, grow):
    client = client_as(Role.MODERATOR)
    grow(User.objects.get(email="moderator@example.org"), MOST + 2)
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    assert len(page.select("#awaiting-review-section tbody tr")) == MOST
    for name in ("workflow_tasks", "workflow"):
        report = reverse(f"wagtailadmin_reports:{name}")
        (link,) = page.select(f'p > a[href="{report}"], p > a[href^="{report}?"]')
        assert link.text.endswith(f": {MOST + 2}")
        assert page.find(id=link["aria-describedby"]).text.strip()
        assert client.get(link["href"]).status_code == 200
