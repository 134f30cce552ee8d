"""What one of a pair takes with them, what stays when one is erased, and when it all goes."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command

from mentoring.models import Goal, GoalStep, PairFeedback, Profile, Request, Session, SessionNote
from mentoring.requests import actions
from mentoring.requests.rules import By
from mentoring.work import goals, sessions
from portal.personal.erasure import erase_key
from tests.mentoring.asking import by
from tests.mentoring.working import ago, agreed, held, make_pair, propose, tomorrow
from tests.portal.people import address
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
KEPT = (Session, SessionNote, Goal, GoalStep, PairFeedback)


@pytest.fixture
def pair(mentee, mentor) -> Request:
    """A pair in which both wrote everything that can be written."""
    pair = make_pair(mentee, mentor)
    shared, own = held(pair), agreed(pair, place="Vendi i mentores")
    propose(pair, By.MENTEE, tomorrow(4), place="Vendi i Deas")
    sessions.write_note(session=shared, by=By.MENTEE, text="Shënim i Deas", version=0)
    sessions.write_note(session=own, by=By.MENTOR, text="Shënim i mentores", version=0)
    for profile, role in ((mentee, By.MENTEE), (mentor, By.MENTOR)):
        sessions.write_own_note(session=shared, author=profile, text=f"Vetëm {role}")
        goal = goals.add_goal(pair=pair, by=role, text=f"Synim {role}")
        goals.add_step(goal=goal, by=role, text=f"Hap {role}")
        said = {"moment": "end", "words": f"Mendim {role}"}
        PairFeedback.objects.create(request=pair, author=profile, **said)
    return pair


def copy(profile: Profile, pair: Request, language: str = "sq") -> dict[str, str]:
    answer = client_of(profile.user).get(address("mentoring_export", language, pair.key))
    assert "no-store" in answer["Cache-Control"]
    with ZipFile(BytesIO(answer.content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("language", ["sq", "en"])
def test_each_takes_a_copy_of_what_is_theirs_and_of_what_is_shared(mentee, mentor, pair, language):
    actions.end(request=pair, by=by(mentor, pair))
    files = copy(mentee, pair, language)
    assert [part["name"] for part in json.loads(files["pair.json"])["parts"]] == {
        "sq": ["Dyshja", "Marrëveshja", "Mesazhe", "Takimet", "Synimet", "Mendimi im"],
        "en": ["The pair", "Agreement", "Messages", "Meetings", "Goals", "My feedback"],
    }[language]
    for text in files.values():
        for mine in ("Vetëm mentee", "Mendim mentee", "Synim mentee", "Hap mentor", "Vendi i Deas"):
            assert mine in text
        for shared in ("Shënim i Deas", "Shënim i mentores", "Synim mentor"):
            assert shared in text
        for theirs in ("Vetëm mentor", "Mendim mentor"):
            assert theirs not in text


def test_an_erasure_takes_the_words_out_and_leaves_the_times(mentee, mentor, pair):
    times = [*Session.objects.order_by("pk").values_list("starts_at", "times", "held_minutes")]
    erase_key(mentee.user.key)
    left = [*Session.objects.order_by("pk").values_list("starts_at", "times", "held_minutes")]
    assert left == times
    assert [*Session.objects.order_by("pk").values_list("note", "place")] == [
        ("", ""),
        ("Shënim i mentores", "Vendi i mentores"),
        ("", ""),
    ]
    assert [*SessionNote.objects.values_list("text", flat=True)] == ["Vetëm mentor"]
    assert [*Goal.objects.values_list("text", flat=True)] == ["", "Synim mentor"]
    assert [*GoalStep.objects.values_list("text", flat=True)] == ["", "Hap mentor"]
    assert [*PairFeedback.objects.values_list("words", flat=True)] == ["Mendim mentor"]
    theirs = client_of(mentor.user)
    for name in ("mentoring_sessions", "mentoring_goals", "mentoring_ending"):
        assert theirs.get(address(name, "en", pair.key)).status_code == 200
    assert "no longer here" in copy(mentor, pair, "en")["pair.html"]
    erase_key(mentor.user.key)
    assert not any(model.objects.exists() for model in KEPT)


def test_all_goes_twelve_months_after_the_end(mentee, mentor, pair):
    ago(pair, 400)
    call_command("retention", verbosity=0)
    assert all(model.objects.exists() for model in KEPT)
    actions.complete(request=pair, by=by(mentor, pair))
    ago(pair, 364)
    call_command("retention", verbosity=0)
    assert all(model.objects.exists() for model in KEPT)
    ago(pair, 366)
    call_command("retention", verbosity=0)
    assert not any(model.objects.exists() for model in KEPT)
    page = client_of(mentee.user).get(address("mentoring_ending", "en", pair.key))
    assert page.status_code == 200
