"""People of a cohort say how it was; their trainers read it when nobody can be told by a change."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from knowledgebase.training.completing.evaluating import answered_until, evaluate, results
from knowledgebase.training.models import Cohort, Completion, Evaluation
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.publishing.refusals import RefusedError
from tests.portal.people import LANGUAGES, address, make
from tests.training import finishing

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def written(ground):
    return ground(finishing.programme)


@pytest.fixture
def programme(written):
    return deepcopy(written)


@pytest.fixture
def trainer() -> User:
    return finishing.trainer()


@pytest.fixture
def cohort(programme, trainer) -> Cohort:
    return finishing.cohort(programme, trainer, ends_on=days_ago(3))


def days_ago(count: int):
    return timezone.localdate() - timedelta(days=count)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def people(cohort: Cohort, count: int) -> list[User]:
    found = [finishing.person(f"p{number}@example.com") for number in range(count)]
    for each in found:
        finishing.put(each, cohort)
    return found


def answer(cohort: Cohort, user: User, **said) -> None:
    given = {"is_useful": None, "is_clear": None, "had_time": None, "words": "", **said}
    evaluate(user=user, programme=cohort.programme, said=given)


def end(cohort: Cohort) -> None:
    Cohort.objects.filter(pk=cohort.pk).update(ends_on=days_ago(15))


def read(trainer: User, cohort: Cohort, language: str = "sq") -> str:
    url = address("cohort_evaluation", language, cohort.key)
    return client_of(trainer).get(url).content.decode()


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_asked_answers_and_changes_it(programme, cohort, language):
    (person,) = people(cohort, 1)
    client, url = client_of(person), address("evaluation", language, programme.translation_key)
    assert (
        address("evaluation", "sq", programme.translation_key)
        in client.get(programme.url).content.decode()
    )
    page = client.post(url, {"is_useful": "", "words": " "})
    assert page.context_data["form"].errors
    assert not Evaluation.objects.exists()
    assert client.post(url, {"is_useful": "5", "words": "Mirë."})["Location"] == programme.url
    again = client.get(url).content.decode()
    assert "Mirë." in again
    assert 'value="5" id="id_is_useful_1" checked' in again.replace("required ", "")
    client.post(url, {"had_time": "1"})
    said = Evaluation.objects.get()
    assert (said.is_useful, said.had_time, said.words, said.cohort) == (None, 1, "", cohort)


@pytest.mark.dialect
def test_words_that_lead_to_a_person_are_asked_about_once(programme, cohort):
    (person,) = people(cohort, 1)
    client, url = client_of(person), address("evaluation", "sq", programme.translation_key)
    words = "Pyesni znj. Dora Leka, 069 123 4567."
    assert 'name="warned"' in client.post(url, {"words": words}).content.decode()
    assert not Evaluation.objects.exists()
    client.post(url, {"words": words, "warned": "1"})
    assert Evaluation.objects.get().words == words


@pytest.mark.parametrize("bad", ["6", "0", "x", "5.0"])
def test_a_rating_that_is_none_is_refused_and_the_words_stay(programme, cohort, bad):
    (person,) = people(cohort, 1)
    url = address("evaluation", "sq", programme.translation_key)
    page = client_of(person).post(url, {"is_clear": bad, "words": "Mirë."})
    assert "is_clear" in page.context_data["form"].errors
    assert "Mirë." in page.content.decode()


@pytest.mark.dialect
def test_what_was_typed_is_there_after_signing_in_again(programme, cohort):
    (person,) = people(cohort, 1)
    client, url = Client(), address("evaluation", "sq", programme.translation_key)
    assert client.post(url, {"words": "Dëgjova.", "by": str(person.key)}).status_code == 302
    client.force_login(person)
    assert "Dëgjova." in client.get(url).content.decode()


def test_who_is_in_no_cohort_is_not_asked(programme, cohort):
    person = finishing.person()
    url = address("evaluation", "sq", programme.translation_key)
    assert client_of(person).get(url).status_code == 404
    assert client_of(person).post(url, {"is_clear": "5"}).status_code == 404


@pytest.mark.dialect
def test_before_its_end_nobody_is_asked_but_who_completed_it(programme, trainer):
    cohort = finishing.cohort(programme, trainer, ends_on=days_ago(-9))
    first, second = people(cohort, 2)
    with pytest.raises(RefusedError):
        answer(cohort, first, is_clear=5)
    Completion.objects.create(user=second, programme=cohort.programme, cohort=cohort)
    answer(cohort, second, is_clear=5)
    url = address("evaluation", "sq", programme.translation_key)
    page = client_of(first).post(url, {"words": "Mirë."}).content.decode()
    assert "Mirë." in page
    assert Evaluation.objects.count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shown_while_people_answer_nor_below_five(cohort, trainer, language):
    for person in people(cohort, 4):
        answer(cohort, person, is_clear=2, words="Shumë shpejt.")
    wait = {"sq": "Janë përgjigjur 4 persona.", "en": "4 people have answered."}
    for _each in range(2):
        page = read(trainer, cohort, language)
        assert wait[language] in page
        assert "Shumë shpejt." not in page
        assert "<table" not in page
        end(cohort)


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_five_on_figures_and_words_are_shown_without_names(cohort, trainer, language):
    for number, person in enumerate(people(cohort, 6)):
        had_time = {"had_time": 5} if number < 4 else {}
        answer(cohort, person, is_clear=number % 2 + 1, words=f"Fjala {number}.", **had_time)
    assert "Fjala" not in read(trainer, cohort, language)
    end(cohort)
    page = read(trainer, cohort, language)
    assert {"sq": "1,5", "en": "1.5"}[language] in page
    assert all(f"Fjala {number}." in page for number in range(6))
    assert "Ana" not in page.partition("<main")[2]
    label = Evaluation._meta.get_field("had_time").verbose_name
    assert str(label) not in page  # only four gave it


@pytest.mark.dialect
def test_what_was_counted_stays(cohort, trainer):
    answering = people(cohort, 6)
    for person in answering[:5]:
        answer(cohort, person, is_clear=5)
    end(cohort)
    counted = results(cohort)
    answering[0].delete()
    Cohort.objects.filter(pk=cohort.pk).update(ends_on=None, closed_at=None)
    assert results(cohort) == counted
    with pytest.raises(RefusedError):
        answer(cohort, answering[5], is_clear=1)
    assert counted["answers"] == 5


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("ends", "closed", "until"),
    [(None, None, None), (3, None, -11), (None, 3, -11), (3, 8, -6), (-9, 3, -11)],
)
def test_people_answer_for_two_weeks_after_the_end(programme, trainer, ends, closed, until):
    cohort = finishing.cohort(
        programme,
        trainer,
        ends_on=days_ago(ends) if ends is not None else None,
        closed_at=timezone.now() - timedelta(days=closed) if closed is not None else None,
    )
    assert answered_until(cohort) == (None if until is None else days_ago(until))


@pytest.mark.parametrize("who", ["another trainer", "coordinator", "administrator", "participant"])
def test_nobody_else_reads_it(cohort, who):
    person = make("tjetri@example.com")
    roles = {"another trainer": Role.TRAINER, "coordinator": Role.COORDINATOR}
    if who in roles:
        person.groups.add(roles[who].group())
    if who == "administrator":
        User.objects.filter(pk=person.pk).update(is_superuser=True)
    if who == "participant":
        finishing.put(person, cohort)
    url = address("cohort_evaluation", "sq", cohort.key)
    assert client_of(User.objects.get(pk=person.pk)).get(url).status_code == 404
