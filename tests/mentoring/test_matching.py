"""Who is suggested to whom, in what order, and what is said of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from mentoring.matching.conflicts import Employment, conflict, may_meet, terms
from mentoring.matching.facts import Facts
from mentoring.matching.score import match
from mentoring.matching.suggestions import suggestions
from mentoring.models import Block, Conflict, Profile, Request, Round, Weights
from mentoring.models.profile import Audience, Listing
from mentoring.models.request import State
from tests.factories import MunicipalityFactory, SkillFactory
from tests.knowledgebase.factories import ModelPageFactory, NeedFactory
from tests.mentoring.people import EVERYONE, make_mentee, make_profile

database = pytest.mark.django_db
TODAY = date(2026, 3, 1)


def work(institution: str, position: str = "", office: str = "", accepts: bool = False):
    return Employment(terms(institution), terms(position), terms(office), accepts)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (work("Bashkia Elbasan"), work("Bashkia Vlorë"), False),
        (work(""), work(""), False),
        (work("Bashkia Elbasan"), work("Bashkia e Elbasanit"), True),
        (work("Bashkia Elbasan"), work("Municipality of Elbasan"), True),
        (work("Bashkia Elbasan", accepts=True), work("Bashkia Elbasan"), True),
        (work("Bashkia Elbasan", accepts=True), work("Bashkia Elbasan", accepts=True), False),
        # One line of management: nobody's agreement changes it.
        (
            work("Bashkia Elbasan", office="Drejtoria e Shërbimeve", accepts=True),
            work("Bashkia Elbasan", office="drejtoria e sherbimeve", accepts=True),
            True,
        ),
        (
            work("Bashkia Elbasan", "Drejtore, Drejtoria e Shërbimeve", accepts=True),
            work("Bashkia Elbasan", office="Drejtoria e Shërbimeve", accepts=True),
            True,
        ),
        (
            work("Bashkia Elbasan", office="Drejtoria e Shërbimeve"),
            work("Bashkia Vlorë", office="Drejtoria e Shërbimeve"),
            False,
        ),
    ],
)
def test_a_shared_line_or_institution_keeps_people_apart(one, other, is_one):
    assert conflict(one, other) is is_one
    assert conflict(other, one) is is_one


FACTS = st.builds(
    Facts,
    profile_id=st.integers(1, 9),
    needs=st.frozensets(st.integers(1, 4)),
    skills=st.frozensets(st.integers(1, 4)),
    languages=st.frozensets(st.sampled_from(["sq", "en", "it"])),
    meetings=st.frozensets(st.sampled_from(["online", "in_person"])),
    times=st.frozensets(st.sampled_from(["mornings", "evenings"])),
    inhabitants=st.none() | st.integers(1, 10**6),
    free_places=st.integers(-1, 3),
    available_from=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)


@given(mentee=FACTS, mentor=FACTS, need=st.integers(1, 4))
def test_a_score_is_a_share_and_another_fact_in_common_never_lowers_it(mentee, mentor, need):
    weights = Weights()
    before = match(mentee, mentor, weights, TODAY).score
    assert 0 <= before <= 1
    if mentee.needs:
        mentor.needs |= mentee.needs & {need}
    assert match(mentee, mentor, weights, TODAY).score >= before


def test_what_counts_nothing_changes_nothing():
    mentee = Facts(1, needs=frozenset([1]), languages=frozenset(["sq"]))
    mentor = Facts(2, languages=frozenset(["sq"]), free_places=1)
    assert match(mentee, mentor, Weights(), TODAY).score < 1
    assert match(mentee, mentor, Weights(needs=0), TODAY).score == 1
    nothing = Weights(**dict.fromkeys(Weights.NAMES, 0))
    assert match(mentee, mentor, nothing, TODAY).score == 0


def said(mentee: Profile) -> list[tuple[str, list[str], list[str]]]:
    return [
        (
            each.mentor.name,
            [reason.text for reason in each.reasons if reason.speaks_for],
            [reason.text for reason in each.reasons if not reason.speaks_for],
        )
        for each in suggestions(mentee)
    ]


@database
@pytest.mark.parametrize("language", ["sq", "en"])
def test_reasons_say_what_fits_and_what_does_not(language):
    housing, work_ = NeedFactory(name="Strehim"), NeedFactory(name="Punësim")
    skill = SkillFactory(name="Menaxhim rasti")
    model = ModelPageFactory(title="Punësimi i mbështetur")
    small, other = (MunicipalityFactory(inhabitants=number) for number in (40_000, 60_000))
    in_december = timezone.localdate() + timedelta(days=40)
    make_profile(
        "mira@example.org",
        name="Mira",
        needs=[housing],
        skills=[skill],
        integration_models=[model],
        languages=["sq", "en"],
        meetings=["online", "in_person"],
        times=["mornings"],
        municipality=other,
        available_from=in_december,
    )
    mentee = make_mentee(
        "ana@example.org",
        needs=[housing, work_],
        skills=[skill],
        integration_models=[model],
        languages=["en"],
        meetings=["online", "in_person"],
        times=["evenings"],
        municipality=small,
    )
    with override(language):
        ((name, fits, misses),) = said(mentee)
    assert name == "Mira"
    assert len(fits) == 6
    assert len(misses) == 3
    assert "Strehim" in fits[0]
    assert "Punësim" in misses[0]
    assert "Punësimi i mbështetur" in fits[2]
    if language == "en":
        assert fits[4] == "You can meet in the same way: online."
        assert fits[3] == "You have a language in common: English."
        assert misses[1] == "You have not named the same times of the week."
        assert misses[2].startswith("Is free from ")


@database
def test_a_need_that_is_named_in_the_goals_counts_as_chosen():
    housing = NeedFactory(name="Strehim")
    make_profile("ben@example.org", name="Ben")
    make_profile("mira@example.org", name="Mira", needs=[housing])
    mentee = make_mentee("ana@example.org", goals="Si u gjejmë strehimin grave me fëmijë?")
    names = [name for name, _fits, _misses in said(mentee)]
    assert names == ["Mira", "Ben"]


@database
def test_what_a_mentor_hides_from_members_neither_counts_nor_is_said():
    housing = NeedFactory(name="Strehim")
    hidden = {**EVERYONE, "fields": Audience.MATCHED, "languages": Audience.MATCHED}
    make_profile("ben@example.org", name="Ben", needs=[housing], languages=["en"], audiences=hidden)
    mentee = make_mentee("ana@example.org", needs=[housing], languages=["en"])
    ((_name, fits, _misses),) = said(mentee)
    assert len(fits) == 1  # that there is time


@database
def test_nobody_is_suggested_whom_one_may_not_meet_or_has_asked(django_assert_max_num_queries):
    mentee = make_mentee("ana@example.org", organisation="Bashkia Elbasan")
    others = {
        name: make_profile(f"{name}@example.org", name=name.title())
        for name in ("blocked", "blocks", "conflict", "asked", "said_no", "good")
    }
    make_profile("colleague@example.org", organisation="Bashkia e Elbasanit")
    make_profile("paused@example.org", paused_at=timezone.now())
    make_profile("waits@example.org", listing=Listing.WAITING)
    make_profile("left@example.org", left_at=timezone.now())
    suspended = make_profile("suspended@example.org")
    suspended.user.is_active = False
    suspended.user.save()
    Block.objects.create(by=mentee, of=others["blocked"])
    Block.objects.create(by=others["blocks"], of=mentee)
    Conflict.objects.create(one=others["conflict"], other=mentee)
    now, today = timezone.now(), timezone.localdate()
    round_ = Round.objects.create(opens_on=today, closes_on=today)
    for name, state in (("asked", State.SENT), ("said_no", State.DECLINED)):
        Request.objects.create(
            round=round_,
            mentee=mentee,
            mentor=others[name],
            state=state,
            goals="…",
            sent_at=now,
            due_at=now,
        )
    with django_assert_max_num_queries(10):
        assert [name for name, *_rest in said(mentee)] == ["Good"]
    for name in ("blocked", "blocks", "conflict"):
        assert not may_meet(mentee, others[name])
        assert not may_meet(others[name], mentee)
    assert may_meet(mentee, others["good"])
    assert not may_meet(mentee, mentee)


@database
def test_those_without_a_free_place_come_last_and_it_is_said():
    round_ = Round.objects.create(opens_on=TODAY, closes_on=TODAY)
    full, free = (
        make_profile("full@example.org", name="Full"),
        make_profile("free@example.org", name="Free"),
    )
    Request.objects.create(
        round=round_, mentee=make_mentee("b@example.org"), mentor=full, state=State.ACCEPTED
    )
    with override("en"):
        found = said(make_mentee("ana@example.org"))
    assert [name for name, *_rest in found] == [free.name, full.name]
    assert found[1][2] == ["Has no free place at present. You can join the waiting list."]
