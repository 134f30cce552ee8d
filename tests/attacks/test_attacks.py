"""While each attack holds, a second visitor's page arrives."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from threading import Event
from uuid import uuid4

import pytest

from tests.attacks.content import EMAIL, MODELS, PASSWORD, STUDY
from tests.attacks.site import Site

# On PostgreSQL, production's database, where it runs.
pytestmark = pytest.mark.database
READER, STRANGER = 1, 60
SIGN_IN, RESET = "/sq/llogaria/hyrja/", "/sq/llogaria/fjalekalimi/i-ri/"
FEEDBACK = f"/en/feedback/{STUDY}/"
PAGES = ("/sq/", "/en/projects/", "/sq/baza-e-njohurive/studimi/", "/sq/kerko/?q=studimi")


def assert_pages_arrive(site: Site) -> None:
    reader = site.visitor(READER)
    for page in PAGES:
        answer = reader.get(page)
        assert answer.status == 200, page
    assert not reader.cookies


@contextmanager
def again_and_again(clients: int, attack: Callable[[int], object]) -> Iterator[None]:
    """Let so many clients attack side by side until the block ends; each must have begun."""
    ends, begun = Event(), [Event() for _ in range(clients)]

    def go_on(number: int) -> None:
        while not ends.is_set():
            begun[number].set()
            attack(number)

    with ThreadPoolExecutor(clients) as threads:
        jobs = [threads.submit(go_on, number) for number in range(clients)]
        try:
            assert all(event.wait(30) for event in begun)
            yield
            assert not [job for job in jobs if job.done()]
        finally:
            ends.set()
            wait(jobs)
    for job in jobs:
        job.result()


def test_connections_that_drip_their_headers(site):
    def drip(number: int) -> None:
        with suppress(OSError), site.visitor(STRANGER).connected() as connection:  # until it closes
            connection.sendall(b"GET /sq/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            for _byte in range(20):  # two seconds, then another connection takes its place
                time.sleep(0.1)
                connection.sendall(b"a")

    with again_and_again(40, drip):
        for _round in range(3):
            assert_pages_arrive(site)


def test_clients_with_wrong_passwords(site):
    answers = []

    def guess(number: int) -> None:
        stranger = site.visitor(STRANGER + number)
        answers.append(stranger.send_form_of(SIGN_IN, login=f"{uuid4()}@example.org", password="x"))

    with again_and_again(8, guess):
        for _round in range(2):
            assert_pages_arrive(site)
    assert {answer.status for answer in answers} <= {200, 429, 503}
    owner = site.visitor(READER)
    assert owner.send_form_of(SIGN_IN, login=EMAIL, password=PASSWORD).status == 302


def test_a_mail_server_that_does_not_answer(site):
    with ThreadPoolExecutor(2) as threads:
        resets = [
            threads.submit(site.visitor(STRANGER + number).send_form_of, RESET, email=EMAIL)
            for number in range(2)
        ]
        assert_pages_arrive(site)
        wait(resets)
    assert_pages_arrive(site)


def test_a_body_without_end_is_refused_before_it_is_sent(site):
    with site.visitor(STRANGER).connected() as connection:
        head = f"POST {FEEDBACK} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {400 * 1024**2}\r\n"
        connection.sendall(f"{head}\r\n".encode())
        answer = connection.recv(100_000).decode()
        assert answer.startswith("HTTP/1.1 413")
        assert_pages_arrive(site)
    assert "This is too large" in answer
    assert '<html lang="en">' in answer


def test_a_body_that_does_not_say_how_long_it_is(site):
    with site.visitor(STRANGER).connected() as connection:
        head = "POST /sq/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
        connection.sendall(head.encode())
        chunk = b"8000\r\n" + b"a" * 0x8000 + b"\r\n"
        for _number in range(3):
            connection.sendall(chunk)
        answer = connection.recv(100_000).decode()
        assert_pages_arrive(site)
    assert answer.startswith("HTTP/1.1 413")
    assert "tepër e madhe" in answer


def test_one_who_answers_all_day_silences_nobody(site):
    stranger = site.visitor(STRANGER + 20)
    answers = [stranger.post(FEEDBACK, is_useful="no") for _number in range(100)]
    assert {answer.status for answer in answers} == {303, 429}
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert site.visitor(READER).post(FEEDBACK, is_useful="yes").status == 303
    assert_pages_arrive(site)


def test_orders_of_a_comparison_make_one_paper(site):
    stranger = site.visitor(STRANGER + 30)
    orders = [[*MODELS[turn:], *MODELS[:turn]] for turn in range(len(MODELS))]
    answers = [
        stranger.get("/sq/pdf/?" + "&".join(f"compare={slug}" for slug in order))
        for order in orders
    ]
    assert [answer.status for answer in answers] == [202, 302, 302, 302]
    pairs = [(a, b) for a in MODELS for b in MODELS if a < b]
    codes = [stranger.get(f"/sq/pdf/?compare={a}&compare={b}").status for a, b in pairs]
    assert codes == [202] * 4 + [429] * 2
    assert site.visitor(READER).get("/sq/pdf/?compare=c&compare=d").status == 202


@pytest.mark.parametrize("cookie", ['sessionid="a\\000b"', 'csrftoken="\\000"'])
def test_a_cookie_that_no_database_takes(site, cookie):
    for path in ("/sq/", SIGN_IN, "/admin/"):
        answer = site.visitor(STRANGER).get(path, Cookie=cookie)
        assert answer.status == 400
        assert '<html lang="sq">' in answer.text


def test_a_text_of_200_000_signs(site):
    stranger = site.visitor(STRANGER + 40)
    assert stranger.post(FEEDBACK, is_useful="no", sentence="<" * 200_000).status == 413
    assert stranger.post(FEEDBACK, is_useful="no", sentence="<" * 20_000).status == 400
    assert_pages_arrive(site)


def test_search_has_a_share_for_everybody(site):
    stranger = site.visitor(STRANGER + 50)

    with again_and_again(4, lambda _number: stranger.get("/en/search/?q=study")):
        while stranger.get("/en/search/?q=study").status != 429:
            pass
        assert_pages_arrive(site)
    refused = next(
        answer
        for answer in iter(lambda: stranger.get("/en/search/?q=study"), None)
        if answer.status == 429
    )
    assert '<html lang="en">' in refused.text
    assert refused.headers["Retry-After"] == "60"
