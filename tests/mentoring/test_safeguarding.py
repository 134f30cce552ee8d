"""Members report and block, and contact ends or pauses; nobody learns who reported."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.models import Block, Conflict, Opening, Profile, Report, Request
from mentoring.models.report import Decision, Kind
from mentoring.models.request import State
from mentoring.personal_data import HELD
from mentoring.requests import actions
from mentoring.requests.reading import request_of
from mentoring.requests.rules import Step
from mentoring.safeguarding import apart
from mentoring.safeguarding.actions import decide, open_pair
from mentoring.safeguarding.held import decided_about, left_long_ago, made_by
from mentoring.safeguarding.pausing import PAUSED, is_paused
from portal.accounts.models import User
from portal.personal.consents import Consent
from portal.personal.erasure import erase_key
from portal.personal.retention import due_rows
from portal.publishing.refusals import RefusedError
from tests.mentoring.asking import by
from tests.mentoring.people import make_mentee, make_profile, make_request
from tests.mentoring.reporting import reported, said_to
from tests.portal.people import LANGUAGES, address
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
WORDS = "Më kërkon të takohemi jashtë punës."


@pytest.fixture
def pair(mentee, mentor) -> Request:
    return make_request(mentee, mentor, State.ACCEPTED)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["mentee", "mentor"])
def test_one_click_pauses_the_pair_and_both_read_the_same(pair, coordinator, language, who):
    mentee, mentor = pair.mentee, pair.mentor
    people = {"mentee": mentee, "mentor": mentor}
    User.objects.filter(pk__in=[each.user_id for each in people.values()]).update(
        preferred_language=language
    )
    mine = client_of(people[who].user)
    url = address("report_to_coordinator", language, "pair", pair.key)
    assert address("mentoring_code", language) in mine.get(url).content.decode()
    for _twice in range(2):
        assert mine.post(url).status_code == 302
    row = Report.objects.get()
    assert (row.by, row.request) == (people[who], pair)
    assert is_paused(pair)
    assert said_to(mentee.user) == said_to(mentor.user)
    assert len(said_to(mentee.user)) == len(said_to(coordinator)) == 1
    told = f"{said_to(coordinator)}"
    assert mentee.name not in told
    assert mentor.name not in told
    pages = [
        client_of(each.user).get(address("mentoring_request", language, pair.key))
        for each in people.values()
    ]
    assert all("accordion" in page.content.decode() for page in pages)
    following = {request_of(each, pair.key).following for each in people.values()}
    assert following == {str(PAUSED)}


def test_while_contact_is_paused_nothing_goes_on_but_an_end(pair, mentee, mentor):
    open_too = make_request(mentor, mentee)
    reported(mentee, Kind.PAIR, pair.key)
    for step, request, person in (
        (actions.complete, pair, mentee),
        (actions.accept, open_too, mentee),
    ):
        with pytest.raises(RefusedError):
            step(request=request, by=by(person, request))
    assert Step.COMPLETE not in request_of(mentee, pair.key).steps
    assert str(PAUSED) not in request_of(mentor, open_too.key).following  # it tells nothing
    actions.end(request=pair, by=by(mentor, pair))
    assert Request.objects.get(pk=pair.pk).state == State.ENDED_EARLY


def test_somebody_who_is_reported_by_their_profile_does_not_learn_it(mentee, mentor, coordinator):
    asked = make_request(mentee, mentor)
    mine = client_of(mentee.user)
    url = address("report_to_coordinator", "sq", "profile", mentor.key)
    mine.post(url, {"reason": "other", "words": f"{WORDS}\u202e"})
    row = Report.objects.get()
    assert (row.words, row.request) == (WORDS, asked)
    assert is_paused(asked)
    assert said_to(mentor.user) == said_to(mentee.user) == []
    decide(report=row, decision=Decision.RESUMED, note="", by=coordinator)
    assert not is_paused(asked)
    assert said_to(mentor.user) == []
    assert len(said_to(mentee.user)) == 1


def test_what_is_typed_is_asked_about_once_and_kept(pair, mentee):
    mine = client_of(mentee.user)
    url = address("report_to_coordinator", "sq", "pair", pair.key)
    name = "Znj. Vjollca Hoxha jeton te strehëza."
    page = mine.post(url, {"words": name}).content.decode()
    assert not Report.objects.exists()
    assert name in page
    mine.post(url, {"words": name, "warned": "1"})
    assert Report.objects.get().words == name


def test_only_the_two_report_a_pair_and_only_a_reader_a_profile(pair, mentee, mentor):
    other = client_of(make_profile("tjetra@example.org").user)
    hidden = make_profile("fshehur@example.org", listing="off")
    for kind, key in (
        ("pair", pair.key),
        ("profile", hidden.key),
        ("profile", mentee.key),
        ("nothing", pair.key),
    ):
        for name in ("report_to_coordinator", "mentoring_block"):
            assert other.post(address(name, "sq", kind, key)).status_code == 404
    mine = client_of(mentor.user)
    assert mine.get(address("mentoring_block", "sq", "profile", mentor.key)).status_code == 404
    assert not Report.objects.exists()
    assert not Block.objects.exists()


def test_a_block_ends_everything_and_is_taken_back_by_its_person_alone(pair, mentee, mentor):
    open_too = make_request(mentor, mentee)
    mine, theirs = client_of(mentee.user), client_of(mentor.user)
    url = address("mentoring_block", "sq", "pair", pair.key)
    assert mentor.name in mine.get(url).content.decode()
    for _twice in range(2):
        mine.post(url)
    assert Block.objects.get().of == mentor
    states = {each.pk: each.state for each in Request.objects.all()}
    assert states == {pair.pk: State.ENDED_EARLY, open_too.pk: State.EXPIRED}
    assert "blloko" not in f"{said_to(mentor.user)}".lower()
    listed = address("mentoring_blocks")
    assert mentor.name in mine.get(listed).content.decode()
    assert mentee.name not in theirs.get(listed).content.decode()
    taken = {"block": Block.objects.get().pk}
    assert theirs.post(listed, taken).status_code == 404
    assert mine.post(listed, {"block": "x"}).status_code == 404
    mine.post(listed, taken)
    assert not Block.objects.exists()


def test_a_conflict_is_declared_by_a_member_or_the_coordinator(pair, mentee, mentor, desk):
    mine = client_of(mentee.user)
    mine.post(address("mentoring_block", "sq", "pair", pair.key), {"conflict": "1"})
    pair.refresh_from_db()
    assert pair.state == State.ENDED_EARLY
    assert not Block.objects.exists()
    row = Conflict.objects.get()
    assert mentee.name in desk.get(address("mentoring_conflicts")).content.decode()
    two = {"one": mentee.pk, "other": mentee.pk}
    assert desk.post(address("declare_conflict"), two).status_code == 200
    desk.post(address("declare_conflict"), two | {"other": mentor.pk})
    listed = address("mentoring_blocks")
    assert mine.post(listed, {"conflict": row.pk}).status_code == 404  # the coordinator's now
    desk.post(address("withdraw_conflict", "sq", row.pk))
    apart.declare(one=mentee, other=mentor)
    mine.post(listed, {"conflict": Conflict.objects.get().pk})
    assert not Conflict.objects.exists()


def test_a_new_code_is_accepted_before_anything_is_written(pair, mentee, mentor):
    mine = client_of(mentee.user)
    assert "(versioni 1)" in mine.get(address("mentoring_code")).content.decode()
    Consent.objects.filter(user=mentee.user).update(version=0)
    for name, arguments in (
        ("report_to_coordinator", ("pair", pair.key)),
        ("mentoring_block", ("pair", pair.key)),
        ("mentoring_request", (pair.key,)),
        ("mentoring_ask", (mentor.code,)),
        ("mentoring_blocks", ()),
    ):
        answer = mine.post(address(name, "sq", *arguments), {"step": "end"})
        assert answer["Location"] == address("mentoring_join"), name
    assert not Report.objects.exists()
    assert not Block.objects.exists()
    assert Request.objects.get().state == State.ACCEPTED


def test_a_copy_says_who_reported_to_nobody_else_and_an_erasure_takes_names(
    pair, mentee, mentor, coordinator
):
    row = reported(mentee, Kind.PAIR, pair.key)
    Report.objects.update(words=WORDS, note="Dea Hoxha")
    open_pair(report=row, because="Dea Hoxha", by=coordinator)
    assert [*made_by(mentee.user)] == [row]
    assert not made_by(mentor.user).exists()
    assert not decided_about(mentor.user).exists()  # not before it is decided
    shown = {name for held in HELD if held.rows is decided_about for name in held.fields}
    assert shown == {"closed_at", "decision"}
    told = len(said_to(coordinator))
    erase_key(mentee.user.key)
    row.refresh_from_db()
    assert (row.by, row.about, row.words, row.note) == (None, mentor, "", "")
    assert Opening.objects.get().because == ""
    assert len(said_to(coordinator)) == told + 1
    decide(report=row, decision=Decision.ENDED, note="", by=coordinator)
    erase_key(mentor.user.key)
    assert not Report.objects.exists()


def test_nothing_of_an_open_report_is_too_old_and_what_was_decided_goes_after_two_years(
    pair, mentee, mentor, coordinator
):
    row = reported(mentee, Kind.PAIR, pair.key)
    ago = timezone.now() - timedelta(days=731)
    Profile.objects.filter(pk=mentor.pk).update(left_at=ago)
    Report.objects.update(made_at=ago)
    due = [held for held in HELD if held.rows is made_by]
    assert not left_long_ago(183).exists()
    assert not due_rows(due[0]).exists()
    decide(report=row, decision=Decision.RESUMED, note="", by=coordinator)
    assert left_long_ago(183).get() == mentor
    Report.objects.update(closed_at=ago)
    assert due_rows(due[0]).get() == row


def test_a_report_keeps_two_people_apart_who_did_not_meet_yet(mentee, mentor):
    reported(mentee, Kind.PROFILE, mentor.key)
    reported(mentee, Kind.PROFILE, make_profile("m2@example.org").key)
    draft = actions.save_draft(mentee=mentee, mentor=mentor, goals="Q", message="")
    with pytest.raises(RefusedError):
        actions.send(request=draft, by=by(mentee, draft))
    third = make_mentee("c@example.org")
    draft = actions.save_draft(mentee=third, mentor=mentor, goals="Q", message="")
    assert actions.send(request=draft, by=by(third, draft)).state == State.SENT
