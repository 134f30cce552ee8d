"""A translator renews string by string; who published says whether that is needed."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.translating.models import State
from portal.translation_records import publish_translation
from tests.doors.forms import changed
from tests.factories import StandardPageFactory
from tests.knowledgebase.factories import GlossaryTermFactory
from tests.translating.conftest import RENEWED, WORDS, republish, state, translation_of, waiting

pytestmark = pytest.mark.django_db

NEW = "Call 0800 222."


@pytest.fixture
def urgent(project, translated):
    republish(project, aim=RENEWED)
    return project


def address(page, name: str = "renew_translation") -> str:
    return reverse(name, args=[translation_of(page).pk])


def box(page) -> str:
    (change,) = waiting(page)
    return f"text-{change.segment.pk}"


def shown(client, url: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(url).content, "html.parser")


def test_the_translator_begins_with_the_old_translation(urgent, client_as):
    page = shown(client_as(Role.TRANSLATOR), address(urgent))
    assert page.select_one("textarea").text.strip() == "Call 0800 111."
    assert page.select_one("del").text.split(":")[-1].strip() == "111."
    assert page.select_one("ins").text.split(":")[-1].strip() == "222."
    assert page.select_one("button[name=publish]") is None


def test_the_translator_saves_and_the_moderator_publishes(urgent, translated, client_as, publish):
    client_as(Role.TRANSLATOR).post(address(urgent), {box(urgent): NEW})
    translated.refresh_from_db()
    assert "0800 111" in translated.aim
    assert not waiting(urgent)
    publish(translation_of(urgent).save_target, publish=True)
    translated.refresh_from_db()
    assert "0800 222" in translated.aim
    assert state(urgent).state == State.TRANSLATED


def test_who_may_publish_does_it_at_once(urgent, translated, client_as, publish):
    data = {box(urgent): NEW, "publish": "1"}
    publish(client_as(Role.MODERATOR).post, address(urgent), data)
    translated.refresh_from_db()
    assert "0800 222" in translated.aim


def test_signs_and_lines_are_typed_as_they_are_read(project, english, client_as, publish):
    republish(project, summary="Zyra D&E\nhapet 9 > 10.")
    words = ("Zyra D&E\nhapet 9 > 10.", "The D&E office\nopens 9 > 10.")
    publish(publish_translation, project, english, [*WORDS, words])
    republish(project, summary="Zyra D&E\nhapet 8 > 10.")
    client = client_as(Role.MODERATOR)
    page = shown(client, address(project))
    assert page.select_one("textarea").text.strip() == words[1]
    new = "The D&E office\r\nopens 8 > 10."
    publish(client.post, address(project), {box(project): new, "publish": "1"})
    assert project.get_translation(english).summary == new.replace("\r\n", "\n")


def test_a_text_left_as_it_is_waits_on(urgent, client_as):
    client = client_as(Role.TRANSLATOR)
    client.post(address(urgent), {box(urgent): "Call 0800 111."})
    assert len(waiting(urgent)) == 1
    assert state(urgent).state == State.URGENT


def test_another_number_is_asked_about_by_the_text(urgent, client_as):
    response = client_as(Role.TRANSLATOR).post(address(urgent), {box(urgent): "Call 0800 333."})
    page = BeautifulSoup(response.content, "html.parser")
    assert "0800333" in page.select_one(".error-message").text
    assert page.select_one("textarea").text.strip() == "Call 0800 333."
    assert len(waiting(urgent)) == 1


def test_a_link_that_the_original_has_not_is_refused(project, english, client_as, publish):
    link = '<p>Lexoni <a href="https://example.org/">planin {}</a>.</p>'
    republish(project, aim=link.format(1))
    words = (link.format(1), '<p>Read <a href="https://example.org/">plan 1</a>.</p>')
    publish(publish_translation, project, english, [*WORDS, words])
    republish(project, aim=link.format(2))
    client = client_as(Role.TRANSLATOR)
    page = shown(client, address(project))
    assert page.select_one("textarea").text.strip() == 'Read <a id="a1">plan 1</a>.'
    data = {box(project): 'Read <a id="a9">plan 2</a>.'}
    page = BeautifulSoup(client.post(address(project), data).content, "html.parser")
    assert "a9" in page.select_one(".error-message").text
    client.post(address(project), {box(project): 'Read <a id="a1">plan 2</a>.'})
    assert not waiting(project)


def test_whoever_is_sure_is_believed(urgent, client_as):
    name = box(urgent)
    data = {name: "Call two-two-two.", f"right-{name}": "on"}
    client_as(Role.TRANSLATOR).post(address(urgent), data)
    assert not waiting(urgent)


def test_what_was_typed_for_a_text_that_changed_again_is_shown(urgent, client_as):
    name = box(urgent)
    republish(urgent, aim="<p>Telefononi 0800 333.</p><p>Për të gjitha.</p>")
    response = client_as(Role.TRANSLATOR).post(address(urgent), {name: NEW})
    assert NEW in BeautifulSoup(response.content, "html.parser").select_one("blockquote").text
    assert len(waiting(urgent)) == 1


@pytest.mark.parametrize(("role", "status"), [(Role.TRAINER, 302), (Role.FOCAL_POINT, 403)])
@pytest.mark.parametrize("name", ["renew_translation", "translation_question"])
def test_who_may_not_change_the_page_renews_nothing(urgent, client_as, role, status, name):
    client = client_as(role)
    assert client.get(address(urgent, name)).status_code == status
    client.post(address(urgent, name), {box(urgent): NEW})
    assert len(waiting(urgent)) == 1


def test_publishing_asks_with_the_likely_answer_chosen(project, translated, client_as, publish):
    mended = "<p>Telefononni 0800 111.</p><p>Për të gjitha në 2027.</p>"
    republish(project, aim=mended)
    page = shown(client_as(Role.MODERATOR), address(project, "translation_question"))
    chosen = [each["value"] for each in page.select("input[checked]")]
    assert chosen == ["keep", "renew"]


def test_who_publishes_in_the_admin_is_asked(project, translated, client_as, publish):
    client = client_as(Role.MODERATOR)
    url = reverse("wagtailadmin_pages:edit", args=[project.pk])
    data = changed(client.get(url).context["form"]) | {"action-publish": "1"}
    response = publish(client.post, url, data)
    assert response["Location"] == address(project, "translation_question")


def test_who_approves_a_draft_in_its_form_is_asked(project, translated, client_as, publish):
    editor = User.objects.create_user("editor@example.org")
    project.aim = RENEWED
    project.save_revision(user=editor)
    project.get_workflow().start(project, editor)
    client = client_as(Role.MODERATOR)
    url = reverse("wagtailadmin_pages:edit", args=[project.pk])
    approve = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    data = changed(client.get(url).context["form"]) | approve
    response = publish(client.post, url, data)
    assert response["Location"] == address(project, "translation_question")


def test_who_approves_it_in_the_list_of_the_first_page_is_asked(
    project, translated, client_as, publish
):
    editor = User.objects.create_user("editor@example.org")
    project.aim = RENEWED
    project.save_revision(user=editor)
    project.get_workflow().start(project, editor)
    task = project.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[project.pk, "approve", task.pk])
    response = publish(client_as(Role.MODERATOR).post, url, {"comment": ""})
    assert response["Location"] == address(project, "translation_question")


@pytest.mark.parametrize("number", [1, 2])
def test_who_publishes_many_at_once_is_asked_of_one_and_told_of_more(
    translated, english, client_as, publish, number
):
    project = translated.get_translation(Locale.objects.get(language_code="sq"))
    pages = [project]
    if number == 2:
        other = StandardPageFactory(title="Tjetra", slug="tjetra", summary="Thirrni 0800 111.")
        words = [("Tjetra", "Other"), ("tjetra", "other"), ("Thirrni 0800 111.", "Call 0800 111.")]
        publish(publish_translation, other, english, words)
        other.summary = "Thirrni 0800 222."
        pages.append(other)
    project.aim = RENEWED
    for page in pages:
        page.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    client = client_as(Role.MODERATOR)
    response = publish(client.post, f"{url}?{ids}&next=/admin/")
    told = shown(client, "/admin/").select(f".messages a[href='{reverse('translation_states')}']")
    asked = response["Location"] == address(project, "translation_question")
    assert (asked, bool(told)) == (number == 1, number == 2)


def test_what_a_schedule_published_is_asked_about_in_the_form(project, translated, client_as):
    project.aim = RENEWED
    project.go_live_at = timezone.now() - timedelta(minutes=1)
    project.save_revision(approved_go_live_at=project.go_live_at)
    call_command("publish_scheduled", verbosity=0)
    form = client_as(Role.MODERATOR).get(reverse("wagtailadmin_pages:edit", args=[project.pk]))
    assert address(project, "translation_question") in form.content.decode()


@pytest.mark.parametrize(("action", "asks"), [({}, False), ({"action-publish": "1"}, True)])
def test_only_what_is_published_of_a_term_is_asked_about(english, client_as, publish, action, asks):
    term = GlossaryTermFactory(name="Strehim", definition="Një vend i sigurt.")
    words = [("Strehim", "Shelter"), ("Një vend i sigurt.", "A safe place.")]
    publish(publish_translation, term, english, words)
    term.name = "Strehëz"
    publish(term.save_revision().publish)
    client = client_as(Role.MODERATOR)
    url = reverse("wagtailsnippets_knowledgebase_glossaryterm:edit", args=[term.pk])
    response = publish(client.post, url, changed(client.get(url).context["form"]) | action)
    assert response.status_code == 302
    assert response["Location"].endswith("/question/") == asks


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.TRANSLATOR])
def test_what_stays_says_what_the_original_says(project, translated, client_as, role):
    republish(project, aim="<p>Telefononni 0800 111.</p><p>Për të gjitha.</p>")
    name = box(project).replace("text", "string")
    client_as(role).post(address(project, "translation_question"), {name: "keep"})
    assert (state(project).state, state(project).words_left) == (State.TRANSLATED, 0)


def test_a_figure_that_waited_with_a_mended_text_follows(project, english, client_as, publish):
    row = {"kind": "final", "group": "Gra dhe vajza", "count": 1700}
    republish(project, beneficiaries=[("group", row)])
    publish(publish_translation, project, english, [*WORDS, ("Gra dhe vajza", "Women and girls")])
    project.beneficiaries[0].value |= {"group": "Gra dhe vajzat", "count": 2000}
    republish(project)
    group = lambda: project.get_translation(english).beneficiaries[0].value  # noqa: E731
    assert group()["count"] == 1700
    name = box(project).replace("text", "string")
    client_as(Role.TRANSLATOR).post(address(project, "translation_question"), {name: "keep"})
    assert (group()["count"], group()["group"]) == (2000, "Women and girls")


def test_an_unanswered_question_leaves_it_to_the_translators(project, translated, client_as):
    republish(project, aim="<p>Telefononni 0800 111.</p><p>Për të gjitha.</p>")
    client_as(Role.MODERATOR).post(address(project, "translation_question"), {})
    assert state(project).state == State.STALE
