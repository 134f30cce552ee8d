"""Leaving quickly, and keeping no trace of those who are signed in."""

import pytest
from django.test import Client

from portal.furniture.models import Furniture
from tests.factories import UserFactory
from tests.portal.reading import read

pytestmark = pytest.mark.django_db

LEAVE = {"sq": "/sq/dil/", "en": "/en/leave/"}
PAGES = ["/sq/", "/en/projects/", "/sq/mungon/", "/en/search/?q=a"]


@pytest.fixture
def neutral() -> str:
    """Enter where leaving quickly leads."""
    Furniture.objects.update(leave_url="https://example.org/weather")
    return "https://example.org/weather"


@pytest.fixture
def member() -> Client:
    """Return the browser of somebody who is signed in; it checks tokens as a server does."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory())
    return client


@pytest.mark.parametrize("url", PAGES)
def test_what_a_signed_in_person_sees_is_stored_nowhere(member, url):
    assert "no-store" in member.get(url)["Cache-Control"]


@pytest.mark.parametrize("url", PAGES)
def test_what_a_reader_sees_may_be_stored_and_depends_on_no_cookie(url):
    response = Client().get(url)
    assert "no-store" not in response.get("Cache-Control", "")
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@pytest.mark.parametrize("language", ["sq", "en"])
def test_leaving_ends_the_session_and_clears_what_was_stored(member, neutral, language):
    url = read_form(member, language)
    response = member.post(url)
    assert response.status_code == 303
    assert response["Location"] == neutral
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert "no-store" in response["Cache-Control"]
    assert "no-store" not in member.get("/sq/").get("Cache-Control", "")
    assert member.get("/admin/").status_code == 302


def read_form(member: Client, language: str) -> str:
    """Return where the form that leaves is sent to, as the page says."""
    response = member.get(f"/{language}/")
    url = LEAVE[language]
    assert f'action="{url}"' in response.content.decode()
    return url


def test_signing_out_clears_what_was_stored(member):
    member.get("/sq/")
    member.handler.enforce_csrf_checks = False
    assert "Clear-Site-Data" not in member.get("/sq/llogaria/dalja/")
    assert member.post("/sq/llogaria/dalja/")["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in member.post("/sq/llogaria/dalja/")


def test_leaving_works_for_those_whose_session_has_ended(neutral):
    assert Client(enforce_csrf_checks=True).post("/en/leave/")["Location"] == neutral


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_only_a_form_that_is_sent_signs_out(member, method):
    response = getattr(member, method)("/en/leave/")
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "no-store" in member.get("/sq/")["Cache-Control"]


@pytest.mark.parametrize("url", ["/sq/", "/en/useful-contacts/"])
def test_a_reader_leaves_by_a_plain_link(neutral, url):
    html = read(url)
    link = html.select_one("header .leave a")
    assert link["href"] == neutral
    assert "noreferrer" in link["rel"]
    assert not html.select(".leave form")


def test_a_signed_in_person_is_offered_no_plain_link(member):
    html = member.get("/sq/").content.decode()
    assert 'class="leave__form"' in html
    assert "data-leave-title" in html


def test_a_signed_in_persons_page_lets_the_form_lead_to_another_site(member):
    policy = member.get("/sq/")["Content-Security-Policy"]
    assert "form-action 'self' https:" in policy
    assert "https:" not in Client().get("/sq/")["Content-Security-Policy"]
