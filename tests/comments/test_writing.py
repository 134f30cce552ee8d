"""A reader writes a comment: kept once, whatever is wrong is said, and what was typed stays."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from portal.comments import actions
from portal.comments.models import Comment, State
from portal.limits.models import Count
from portal.publishing.taking_down import take_down
from projects.models import ProjectUpdatePage
from tests.comments.pages import SAID, Reader, choose, comment_on, fields, form_at, open_page, soup
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db
HOSTILE = "<b>Mi\0rë</b> <script>alert(1)</script> https://example.org/ \u202eetxet\u200b"


@pytest.fixture
def page(home):
    return open_page(title="Lajmi")


def said_by(response) -> str:
    return soup(response).main.text


@pytest.mark.parametrize(
    ("language", "thanks"), [("sq", "Faleminderit"), ("en", "Thank you. A moderator reads")]
)
def test_it_waits_for_a_moderator_and_nothing_is_kept_of_the_sender(page, language, thanks):
    reader = Reader(page, language)
    answer = reader.write()
    comment = Comment.objects.get()
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"/{comment.key}/")
    assert (comment.state, comment.language, comment.email, comment.author) == (
        State.WAITING,
        language,
        "",
        "",
    )
    after = reader.client.get(answer["Location"])
    assert thanks in said_by(after)
    assert SAID["text"] not in said_by(after)
    assert {*reader.client.cookies} == {"csrftoken"}
    for response in (after, reader.client.get(reader.address)):
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Referrer-Policy"] == "same-origin"
        assert soup(response).select("[data-leave]")
    assert "Lajmi" not in soup(after).title.text


def test_the_page_itself_sets_no_cookie_and_holds_no_token(page):
    comment_on(page)
    response = Client().get(page.get_url())
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert soup(response).select_one(f"a[href='{form_at(page)}']")


def test_the_form_says_what_is_required_and_that_a_pseudonym_is_welcome(page):
    html = soup(Client().get(form_at(page, "en")))
    required = {
        each.select_one("[name]")["name"] for each in html.select(".field:has(.field__required)")
    }
    assert required == {"name", "text"}
    assert "Fields with an asterisk (*) must be filled in." in html.main.text
    assert "A pseudonym is welcome." in html.main.text


def test_what_is_sent_twice_is_one(page):
    reader = Reader(page)
    data = reader.fill_in()
    first, second = reader.send(data), reader.send(data)
    third = reader.write()
    assert {answer["Location"] for answer in (first, second, third)} == {first["Location"]}
    assert Comment.objects.count() == 1


def test_who_goes_back_to_the_form_and_writes_something_else_sends_two(page):
    reader = Reader(page)
    data = reader.fill_in()
    first, second = reader.send(data), reader.send(data | {"text": "Edhe diçka."})
    assert first["Location"] != second["Location"]
    assert {*Comment.objects.values_list("text", flat=True)} == {SAID["text"], "Edhe diçka."}


def test_a_form_that_is_too_old_keeps_what_was_typed_and_can_be_sent_again(page):
    reader = Reader(page)
    data = reader.fill_in(email="ana@example.org", wants_answer="on")
    reader.client = Client(enforce_csrf_checks=True)  # the cookie is gone
    answer = reader.send(data)
    assert answer.status_code == 403
    assert "dërgojeni edhe një herë" in said_by(answer)
    again = fields(answer)
    typed = ("name", "text", "email", "once", "wants_answer")
    assert {name: again[name] for name in typed} == {name: data[name] for name in typed}
    assert not Comment.objects.exists()
    assert reader.send(again).status_code == 302
    assert Comment.objects.get().email == "ana@example.org"


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"name": " "}, "name", "Write a name"),
        ({"name": "Ana\0"}, "name", "Null characters"),
        ({"name": "<b>Ana</b>"}, "name", "leave out the signs"),
        ({"name": "Ana\u202e"}, "name", "cannot be seen"),
        ({"text": "\u200b"}, "text", "Write your comment"),
        ({"text": "fjalë " * 700}, "text", "too long"),
        ({"text": "ë" * 100_000}, "text", "too long"),
        ({"email": "ana@"}, "email", "Write the whole address"),
        ({"wants_answer": "on"}, "email", "to which we should send"),
    ],
)
def test_what_is_wrong_is_said_by_the_field(page, wrong, field, said):
    answer = Reader(page, "en").write(**wrong)
    html = soup(answer)
    assert answer.status_code == 400
    (error,) = html.select(f"#id_{field}_error")
    assert said in error.text
    assert html.select_one(f".error-summary a[href='#id_{field}']")
    kept = fields(answer) | {"name": html.select_one("[name=name]")["value"]}
    typed = SAID | wrong
    if "\0" not in typed["name"] + typed["text"]:
        assert (kept["name"].strip(), kept["text"].strip()) == (
            typed["name"].strip(),
            typed["text"].strip(),
        )
    assert not Comment.objects.exists()


def test_markup_is_text_links_lead_nowhere_and_signs_that_turn_the_writing_are_gone(page):
    Reader(page).write(text=HOSTILE)
    comment = Comment.objects.get()
    assert comment.text == "<b>Mirë</b> <script>alert(1)</script> https://example.org/ etxet"
    Comment.objects.update(state=State.PUBLISHED)
    text = soup(Client().get(page.get_url())).select_one(".comment__text")
    assert text["lang"] == "sq"
    assert text.text.strip() == comment.text
    assert not text.select("a, b, script")


def test_the_gentle_check_asks_once(page):
    reader = Reader(page, "en")
    asked = reader.write(text="Znj. Ana Hoxha banon këtu.")
    assert asked.status_code == 200
    assert "Could somebody be recognised by this text?" in said_by(asked)
    assert not Comment.objects.exists()
    assert reader.send(fields(asked)).status_code == 302
    assert Comment.objects.get().text == "Znj. Ana Hoxha banon këtu."


def test_what_only_programs_fill_in_is_refused_and_empty_when_shown_again(page):
    reader = Reader(page, "en")
    answer = reader.write(website="https://example.org/")
    assert "please send your comment again" in said_by(answer)
    assert not Comment.objects.exists()
    trap = soup(answer).select_one("[name=website]")
    assert trap["tabindex"] == "-1"
    assert trap.find_parent(attrs={"aria-hidden": "true"})
    assert "value" not in trap.attrs
    assert reader.send(fields(answer)).status_code == 302


def test_who_sends_too_many_keeps_what_was_typed_and_no_address_is_stored(page, monkeypatch):
    monkeypatch.setattr(actions, "SHARE", ((2, 600),))
    reader = Reader(page)
    for number in range(2):
        assert reader.write(text=f"Komenti {number}").status_code == 302
    answer = reader.write(text="Komenti 2")
    assert answer.status_code == 429
    assert fields(answer)["text"] == "Komenti 2"
    assert "prisni dhjetë minuta" in said_by(answer)
    assert Comment.objects.count() == 2
    assert "127.0.0.1" not in str(Count.objects.values_list())


def test_the_last_of_the_day_are_for_those_who_have_not_written(page, monkeypatch):
    monkeypatch.setattr(actions, "MOST_A_DAY", 3)
    monkeypatch.setattr(actions, "RESERVE", 2)

    def send(number: int) -> int:
        reader = Reader(page)
        reader.client.defaults["REMOTE_ADDR"] = f"192.0.2.{number}"
        return reader.write(text=f"Komenti {Comment.objects.count()}").status_code

    assert [send(number) for number in (1, 1, 2, 3, 4)] == [302, 429, 302, 302, 429]


def close(page):
    page.comments_closed = True
    page.save_revision().publish()


def let_it_end(page):
    page.comments_until = timezone.localdate() - timedelta(days=1)
    page.save_revision().publish()


def restrict(page):
    login = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=page, restriction_type=login)


GONE = [
    lambda page: page.unpublish(),
    restrict,
    lambda page: take_down(instance=page, user=page.owner, reason=""),
    lambda page: page.delete(),
    lambda page: choose(),
]


@pytest.mark.parametrize("end", [close, let_it_end, *GONE])
def test_a_page_that_closes_meanwhile_takes_nothing_and_what_was_typed_stays(page, admin, end):
    page.owner = admin
    reader = Reader(page)
    data = reader.fill_in()
    end(page)
    answer = reader.send(data)
    html = soup(answer)
    assert answer.status_code == 409
    assert "që ta kopjoni" in html.main.text
    assert fields(answer)["text"] == SAID["text"]
    assert not html.main.select("form button")
    assert not Comment.objects.exists()
    is_gone = end in GONE
    assert ("Lajmi" in html.text) == (not is_gone)
    assert reader.client.get(reader.address).status_code == (404 if is_gone else 200)
    assert not soup(reader.client.get(reader.address)).main.select("form textarea")


def test_the_last_day_is_still_open(page):
    page.comments_until = timezone.localdate()
    page.save_revision().publish()
    assert Reader(page).write().status_code == 302


def test_kinds_that_nobody_chose_take_no_comments(home):
    page = StandardPageFactory(parent=home)
    choose(ProjectUpdatePage)
    assert Client().get(form_at(page)).status_code == 404
    assert form_at(page) not in Client().get(page.get_url()).content.decode()


def test_the_address_is_kept_only_for_who_asks_for_the_answer(page):
    Reader(page).write(email="Ana@example.org")
    silent = Comment.objects.get()
    assert (silent.email, bool(silent.author)) == ("", True)
    Reader(page).write(text="Tjetër", email="ana@example.org", wants_answer="on")
    waiting = Comment.objects.exclude(pk=silent.pk).get()
    assert (waiting.email, waiting.author) == ("ana@example.org", silent.author)


def test_whoever_wrote_it_deletes_it(page):
    reader = Reader(page)
    address = reader.write()["Location"]
    data = fields(reader.client.get(address))
    assert "u fshi" in said_by(reader.client.post(address, data))
    assert not Comment.objects.exists()
    assert reader.client.get(address).status_code == 404


def test_without_its_token_nothing_is_deleted(page):
    comment = comment_on(page)
    assert Reader(page).client.post(comment.get_absolute_url()).status_code == 403
    assert Comment.objects.exists()
