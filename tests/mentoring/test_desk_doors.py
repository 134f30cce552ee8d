"""Every address of the coordinator's desk, as everybody whom it is not for."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mentoring.models import (
    Attachment,
    Change,
    Conflict,
    Opening,
    PairMessage,
    Profile,
    Report,
    Request,
    Round,
    Sentence,
    Weights,
)
from mentoring.models.request import State
from mentoring.reports import REPORTS
from mentoring.wagtail_hooks import register_addresses
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.personal.audit import Event
from tests.mentoring.pairing import make_pair
from tests.mentoring.people import make_mentee, make_profile, make_request, make_round
from tests.mentoring.profiles import photograph_of
from tests.portal.people import make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
STRANGERS = {
    *("visitor", "account", "suspended", "mentee", "mentor", "member who left"),
    *("editor", "trainer", "moderator"),
}
# What every form of the desk would take.
FILLED_IN = {
    "decision": "accept",
    "because": "x",
    "text": "x",
    "addresses": "x@example.org",
    "opens_on": "2026-01-01",
    "closes_on": "2026-02-01",
    "needs": "1",
}


@pytest.fixture
def people() -> dict[str, User]:
    roles = (Role.EDITOR, Role.TRAINER, Role.MODERATOR, Role.COORDINATOR)
    found = {role.value: make(f"{role.value}@example.org", role) for role in roles}
    found |= {"account": make("llogari@example.org")}
    found |= {"suspended": make("pezulluar@example.org", Role.COORDINATOR)}
    User.objects.filter(pk=found["suspended"].pk).update(is_active=False)
    found |= {"administrator": make("admin@example.org")}
    User.objects.filter(pk=found["administrator"].pk).update(is_superuser=True)
    left = make_profile("cela@example.org", left_at=timezone.now()).user
    found |= {"mentee": make_mentee().user, "member who left": left}
    return found | {"mentor": make_profile("m@example.org").user}


@pytest.fixture
def where(people, settings, tmp_path) -> dict[str, str]:
    """Each address by its name, of something that there is."""
    settings.PRIVATE_ROOT = tmp_path
    current = make_round()
    mentee, mentor = (people[who].mentoring_profile for who in ("mentee", "mentor"))
    photograph_of(mentor)
    Profile.objects.filter(pk=mentor.pk).update(waits_since=timezone.now())
    pair = make_pair(mentee, mentor)
    proposed = make_request(make_mentee("b@example.org"), mentor, State.PROPOSED)
    report = Report.objects.create(kind="pair", key=pair.key, request=pair, by=mentee, about=mentor)
    conflict = Conflict.objects.create(one=mentee, other=make_profile("c@example.org"))
    message = PairMessage.objects.create(request=pair, author=mentee.user, text="x")
    file = Attachment(message=message, name="x.pdf", size=1)
    file.file.save("x.pdf", ContentFile(b"x"))
    report.openings.create(by=people["coordinator"], because="x")
    arguments = {
        "mentoring_sentence": ("ended", "sq"),
        "desk_pair": (pair.pk,),
        "review_profile": (mentor.pk,),
        "review_photograph": (mentor.pk,),
        "close_mentoring_round": (current.pk,),
        "withdraw_proposal": (proposed.pk,),
        "end_pair": (pair.pk,),
        "complete_pair": (pair.pk,),
        "mentoring_report": (report.pk,),
        "open_reported_pair": (report.pk,),
        "reported_file": (report.pk, file.key),
        "withdraw_conflict": (conflict.pk,),
    }
    names = [each.name for each in (*register_addresses(), *REPORTS)]
    return {name: reverse(name, args=arguments.get(name, ())) for name in names}


def state() -> list[object]:
    """Return what somebody at the desk can change."""
    models = (Profile, Request, Change, Round, Report, Opening, Conflict, Sentence, Weights, Event)
    return [[*model._default_manager.order_by("pk").values()] for model in models]


@pytest.mark.parametrize("who", ["coordinator", "administrator"])
def test_who_coordinates_opens_each(where, people, who):
    client = client_of(people[who])
    answers = {name: client.get(url).status_code for name, url in where.items()}
    closed = {"coordinator": set(), "administrator": {"reported_file"}}  # who has not opened it
    assert {name for name, status in answers.items() if status != 200} == closed[who]


@pytest.mark.parametrize("who", sorted(STRANGERS))
def test_nobody_else_opens_or_changes_anything(where, people, who):
    client = client_of(people[who]) if who in people else Client()
    before = state()
    for name, url in where.items():
        for send in (client.get, lambda url: client.post(url, FILLED_IN)):
            assert send(url).status_code in {302, 403, 404, 405}, name
    assert state() == before
