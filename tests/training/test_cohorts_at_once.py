"""Several join, invite and leave at the same second: one enrolment, one mail, always a trainer."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from knowledgebase.training.cohorts import actions, inviting, leading, membership
from knowledgebase.training.cohorts.lists import Invitee
from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.models import Enrolment, ProgrammePage
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError
from tests.portal.people import address
from tests.portal.test_inviting import FIELDS, link_in
from tests.test_same_second import ONE_WRITER, at_once
from tests.training.factories import ProgrammePageFactory
from tests.training.groups import client_of, group_of, trainer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def programme() -> ProgrammePage:
    return ProgrammePageFactory(title="Programi")


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


def done(act: Callable[..., object], **about: object) -> bool:
    try:
        act(**about)
    except (RefusedError, membership.ElsewhereError):
        return False
    return True


def test_two_taps_on_join_make_one_enrolment(person, group):
    inviting.make_link(cohort=group)
    group.refresh_from_db()
    url = address("join_cohort", "sq", group.join_code)
    clients = [client_of(person) for _tap in range(4)]
    answers = at_once(*(lambda client=client: client.post(url).status_code for client in clients))
    assert {*answers} <= {200, 302}
    assert Enrolment.objects.get().cohort == group


def test_who_joins_two_cohorts_at_once_is_in_one(person, trainer, group, programme):
    other = group_of(trainer, programme=programme.translation_key)
    joined = at_once(
        *(
            lambda cohort=cohort: done(membership.enrol, user=person, cohort=cohort)
            for cohort in (group, other)
        )
    )
    assert sorted(joined) == [False, True]
    assert Enrolment.objects.count() == 1


def test_nobody_comes_in_while_a_cohort_is_moved_about(person, trainer, group, programme):
    other = group_of(trainer, programme=programme.translation_key)
    membership.enrol(user=person, cohort=group)
    for _round in range(5):
        at_once(
            lambda: done(membership.move, user=person, cohort=group, to=other),
            lambda: done(membership.enrol, user=person, cohort=other, leaving=group),
            lambda: done(membership.enrol, user=person, cohort=group, leaving=other),
        )
        assert people_of(group).count() + people_of(other).count() == 1


def test_two_trainers_who_invite_the_same_people_send_one_mail_to_each(trainer, group):
    other = trainer_of("tjetra@example.org")
    leading.add_trainer(cohort=group, address=other.email)
    mail.outbox.clear()
    people = [Invitee(number, f"p{number}@example.org", "sq") for number in range(5)]
    at_once(
        *(
            lambda by=by: inviting.invite(cohort=group, people=people, by=by)
            for by in (trainer, other, trainer)
        )
    )
    assert sorted(sent.to[0] for sent in mail.outbox) == [each.address for each in people]


def test_an_invitation_that_is_accepted_while_the_group_closes(trainer, group):
    people = [Invitee(1, "ana@example.org", "sq")]
    inviting.invite(cohort=group, people=people, by=trainer)
    url = link_in(mail.outbox[-1])
    at_once(lambda: Client().post(url, FIELDS), lambda: actions.close(cohort=group))
    assert people_of(group).count() == inviting.of(group).exclude(accepted_at=None).count()


def test_of_two_trainers_who_leave_at_once_one_stays(trainer, group):
    other = trainer_of("tjetra@example.org")
    leading.add_trainer(cohort=group, address=other.email)

    def leave(user: User) -> bool:
        return done(leading.stop_leading, cohort=group, user=user)

    left = at_once(lambda: leave(trainer), lambda: leave(other))
    assert sorted(left) == [False, True]
    assert group.trainers.count() == 1
