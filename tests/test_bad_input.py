"""Whatever arrives, the answer is a page in the visitor's language and never a 500."""

from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from django.test.client import FakePayload

from tests.knowledgebase.factories import StudyPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

NASTY = [
    "%00",
    "%E2%80%AE",
    "%F0%9F%98%80",
    "a" * 5000,
    "'\"><script>alert(1)</script>",
    "%ff%fe",
    "../../etc/passwd",
    "{{7*7}}",
    "e%CC%88",
    "\\u0000",
]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_addresses_that_nobody_would_type(language, subtests):
    for text in NASTY:
        with subtests.test(text=text):
            response = Client(raise_request_exception=True).get(f"/{language}/{text}/")
            assert response.status_code in (400, 404)
            assert "text/html" in response["Content-Type"]


@pytest.mark.parametrize(
    "address",
    [
        "/sq/projekte/?municipality=",
        "/en/projects/?page=",
        "/sq/projekte/?year=",
        "/sq/baza-e-njohurive/materiale/?kind=",
        "/en/knowledge-base/resources/?page=",
        "/en/knowledge-base/resources/?language=",
        "/sq/baza-e-njohurive/modele-integrimi/?need=",
        "/en/knowledge-base/integration-models/?page=",
        "/sq/baza-e-njohurive/modele-integrimi/?compare=x&compare=",
        "/sq/pdf/?compare=x&compare=",
    ],
)
def test_filters_that_nobody_would_choose(address, subtests):
    for text in NASTY:
        with subtests.test(text=text):
            response = Client().get(address + text)
            assert response.status_code == (400 if text == "%00" else 404)
            assert BeautifulSoup(response.content, "html.parser").h1
            assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize(
    "prefix", ["id/", "sq/id/", "en/id/", "sq/pdf/", "sq/mendimi/", "sq/komente/", "en/comment/"]
)
def test_keys_that_nobody_gave_out(prefix, subtests):
    for address in [f"/{prefix}{text}{end}" for text in NASTY for end in ("/", ".bib")]:
        with subtests.test(address=address):
            response = Client().get(address, follow=True)
            assert response.status_code in (400, 404)
            assert BeautifulSoup(response.content, "html.parser").h1


def test_answers_that_nobody_would_give(subtests):
    address = f"/en/feedback/{StudyPageFactory().translation_key}/"
    useful = [{"is_useful": text} for text in NASTY]
    sentences = [{"is_useful": "no", "sentence": unquote(text)} for text in NASTY]
    for answer in [*useful, *sentences]:
        with subtests.test(answer=answer):
            cache.clear()  # so many answers in a row are too many
            response = Client().post(address, answer)
            assert response.status_code in (303, 400)
            assert "<script>alert" not in response.content.decode()
    broken = Client().post(address, data=b"\xff\x00", content_type="multipart/form-data")
    assert broken.status_code == 400


@pytest.mark.parametrize("address", ["/sq/kerko/", "/en/search/"])
def test_searches_that_nobody_would_make(address, subtests):
    for text in NASTY:
        with subtests.test(text=text):
            response = Client().get(f"{address}?q={text}")
            assert response.status_code == 200
            assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("page", ["-1", "0", "abc", "999999999999999999999"])
def test_pages_of_a_search_that_are_not_there(page):
    assert Client().get(f"/sq/kerko/?q=projekt&page={page}").status_code == 404


CONTROLS = ["\0", "\x01", "\x0b", "\x1b", "\x7f"]
PLACES = {
    "path": lambda sign: {"path": f"/en/projects/{quote(sign)}/"},
    "query": lambda sign: {"path": f"/en/projects/?theme=a{quote(sign)}b"},
    "name in a query": lambda sign: {"path": f"/en/projects/?a{quote(sign)}=b"},
    "session": lambda sign: {"HTTP_COOKIE": f'sessionid="a\\{ord(sign):03o}b"'},
    "token": lambda sign: {"HTTP_COOKIE": f'csrftoken="\\{ord(sign):03o}"'},
    "cookie of others": lambda sign: {"HTTP_COOKIE": f'x="\\{ord(sign):03o}"'},
}


@pytest.mark.parametrize("place", PLACES)
def test_control_characters_are_refused_wherever_they_are_hidden(place, subtests):
    for sign in CONTROLS:
        with subtests.test(sign=sign):
            asked = {"path": "/en/projects/"} | PLACES[place](sign)
            response = Client().get(**asked)
            assert response.status_code == 400
            assert BeautifulSoup(response.content, "html.parser").html["lang"] == "en"


@pytest.mark.parametrize("address", ["/sq/", "/sq/hyni/", "/sq/une/", "/admin/"])
def test_a_session_that_no_database_can_look_up_is_no_fault_of_ours(address):
    response = Client(raise_request_exception=True).get(address, HTTP_COOKIE='sessionid="a\\000"')
    assert response.status_code == 400


FULL = 64 * 1024


@pytest.mark.parametrize(
    ("address", "bytes_", "status"),
    [
        ("/en/feedback/{key}/", FULL, 400),
        ("/en/feedback/{key}/", FULL + 1, 413),
        ("/sq/mendimi/{key}/", FULL + 1, 413),
        ("/sq/llogaria/hyrja/", FULL + 1, 413),
        ("/sq/", 400_000_000, 413),
        ("/admin/documents/multiple/add/", FULL + 1, 413),
    ],
)
def test_a_body_larger_than_its_address_needs_is_refused_unread(address, bytes_, status):
    address = address.format(key=StudyPageFactory().translation_key)
    body = Unread(b"a" * FULL)
    response = Client().generic(
        "POST",
        address,
        CONTENT_TYPE="application/x-www-form-urlencoded",
        CONTENT_LENGTH=str(bytes_),
        **{"wsgi.input": body},
    )
    assert response.status_code == status
    assert body.is_read == (status != 413)
    html = BeautifulSoup(response.content, "html.parser")
    assert html.html["lang"] == ("en" if "/en/" in address else "sq")


class Unread(FakePayload):
    """A body that notes whether somebody reads it."""

    is_read = False

    def read(self, *args) -> bytes:
        self.is_read = True
        return super().read(*args)


def test_editors_upload_what_a_document_may_weigh(admin_client, settings):
    weight = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    for bytes_, status in ((weight, 400), (weight + 2 * 1024 * 1024, 413)):
        response = admin_client.generic(
            "POST",
            "/admin/documents/multiple/add/",
            content_type="text/plain",
            CONTENT_LENGTH=str(bytes_),
        )
        assert response.status_code == status


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/sq/projekte/", "Kjo adresë nuk e pranon atë që u dërgua"),
        ("/en/projects/", "does not take what was sent"),
    ],
)
def test_a_wrong_method_is_named(method, address, words):
    response = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert response.status_code == 405
    assert "GET" in response["Allow"]
    assert words in response.content.decode()


@pytest.mark.parametrize("address", ["/sq/", "/en/projects/", "/admin/"])
def test_a_wrong_host_is_refused(address):
    response = Client().get(address, headers={"host": "evil.example"})
    assert response.status_code == 400


def test_a_form_without_its_token_is_refused_in_the_visitors_language():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a"})
    assert response.status_code == 403
    assert BeautifulSoup(response.content, "html.parser").h1


@pytest.mark.parametrize(
    ("language", "words"), [("sq", "nuk shkoi si duhet"), ("en", "went wrong")]
)
def test_a_fault_of_ours_has_a_page_without_the_database(language, words, settings, monkeypatch):
    def fail(*args: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("projects.listing.ProjectListing.__init__", fail)
    address = {"sq": "/sq/projekte/", "en": "/en/projects/"}[language]
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == 500
    html = BeautifulSoup(response.content, "html.parser")
    assert html.html["lang"] == language
    assert words in html.h1.text


def test_a_search_finds_what_was_typed_with_any_spacing():
    response = Client().get("/sq/kerko/?q=%20%20Projekte%20%09")
    html = BeautifulSoup(response.content, "html.parser")
    assert html.select_one("ol.search-results > li a")["href"] == "/sq/projekte/"
    assert html.select_one("[role=status]")
