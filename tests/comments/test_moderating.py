"""Moderators decide on comments in the admin: once, with the right, and the writer is told once."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from portal.accounts.roles import Role
from portal.comments.actions import Decision, decide, erase
from portal.comments.models import CannedReply, Comment, Reason, State
from portal.mail.models import Mail
from portal.mail.models import State as Sent
from portal.personal.audit import Action, Event
from portal.publishing.refusals import RefusedError
from tests.comments.pages import Reader, comment_on, open_page, soup
from tests.mail.conftest import server  # noqa: F401
from tests.tasks.test_worker import time_passes

pytestmark = pytest.mark.django_db
ADDRESS = "ana@example.org"


@pytest.fixture
def page(home):
    return open_page(title="Lajmi")


@pytest.fixture
def comment(page) -> Comment:
    return comment_on(page, state=State.WAITING)


@pytest.fixture
def moderator(client_as) -> Client:
    client = client_as(Role.MODERATOR)
    client.cookies.load({"django_language": "en"})
    return client


def asked(page, language: str = "sq") -> Comment:
    """Return a comment whose writer asked for the answer."""
    Reader(page, language).write(email=ADDRESS, wants_answer="on")
    return Comment.objects.get(email=ADDRESS)


def address(comment: Comment) -> str:
    return reverse("decide_comment", args=[comment.pk])


def save(client: Client, comment: Comment, **values: str):
    data = {"version": str(comment.version), "reply_language": "sq", **values}
    with override("en"):
        return client.post(address(comment), data, follow=True)


def test_it_is_published_with_an_answer_and_written_down(page, comment, moderator):
    save(moderator, comment, state="published", reply="Faleminderit.")
    comment.refresh_from_db()
    assert (comment.state, comment.reply, comment.version) == (State.PUBLISHED, "Faleminderit.", 1)
    html = soup(Client().get(page.get_url()))
    assert "Faleminderit." in html.select_one(".comment__reply").text
    event = Event.objects.get(action=Action.COMMENT_DECIDED)
    assert (event.by, event.record) == (comment.decided_by, f"koment i lexuesit/es {comment.pk}")


def test_a_reason_is_asked_for_and_read_by_the_writer(comment, moderator):
    refused = save(moderator, comment, state="rejected")
    assert "Choose why it is not published" in refused.content.decode() or (
        "Zgjidhni pse nuk publikohet" in refused.content.decode()
    )
    save(moderator, comment, state="rejected", reason=Reason.TOPIC)
    with override("en"):
        told = Client().get(comment.get_absolute_url()).content.decode()
    assert "It is not about what the page says." in told


def test_an_answer_that_nobody_would_see_is_kept_in_the_form(comment, moderator):
    answer = save(moderator, comment, state="spam", reply="Një përgjigje")
    assert answer.context["form"].errors["reply"]
    assert "Një përgjigje" in answer.content.decode()
    comment.refresh_from_db()
    assert comment.state == State.WAITING


def test_spam_is_told_nobody(page, moderator):
    comment = asked(page)
    save(moderator, comment, state="spam")
    comment.refresh_from_db()
    assert (comment.email, Mail.objects.count()) == ("", 0)


def test_of_two_who_decide_the_second_reads_what_the_first_did(comment, moderator, admin_client):
    save(moderator, comment, state="published")
    late = save(admin_client, comment, state="rejected", reason=Reason.HURTS)
    text = " ".join(late.context["form"].non_field_errors())
    assert "moderator@example.org" in text
    row = Comment.objects.get()
    assert (row.state, row.version) == (State.PUBLISHED, 1)
    assert Event.objects.filter(action=Action.COMMENT_DECIDED).count() == 1
    assert late.context["form"]["reason"].value() == Reason.HURTS
    # Who read that may still decide otherwise.
    save(admin_client, row, state="rejected", reason=Reason.HURTS)
    assert Comment.objects.get().state == State.REJECTED


def test_an_erased_comment_leads_back_to_the_list(comment, moderator):
    where = address(comment)
    erase = reverse("erase_comment", args=[comment.pk])
    assert moderator.get(erase).status_code == 200
    moderator.post(erase)
    assert not Comment.objects.exists()
    assert Event.objects.get(action=Action.COMMENT_ERASED).of_id == str(comment.pk)
    for response in (moderator.get(where), moderator.post(where), moderator.post(erase)):
        assert response["Location"] == reverse("reader_comments")


def test_nothing_is_published_below_a_page_that_is_not_public(page, comment, moderator):
    page.unpublish()
    answer = save(moderator, comment, state="published")
    assert answer.context["form"].non_field_errors()
    assert Comment.objects.get().state == State.WAITING
    save(moderator, comment, state="rejected", reason=Reason.TOPIC)
    assert Comment.objects.get().state == State.REJECTED


def test_a_ready_answer_begins_the_answer(comment, moderator):
    ready = CannedReply.objects.create(title="Faleminderit", language="sq", text="Po, pra.")
    CannedReply.objects.create(title="Thanks", language="en", text="Yes.")
    html = soup(moderator.get(address(comment)))
    (link,) = html.select("a[href^='?answer=']")
    assert link.text == "Faleminderit"
    form = moderator.get(address(comment) + link["href"]).context["form"]
    assert (form["reply"].value(), form["state"].value()) == (ready.text, State.PUBLISHED)
    assert moderator.get(address(comment) + "?answer=%C2%B2").status_code == 200


def test_the_list_begins_with_what_waits_and_finds_an_address_by_its_hash(page, moderator):
    Reader(page).write(email=ADDRESS, text="E para")
    comment_on(page, text="E dyta")
    comment_on(page, text="E treta", state=State.WAITING)
    where = reverse("reader_comments")

    def texts(query: str = "") -> list[str]:
        return [each.text for each in moderator.get(where + query).context["object_list"]]

    assert texts() == ["E para", "E treta", "E dyta"]
    assert texts(f"?q={ADDRESS.upper()}") == ["E para"]
    assert texts("?q=dyta") == ["E dyta"]
    assert texts("?state=published") == ["E dyta"]
    first_page = soup(moderator.get(reverse("wagtailadmin_home")))
    assert first_page.select_one(f".desk-waiting a[href='{where}']").text.startswith("2 ")


def test_the_list_says_of_which_page_and_when_it_is_gone(page, comment, moderator):
    where = reverse("reader_comments")
    assert "Lajmi" in moderator.get(where).content.decode()
    page.delete()
    answer = moderator.get(where).content.decode()
    assert "no longer there" in answer or "nuk është më" in answer


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MODERATOR])
def test_nobody_else_decides(comment, client_as, role):
    client = client_as(role)
    places = [address(comment), reverse("erase_comment", args=[comment.pk])]
    for place in [*places, reverse("reader_comments")]:
        assert client.get(place).status_code in (302, 403)
    save(client, comment, state="published")
    client.post(places[1])
    assert Comment.objects.get().state == State.WAITING


@pytest.mark.parametrize(
    ("language", "words"),
    [("sq", ("Një mesazh për ju", "na shkruat")), ("en", ("A message for you", "wrote to us"))],
)
@pytest.mark.usefixtures("queue")
def test_who_asked_for_it_gets_one_mail_when_the_server_is_back(
    server,  # noqa: F811
    page,
    admin,
    language,
    words,
):
    comment = asked(page, language)
    server.answers["RCPT"] = "450 later"
    with override("sq"):
        answered = Decision(state=State.PUBLISHED, reply="Po.", reply_language="sq")
        decide(comment=comment, by=admin, version=0, decision=answered)
        again = Decision(state=State.PUBLISHED, reply="Po, po.", reply_language="sq")
        decide(comment=comment, by=admin, version=1, decision=again)
    call_command("worker", "--once")
    row = Comment.objects.get()
    assert (row.reply, row.email, server.arrived) == ("Po, po.", "", [])
    server.answers["RCPT"] = "250 OK"
    time_passes()
    call_command("worker", "--once")
    call_command("worker", "--once")
    (mail,) = server.arrived
    text = mail.get_body(("plain",)).get_content()
    assert (mail["Subject"], mail["To"]) == (words[0], ADDRESS)
    assert words[1] in text
    assert str(comment.key) in text
    assert "Lajmi" not in text
    assert Mail.objects.get().state == Sent.SENT


def test_who_did_not_ask_gets_none(page, admin):
    Reader(page).write(email=ADDRESS)
    comment = Comment.objects.get()
    reply = {"reply": "Po.", "reply_language": "sq"}
    published = Decision(state=State.PUBLISHED, **reply)
    decide(comment=comment, by=admin, version=0, decision=published)
    assert not Mail.objects.exists()


def test_a_publication_alone_is_no_answer_yet(page, admin):
    comment = asked(page)
    decide(comment=comment, by=admin, version=0, decision=Decision(state=State.PUBLISHED))
    assert not Mail.objects.exists()
    assert Comment.objects.get().email == ADDRESS


@pytest.mark.usefixtures("queue")
def test_a_mail_about_an_erased_comment_does_not_leave(page, admin):
    comment = asked(page)
    rejected = Decision(state=State.REJECTED, reason=Reason.TOPIC)
    decide(comment=comment, by=admin, version=0, decision=rejected)
    assert Mail.objects.get().address == ADDRESS
    erase(comment=comment, by=admin)
    assert not Mail.objects.exists()


def test_a_decision_on_what_was_erased_meanwhile_is_refused(comment, admin):
    Comment.objects.all().delete()
    with pytest.raises(RefusedError):
        decide(comment=comment, by=admin, version=0, decision=Decision(state=State.SPAM))
