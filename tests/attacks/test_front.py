"""The front: what it hands out by itself, what it tells the portal, and that its limits fit."""

import re
from contextlib import closing
from http.client import HTTPConnection
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import resolve, reverse
from django.utils.translation import override

from tests.attacks.content import RESTRICTION
from tests.attacks.visitor import Visitor
from tests.conftest import ROOT

TEMPLATE = (ROOT / "portal" / "front" / "portal.conf.template").read_text()
LOCATIONS = re.findall(r"location ~ (\S+) \{[^}]*?limit_req zone=(\w+)", TEMPLATE)
LANGUAGES = [code for code, _name in settings.LANGUAGES]
ZONES = {
    "searches": [
        ("search",),
        ("search_feed",),
        ("check_certificate",),
        ("certificate", "x"),
    ],
    "suggestions": [("search_suggestions",)],
    "papers": [("comparison_paper",), ("page_paper", uuid4())],
    "forms": [
        ("account_login",),
        ("account_signup",),
        ("account_reset_password",),
        ("feedback", uuid4()),
        ("write_comment", uuid4()),
        ("comment_sent", uuid4()),
        ("enquiry_write",),
        ("withdraw_certificate", 1),
        ("join_cohort", "x"),
        ("wagtailcore_authenticate_with_password", 1, 1),
        ("wagtaildocs_authenticate_with_password", 1),
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("zone", ZONES)
def test_each_expensive_address_has_its_limit_in_every_language(zone, language):
    for name, *args in ZONES[zone]:
        with override(language):
            path = reverse(name, args=args)
        assert next(limit for pattern, limit in LOCATIONS if re.match(pattern, path)) == zone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("invitation", ["key"]),
        ("account_confirm_email", ["key"]),
        ("account_reset_password_from_key", ["1", "key"]),
        ("certificate", ["code"]),
        ("comment_sent", [uuid4()]),
        ("join_cohort", ["code"]),
        ("enquiry_write", []),
    ],
)
def test_no_log_keeps_a_link_that_opens_an_account_or_tells_of_somebody(name, args, language):
    with override(language):
        path = reverse(name, args=args)
    blocks = re.findall(r"location ~ (\S+) \{([^}]+)\}", TEMPLATE)
    says = next(block for pattern, block in blocks if re.match(pattern, path))
    assert "access_log off;" in says


def test_the_front_takes_no_larger_body_than_the_portal():
    sizes = re.findall(r"client_max_body_size (\d+)([km]);", TEMPLATE)
    factor = {"k": 1024, "m": 1024**2}
    assert [int(number) * factor[unit] for number, unit in sizes] == [
        settings.LARGEST_FORM,
        settings.LARGEST_TEXT,
        settings.LARGEST_TABLE,
        settings.LARGEST_PICTURE,
        settings.LARGEST_FILES,
        settings.LARGEST_UPLOAD,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_takes_a_long_text_where_the_portal_does_and_nowhere_else(language):
    [pattern] = re.findall(r"location ~ (\S+) \{\s+access_log off;\s+client_max_body", TEMPLATE)
    names = (("enquiry_write", []), ("write_comment", [uuid4()]), ("page_comments", [uuid4()]))
    for name, args in names:
        with override(language):
            path = reverse(name, args=args)
            is_text = getattr(resolve(path).func, "takes_text", False)
            assert bool(re.match(pattern, path)) is is_text is (name != "page_comments")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_takes_a_table_where_the_portal_does_and_nowhere_else(language):
    [pattern] = re.findall(r"location ~ (\S+) \{\s+client_max_body_size 1m;", TEMPLATE)
    for name, is_table in (("cohort_invite", True), ("cohort_people", False), ("cohort", False)):
        with override(language):
            path = reverse(name, args=[uuid4()])
            assert bool(re.match(pattern, path)) is is_table
            assert getattr(resolve(path).func, "takes_table", False) is is_table


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_takes_a_picture_where_the_portal_does_and_nowhere_else(language):
    [pattern] = re.findall(r"location ~ (\S+) \{\s+client_max_body_size 9m;", TEMPLATE)
    for name, is_picture in (("profile_photograph", True), ("mentoring_profile", False)):
        with override(language):
            path = reverse(name)
            assert bool(re.match(pattern, path)) is is_picture
            assert getattr(resolve(path).func, "takes_picture", False) is is_picture


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_takes_files_where_the_portal_does_and_nowhere_else(language):
    [pattern] = re.findall(r"location ~ (\S+) \{\s+client_max_body_size 16m;", TEMPLATE)
    key = uuid4()
    for name, args in (
        ("mentoring_messages", [key]),
        ("mentoring_pair", [key]),
        ("mentoring_agreement", [key]),
        ("mentoring_take_back", [key, key]),
    ):
        with override(language):
            path = reverse(name, args=args)
            takes_files = name == "mentoring_messages"
            assert bool(re.match(pattern, path)) is takes_files
            assert getattr(resolve(path).func, "takes_files", False) is takes_files


@pytest.mark.database
def test_static_files_come_from_the_disk_compressed(site):
    answer = site.visitor().get("/static/css/site.css", **{"Accept-Encoding": "gzip"})
    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "max-age" in answer.headers["Cache-Control"]


@pytest.mark.database
def test_of_public_files_only_pictures_are_handed_out(site):
    for folder in ("images", "documents"):
        file = site.folder / "media" / folder / "a.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a")
    (site.folder / "private").mkdir(exist_ok=True)
    (site.folder / "private" / "a.txt").write_text("a")
    picture = site.visitor().get("/media/images/a.txt")
    assert (picture.status, picture.headers["Cache-Control"]) == (200, "public, max-age=3600")
    for path in ("/media/documents/a.txt", "/media/images/../documents/a.txt", "/private/a.txt"):
        assert site.visitor().get(path).status == 404
    assert site.visitor().get("/media/images/..%2f..%2fprivkey.pem").status in (400, 404)


@pytest.mark.database
def test_plain_http_leads_to_tls_and_a_strange_host_nowhere(site):
    with closing(HTTPConnection("127.0.0.1", site.plain_port, timeout=30)) as connection:
        connection.request("GET", "/sq/", headers={"Host": "127.0.0.1"})
        answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, "https://127.0.0.1/sq/")
    assert site.visitor().get("/sq/", Host="evil.example").status == 400


@pytest.mark.database
def test_nobody_is_counted_by_what_they_write_themselves(site):
    visitor = Visitor(site.port, "127.0.0.200")
    visitor.get("/en/account/sign-in/")  # for a token
    token = {"csrfmiddlewaretoken": visitor.cookies["csrftoken"], "return_url": "/"}
    url = f"/en/_util/authenticate_with_password/{RESTRICTION}/1/"
    codes = [
        visitor.post(url, {"X-Forwarded-For": f"192.0.2.{n}"}, password="y", **token).status
        for n in range(6)
    ]
    assert codes == [200] * 5 + [429]


@pytest.mark.database
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probes_are_answered_by_number(site, path):
    assert site.visitor().get(path, Host="10.1.2.3").status == 200
