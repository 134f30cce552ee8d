"""A translation goes from the translator to the moderator and, with a comment, perhaps back."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.mail.models import Mail
from portal.publishing.refusals import RefusedError, UnfinishedTranslationError
from portal.translating.models import Review, State
from portal.translating.reviewing import approve, ask_for_changes, hand_over, take_back
from portal.translating.states import Changes
from portal.translation_records import publish_translation
from portal.translations import target_of
from tests.doors.forms import changed
from tests.knowledgebase.factories import GlossaryTermFactory
from tests.translating.conftest import RENEWED, renew, republish, state, translation_of

pytestmark = pytest.mark.django_db

NEW = "Call 0800 222."
Status = Review.Status
REJECT = {
    "action-workflow-action": "1",
    "workflow-action-name": "reject",
    "workflow-action-extra-data": '{"comment": "Shtoni nenin."}',
}


@pytest.fixture
def clients(client_as):
    return {role: client_as(role) for role in (Role.TRANSLATOR, Role.MODERATOR, Role.TRAINER)}


@pytest.fixture
def people(clients):
    return {role: User.objects.get(email=f"{role}@example.org") for role in clients}


@pytest.fixture
def finished(project, translated, publish):
    """A translation whose urgent string was renewed, and that readers do not have yet."""
    republish(project, aim=RENEWED)
    renew(project, NEW)
    return project


@pytest.fixture
def review(finished, people):
    return hand_over(
        translation=translation_of(finished), by=people[Role.TRANSLATOR], note="Shikojeni."
    )


def address(page) -> str:
    return reverse("review_translation", args=[translation_of(page).pk])


def shown(client, url: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(url).content, "html.parser")


def digest(page) -> str:
    return Changes(translation_of(page)).digest


def mails(person, kind: str) -> int:
    return Mail.objects.filter(to=person, kind=kind).count()


def test_what_is_handed_over_waits_in_the_list_of_moderators(review, people, clients):
    assert mails(people[Role.MODERATOR], "translation_handed_over") == 1
    assert mails(people[Role.TRAINER], "translation_handed_over") == 0
    client = clients[Role.MODERATOR]
    rows = shown(client, reverse("translation_reviews")).select("tbody tr")
    assert [row.select_one("td.title a")["href"] for row in rows] == [review.get_absolute_url()]
    page = shown(client, review.get_absolute_url())
    (pair,) = page.select(".side-by-side")[0].select("li")
    original, translation = pair.select("p.renewal__source")
    assert [original["lang"], translation["lang"]] == ["sq", "en"]
    assert "222" in original.ins.text
    assert "222" in translation.ins.text
    assert "111" in translation.find("del").text
    assert "Shikojeni." in page.select_one("blockquote").text
    assert [button["value"] for button in page.select("button[name=step]")] == ["approve", "ask"]


def test_who_only_translates_may_take_it_back(review, people, clients):
    client = clients[Role.TRANSLATOR]
    page = shown(client, review.get_absolute_url())
    assert [button["value"] for button in page.select("button[name=step]")] == ["take_back"]
    client.post(review.get_absolute_url(), {"step": "take_back"})
    review.refresh_from_db()
    assert review.status == Status.TAKEN_BACK


@pytest.mark.parametrize("step", ["approve", "ask"])
def test_who_may_not_publish_decides_nothing(finished, review, clients, step):
    data = {"step": step, "seen": digest(finished), "comment": "Mirë."}
    assert clients[Role.TRANSLATOR].post(review.get_absolute_url(), data).status_code in (302, 403)
    review.refresh_from_db()
    assert review.status == Status.WAITING


def test_approving_publishes_what_was_read(finished, review, clients, publish, people):
    data = {"step": "approve", "seen": digest(finished)}
    publish(clients[Role.MODERATOR].post, address(finished), data)
    assert "0800 222" in target_of(translation_of(finished)).aim
    review.refresh_from_db()
    assert (review.status, state(finished).state) == (Status.APPROVED, State.TRANSLATED)
    assert mails(people[Role.TRANSLATOR], "translation_approved") == 1


def test_what_changed_since_it_was_read_is_not_approved(finished, translated, review, clients):
    seen = digest(finished)
    republish(finished, aim="<p>Telefononi 0800 333.</p><p>Për të gjitha.</p>")
    renew(finished, "Call 0800 333.")
    data = {"step": "approve", "seen": seen, "comment": "Mirë kështu."}
    response = clients[Role.MODERATOR].post(address(finished), data)
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("[role=alert]")
    assert page.select_one("textarea").text.strip() == "Mirë kështu."
    assert page.select_one("input[name=seen]")["value"] == digest(finished)
    translated.refresh_from_db()
    assert "0800 111" in translated.aim


def test_changes_are_asked_for_with_a_comment(finished, review, clients, people):
    client = clients[Role.MODERATOR]
    response = client.post(address(finished), {"step": "ask", "comment": " "})
    assert BeautifulSoup(response.content, "html.parser").select_one(".error-message")
    client.post(address(finished), {"step": "ask", "comment": "Numri?"})
    review.refresh_from_db()
    assert (review.status, review.comment) == (Status.CHANGES, "Numri?")
    assert mails(people[Role.TRANSLATOR], "translation_asked") == 1
    assert not Review.objects.waiting()


def test_the_translator_reads_the_comment_and_changes_the_text(finished, review, people, clients):
    ask_for_changes(review=review, by=people[Role.MODERATOR], comment="Më shkurt.")
    client = clients[Role.TRANSLATOR]
    target = state(finished).target_pk
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[target]))
    assert "Më shkurt." in editor.content.decode()
    page = shown(client, address(finished))
    again = page.select_one("a[href$='again=1']")["href"]
    box = shown(client, again).select_one("textarea")
    assert box.text.strip() == NEW
    client.post(again, {box["name"]: "Ring 0800 222."})
    client.post(address(finished), {"step": "hand_over", "comment": "U bë."})
    assert Review.objects.waiting().get().note == "U bë."
    assert Review.objects.count() == 2


def test_an_urgent_translation_stays_urgent_for_its_readers_until_it_is_public(review, finished):
    assert state(finished).state == State.URGENT


def test_a_first_translation_that_was_handed_over_waits(project, english, people):
    term = GlossaryTermFactory(name="Strehim", definition="Një vend i sigurt.")
    words = [("Strehim", "Shelter"), ("Një vend i sigurt.", "A safe place.")]
    publish_translation(term, english, words)
    target = term.get_translation(english)
    target.unpublish()
    hand_over(translation=translation_of(term), by=people[Role.TRANSLATOR])
    assert state(term).state == State.REVIEW


def test_what_misses_words_or_waits_already_is_not_handed_over(project, translated, people):
    republish(project, aim=RENEWED)
    ours = {"translation": translation_of(project), "by": people[Role.TRANSLATOR]}
    with pytest.raises(UnfinishedTranslationError):
        hand_over(**ours)
    renew(project, NEW)
    hand_over(**ours)
    with pytest.raises(RefusedError):
        hand_over(**ours)


def test_publishing_from_elsewhere_approves_what_waits(finished, review, people, publish):
    translation = translation_of(finished)
    publish(translation.save_target, user=people[Role.MODERATOR], publish=True)
    review.refresh_from_db()
    assert (review.status, review.decided_by) == (Status.APPROVED, people[Role.MODERATOR])


def test_of_two_decisions_the_second_is_told_of_the_first(finished, review, people):
    ask_for_changes(review=review, by=people[Role.MODERATOR], comment="Jo ende.")
    stale = {"review": review, "by": people[Role.MODERATOR]}
    with pytest.raises(RefusedError):
        approve(**stale, seen=digest(finished))
    with pytest.raises(RefusedError):
        take_back(**stale)


def test_actions_ask_for_the_right_themselves(finished, review, people):
    for role in (Role.TRANSLATOR, Role.TRAINER):
        with pytest.raises(PermissionDenied):
            approve(review=review, by=people[role], seen=digest(finished))
        with pytest.raises(PermissionDenied):
            ask_for_changes(review=review, by=people[role], comment="Jo.")


def test_a_review_goes_with_its_page(finished, review):
    finished.delete()
    assert not Review.objects.exists()


def test_the_list_takes_as_many_queries_for_many(
    review, people, clients, english, django_assert_num_queries
):
    client = clients[Role.MODERATOR]
    client.get(reverse("translation_reviews"))
    with django_assert_num_queries(11):
        client.get(reverse("translation_reviews"))
    for name in ("Strehim", "Banesë"):
        term = GlossaryTermFactory(name=name, definition=f"{name}.")
        publish_translation(term, english, [(name, name), (f"{name}.", f"{name}!")])
        hand_over(translation=translation_of(term), by=people[Role.TRANSLATOR])
    with django_assert_num_queries(11):
        client.get(reverse("translation_reviews"))


@pytest.mark.parametrize("name", ["", "Strehëz"])
def test_a_moderators_comment_on_a_term_arrives_whatever_the_form_says(clients, name, client_as):
    term = GlossaryTermFactory(name="Strehim", definition="Një vend i sigurt.")
    client_as(Role.EDITOR)
    editor = User.objects.get(email="editor@example.org")
    term.save_revision(user=editor)
    term.get_workflow().start(term, editor)
    client = clients[Role.MODERATOR]
    url = reverse("wagtailsnippets_knowledgebase_glossaryterm:edit", args=[term.pk])
    data = changed(client.get(url).context["form"]) | REJECT | {"name": name}
    client.post(url, data)
    term = type(term).objects.get(pk=term.pk)
    assert term.workflow_states.get().current_task_state.comment == "Shtoni nenin."
    assert term.latest_revision.as_object().name == (name or "Strehim")


def test_a_moderators_comment_on_a_page_arrives_whatever_the_form_says(clients, project):
    editor = User.objects.create_user("editor@example.org")
    project.save_revision(user=editor)
    project.get_workflow().start(project, editor)
    client = clients[Role.MODERATOR]
    url = reverse("wagtailadmin_pages:edit", args=[project.pk])
    data = changed(client.get(url).context["form"]) | REJECT | {"title": ""}
    response = client.post(url, data)
    assert "title" in response.context["form"].errors
    state = type(project).objects.get(pk=project.pk).current_workflow_state
    assert (state.status, state.current_task_state.comment) == ("needs_changes", "Shtoni nenin.")
