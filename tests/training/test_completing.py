"""A programme is completed once, by whatever was the last thing that it asked for."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from knowledgebase.training.completing.actions import certify, look
from knowledgebase.training.completing.award import months_later
from knowledgebase.training.learning import actions as learning
from knowledgebase.training.models import (
    Attempt,
    Cohort,
    Completion,
    Concession,
    ProgrammePage,
)
from portal.accounts.models import User
from portal.certificates import actions as certificates
from portal.certificates.models import Certificate, Reason, State
from portal.publishing.refusals import RefusedError
from portal.translation_records import publish_translation
from tests.portal.people import LANGUAGES, address
from tests.training import finishing
from tests.training.factories import LessonPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def written(ground) -> ProgrammePage:
    rule = {"needs_sessions": 1, "needs_assignments": True}
    return ground(lambda: finishing.programme(**rule, hours="7.5"))


@pytest.fixture
def programme(written) -> ProgrammePage:
    return deepcopy(written)


@pytest.fixture
def cohort(programme):
    return finishing.cohort(programme, finishing.trainer())


@pytest.fixture
def person(cohort) -> User:
    found = finishing.person()
    finishing.put(found, cohort)
    return found


@pytest.fixture
def mine(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


STEPS = {
    "lessons": lambda person, programme, cohort: finishing.do_lessons(person, programme),
    "test": lambda person, programme, cohort: finishing.take_test(person, programme),
    "session": lambda person, programme, cohort: finishing.attend(person, cohort),
    "task": lambda person, programme, cohort: finishing.accept_task(person, programme),
}


def do(person, programme, cohort, *, without: str = "") -> None:
    for name, step in STEPS.items():
        if name != without:
            step(person, programme, cohort)


@pytest.mark.parametrize("last", STEPS)
def test_whatever_comes_last_completes_it(person, programme, cohort, last):
    do(person, programme, cohort, without=last)
    assert not finishing.has_completed(person)
    STEPS[last](person, programme, cohort)
    completion = Completion.objects.get(user=person)
    assert completion.cohort == cohort
    certificate = Certificate.objects.get(holder=person)
    assert certificate.state == State.VALID
    assert certificate.name == "Ana Shembull"


@pytest.mark.parametrize("last", STEPS)
def test_an_exception_counts_until_it_is_withdrawn(person, programme, cohort, last):
    do(person, programme, cohort, without=last)
    lesson = finishing.lessons(programme)[0]
    kinds = {
        "lessons": [("lesson", each.translation_key, "") for each in finishing.lessons(programme)],
        "test": [("quiz", finishing.final_test(programme).translation_key, "")],
        "session": [("session", None, "")],
        "task": [("task", lesson.translation_key, lesson.body[0].id)],
    }
    withdrawn = {"granted_at": timezone.now(), "withdrawn_at": timezone.now()}
    for kind, subject, block in kinds[last]:
        Concession.objects.create(
            user=person,
            programme=programme.translation_key,
            kind=kind,
            subject=subject,
            block=block,
            **withdrawn,
        )
    look(user=person, programme=programme.translation_key)
    assert not finishing.has_completed(person)
    for kind, subject, block in kinds[last]:
        finishing.grant(person, programme, kind, subject, block)
    assert finishing.has_completed(person)


def test_what_does_not_count_completes_nothing(person, programme, cohort):
    do(person, programme, cohort, without="test")
    finishing.take_test(person, programme, is_right=False)
    assert not finishing.has_completed(person)
    other = finishing.person("beni@example.com")
    finishing.put(other, cohort)
    do(other, programme, cohort, without="session")
    finishing.attend(other, cohort, cancelled_at=timezone.now())
    assert not finishing.has_completed(other)


@pytest.mark.dialect
def test_who_is_not_enrolled_completes_it_by_enrolling(programme):
    ProgrammePage.objects.filter(pk=programme.pk).update(needs_sessions=0, needs_assignments=False)
    person = finishing.person()
    finishing.do_lessons(person, programme)
    finishing.take_test(person, programme)
    assert not finishing.has_completed(person)
    learning.join(user=person, programme=programme.translation_key)
    assert Completion.objects.get(user=person).cohort is None
    assert Certificate.objects.get(holder=person).achievement.cohort == ""


def test_who_left_completes_nothing(person, programme, cohort):
    do(person, programme, cohort, without="task")
    learning.leave(user=person, programme=programme.translation_key)
    finishing.accept_task(person, programme)
    assert not finishing.has_completed(person)
    learning.join(user=person, programme=programme.translation_key)
    assert finishing.has_completed(person)


def test_a_lesson_that_not_everybody_may_read_is_asked_of_nobody(person, programme, cohort):
    closed = finishing.lessons(programme)[1]
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    first = finishing.lessons(programme)[0].translation_key
    for name in ("test", "session", "task"):
        STEPS[name](person, programme, cohort)
    learning.mark_done(user=person, lesson=first, programme=programme.translation_key)
    assert finishing.has_completed(person)


@pytest.mark.parametrize(
    "rule", [{"needs_lessons": False, "needs_post_test": False}, {"needs_post_test": True}]
)
def test_a_programme_that_is_not_written_is_completed_by_nobody(rule):
    programme = finishing.programme(**rule)
    finishing.final_test(programme).unpublish()
    person = finishing.person()
    learning.join(user=person, programme=programme.translation_key)
    finishing.do_lessons(person, programme)
    assert not finishing.has_completed(person)


@pytest.mark.dialect
def test_later_changes_take_nothing_back_and_the_night_gives(person, programme, cohort):
    do(person, programme, cohort)
    other = finishing.person("beni@example.com")
    finishing.put(other, cohort)
    do(other, programme, cohort, without="session")
    module = finishing.lessons(programme)[0].get_parent()
    LessonPageFactory(parent=module.specific, title="Tre", slug="tre")
    call_command("complete_programmes")
    assert finishing.has_completed(person)
    assert not finishing.has_completed(other)
    finishing.do_lessons(other, programme)
    ProgrammePage.objects.filter(pk=programme.pk).update(needs_sessions=0)
    call_command("complete_programmes")
    assert finishing.has_completed(other)
    assert Certificate.objects.filter(holder=person).count() == 1


def test_looking_costs_little_while_something_is_left(
    person, programme, django_assert_max_num_queries
):
    with django_assert_max_num_queries(11):  # savepoint and its release among them
        look(user=person, programme=programme.translation_key)


@pytest.mark.dialect
def test_the_certificate_says_what_was_achieved_in_both_languages(
    person, programme, cohort, english
):
    publish_translation(programme, english, [("Programi", "Programme"), (programme.slug, "p")])
    type(cohort).objects.filter(pk=cohort.pk).update(starts_on=date(2026, 3, 2))
    finishing.take_test(person, programme, is_right=False)
    do(person, programme, cohort)
    certificate = Certificate.objects.get(holder=person)
    known = certificate.achievement
    assert certificate.languages == ["sq", "en"]
    assert known.texts["en"].title == "Programme"
    assert known.texts["en"].achieved == [
        "2 lessons done",
        "Final test passed with 100%; 70% were needed",
        "1 live session attended",
        "1 task from the person’s own work, accepted by the trainer",
    ]
    assert known.texts["sq"].achieved[1] == "Testi përfundimtar u kalua me 100%; duheshin 70%"
    assert (str(known.hours), known.cohort, known.began_on) == ("7.5", "Pranvera", date(2026, 3, 2))


@pytest.mark.dialect
def test_what_a_trainer_counted_is_not_said_to_be_achieved(person, programme, cohort):
    do(person, programme, cohort, without="test")
    quiz = finishing.final_test(programme).translation_key
    finishing.grant(person, programme, "quiz", quiz)
    (certificate,) = Certificate.objects.filter(holder=person)
    assert not any("70" in line for line in certificate.achievement.texts["sq"].achieved)


def url_in(programme: ProgrammePage, language: str) -> str:
    """Return where the programme is read in a language, translated."""
    if language == "sq":
        return programme.url
    locale = Locale.objects.get(language_code=language)
    if not programme.has_translation(locale):
        publish_translation(programme, locale, [("Programi", "P"), (programme.slug, "programme")])
    return programme.get_translation(locale).url


def said_of_the_name(name: str, language: str) -> str:
    no_name = {"sq": "nuk ka ende emër", "en": "has no name yet"}
    no_letters = {"sq": "nuk mund të printohen", "en": "cannot be printed"}
    return (no_letters if name else no_name)[language]


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "安娜"])
def test_without_a_name_that_can_be_printed_it_waits(mine, person, programme, name, language):
    (cohort,) = Cohort.objects.all()
    User.objects.filter(pk=person.pk).update(name=name)
    do(person, programme, cohort)
    assert finishing.has_completed(person)
    assert not Certificate.objects.exists()
    assert person.messages.get().link == programme.url
    url_in(programme, language)
    certify_url = address("certify", language, programme.translation_key)
    page = mine.post(certify_url, follow=True).content.decode()
    assert said_of_the_name(name, language) in page.partition("<main")[2]
    assert certify_url in mine.get(url_in(programme, language)).content.decode()
    User.objects.filter(pk=person.pk).update(name="Ana Shembull")
    certificate = mine.post(certify_url)["Location"]
    assert certificate == address("my_certificate", language, Certificate.objects.get().pk)
    assert mine.post(certify_url)["Location"] == certificate
    assert Certificate.objects.count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_is_still_to_do_and_then_the_day(
    mine, person, programme, cohort, language
):
    url = url_in(programme, language)
    said = {
        "sq": "2 mësime, testi përfundimtar, 1 takim i drejtpërdrejtë, "
        "1 detyrë që duhet pranuar nga trajneri/ja",
        "en": "2 lessons, the final test, 1 live session, 1 task for the trainer to accept",
    }
    assert said[language] in mine.get(url).content.decode()
    do(person, programme, cohort)
    page = mine.get(url).content.decode()
    assert said[language] not in page
    assert address("my_certificate", language, Certificate.objects.get().pk) in page
    done = {"sq": "E përfunduat këtë program", "en": "You completed this programme"}
    assert done[language] in page


def test_whoever_completes_it_is_led_to_its_end(mine, person, programme, cohort):
    for name in ("test", "session", "task"):
        STEPS[name](person, programme, cohort)
    first, last = finishing.lessons(programme)
    assert mine.post(address("lesson_done", "sq", first.translation_key))["Location"] == first.url
    sent = mine.post(address("lesson_done", "sq", last.translation_key), follow=True)
    assert sent.redirect_chain == [(programme.url, 302)]
    assert "e keni përfunduar programin" in sent.content.decode()
    result = mine.get(address("attempt", "sq", Attempt.objects.get().key)).content.decode()
    assert f'href="{programme.url}"' in result.partition("outcome--passed")[2]


@pytest.mark.dialect
def test_nobody_else_gets_it(programme, person, cohort):
    do(person, programme, cohort)
    url = address("certify", "sq", programme.translation_key)
    assert Client().post(url)["Location"].startswith(address("account_login"))
    other = Client()
    other.force_login(finishing.person("beni@example.com"))
    assert other.post(url)["Location"] == programme.url
    assert Certificate.objects.count() == 1


@pytest.mark.dialect
def test_a_revoked_one_is_not_had_anew_and_a_withdrawn_one_is(person, programme, cohort):
    do(person, programme, cohort)
    mine = {"user": person, "programme": programme.translation_key}
    first = Certificate.objects.get()
    certificates.withdraw(certificate=first)
    second = certify(**mine)
    assert second.code != first.code
    certificates.revoke(certificate=second, reason=Reason.NOT_MET, by=finishing.person("x@x.al"))
    with pytest.raises(RefusedError):
        certify(**mine)


def test_of_a_programme_that_was_closed_nothing_is_certified(person, programme, cohort):
    User.objects.filter(pk=person.pk).update(name="")
    do(person, programme, cohort)
    User.objects.filter(pk=person.pk).update(name="Ana Shembull")
    PageViewRestriction.objects.create(page=programme, restriction_type=PageViewRestriction.LOGIN)
    with pytest.raises(RefusedError):
        certify(user=person, programme=programme.translation_key)


@pytest.mark.dialect
def test_an_expired_one_is_renewed_once_the_test_is_passed_again(mine, person, programme, cohort):
    ProgrammePage.objects.filter(pk=programme.pk).update(valid_months=12)
    do(person, programme, cohort)
    key = {"user": person, "programme": programme.translation_key}
    first = Certificate.objects.get()
    assert first.valid_until == months_later(timezone.localdate(), 12)
    yesterday = timezone.localdate() - timedelta(days=1)
    Certificate.objects.update(valid_until=yesterday)
    Attempt.objects.update(submitted_at=timezone.now() - timedelta(days=300))
    with pytest.raises(RefusedError):
        certify(**key)
    assert "Rinovoni" not in mine.get(programme.url).content.decode()
    finishing.take_test(person, programme)
    assert "Rinovoni" in mine.get(programme.url).content.decode()
    assert certify(**key).replaces == first


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 29), 24, date(2028, 11, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_end_where_months_end(day, months, later):
    assert months_later(day, months) == later


@pytest.mark.dialect
def test_a_trainer_looks_after_the_certificates_of_their_own_people(person, programme, cohort):
    do(person, programme, cohort)
    (own,) = [entry.user for entry in cohort.trainers.all()]
    own, other = User.objects.get(pk=own.pk), finishing.trainer("tjetra@example.com")

    def found(user) -> int:
        return Certificate.objects.looked_after_by(user).count()

    assert (found(own), found(other), found(person)) == (1, 0, 0)
    learning.leave(user=person, programme=programme.translation_key)
    assert found(own) == 1  # it was completed with them
    elsewhere = finishing.cohort(programme, other)
    Completion.objects.update(cohort=None)
    assert (found(own), found(other)) == (0, 0)
    learning.join(user=person, programme=programme.translation_key)
    finishing.put(person, elsewhere)
    assert (found(own), found(other)) == (0, 1)


def test_the_programme_page_keeps_to_its_budget(mine, person, programme, cohort):
    def queries() -> int:
        mine.get(programme.url)
        with CaptureQueriesContext(connection) as captured:
            mine.get(programme.url)
        return len(captured)

    with CaptureQueriesContext(connection) as bare:
        mine.get(address("account_inactive"))
    before = queries()
    assert before - len(bare) <= 24
    do(person, programme, cohort)
    assert queries() <= before
