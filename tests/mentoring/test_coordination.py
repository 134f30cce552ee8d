"""The desk beyond single decisions: what waits, how pairs do, places, figures, texts, weights."""

import csv
import re
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from mentoring import figures
from mentoring.desk.capacity import table
from mentoring.desk.health import Health, with_health
from mentoring.desk.overview import ENTRIES
from mentoring.models import Change, Profile, Report, Request, Sentence, Waiting, Weights
from mentoring.models.profile import Listing
from mentoring.models.request import State
from mentoring.requests import actions
from mentoring.requests.steps import Actor
from portal.accounts.handing_over import hand_over
from portal.accounts.models import Message
from portal.accounts.roles import Role
from portal.half_years import HalfYear
from portal.personal.audit import Action, Event
from portal.small_numbers import SMALLEST
from tests.factories import MunicipalityFactory
from tests.knowledgebase.factories import NeedFactory
from tests.mentoring.people import make_mentee, make_profile, make_request
from tests.portal.people import make
from tests.portal.test_small_numbers import derived
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
REPORTS = (
    *("profiles_to_review", "mentoring_pairs", "desk_pairs", "mentoring_waiting"),
    *("mentoring_capacity", "mentoring_figures", "mentoring_rounds", "mentoring_texts"),
)
SPRING = HalfYear(2025, 1)


def ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def pair(number: int, days: int, state: str = State.ACCEPTED, since: int | None = None) -> Request:
    """Return a pair whose last step was so many days ago."""
    mentee = make_mentee(f"e{number}@example.org", name=f"Dea {number}")
    mentor = make_profile(f"m{number}@example.org", name=f"Mira {number}")
    begun = ago(days if since is None else since)
    made = make_request(mentee, mentor, state, answered_at=begun, created_at=begun)
    Change.objects.create(request=made, state=state, by=Change.By.MENTOR, at=ago(days))
    return made


def sent(client: Client, name: str, kind: str) -> bytes:
    return b"".join(client.get(reverse(name), {"export": kind}).streaming_content)


@pytest.mark.dialect
def test_what_waits_is_counted_and_leads_to_its_report(
    desk, coordinator, current, django_assert_max_num_queries
):
    pair(1, days=40)
    pair(2, days=3)
    mentor = make_profile("ze@example.org", name="Zana Duka")
    first, second = make_mentee("a@example.org", name="Ana Kola"), make_mentee("b@example.org")
    due = timezone.now() + timedelta(days=2)
    make_request(first, mentor, due_at=due, reminders=1)
    make_request(second, mentor)
    Waiting.objects.create(mentor=mentor, mentee=second)
    make_profile("c@example.org", listing=Listing.WAITING, waits_since=timezone.now())
    reporter = make_mentee("d@example.org")
    Report.objects.create(kind="profile", key=mentor.key, by=reporter, about=mentor)
    assert [each.count(coordinator) for each in ENTRIES] == [1] * len(ENTRIES)
    desk.get(reverse("mentoring_desk"))
    bare = 12
    with django_assert_max_num_queries(bare + 12):
        page = desk.get(reverse("mentoring_desk")).content.decode()
    for each in ENTRIES:
        assert each.link() in page.replace("&amp;", "&")
        rows = desk.get(each.link()).context["object_list"]
        assert len(rows) == 1
    assert date_format(timezone.localtime(due)) in desk.get(ENTRIES[1].link()).content.decode()
    menu = desk.get("/admin/").content.decode()
    assert menu.index(reverse("mentoring_desk")) < menu.index(reverse("mentoring_rounds"))


@pytest.mark.dialect
def test_the_health_of_a_pair_is_told_by_dates_alone(current):
    expected = {
        pair(1, days=3).pk: Health.WORKING,
        pair(2, days=20).pk: Health.QUIET,
        pair(3, days=31).pk: Health.SILENT,
        pair(4, days=2, since=200).pk: Health.ENDING,
        pair(5, days=90, state=State.COMPLETED).pk: Health.OVER,
    }
    assert dict(with_health(Request.objects.all()).values_list("pk", "health")) == expected


def test_a_pair_shows_days_and_no_words_and_leads_to_another_mentor(desk, current):
    need = NeedFactory(name="Strehim")
    one = pair(1, days=3)
    Request.objects.filter(pk=one.pk).update(goals="Fjalët e mia", message="Vetëm për ty")
    one.mentee.needs.set([need])
    make_profile("e.re@example.org", name="Ilda Prela", needs=[need])
    url = reverse("desk_pair", args=[one.pk])
    before = desk.get(url).content.decode()
    assert reverse("end_pair", args=[one.pk]) in before
    assert "Ilda Prela" not in before
    desk.post(reverse("end_pair", args=[one.pk]))
    after = desk.get(url).content.decode()
    assert "Ilda Prela" in after
    assert "Propozoni Mira 1" not in after  # with whom it has just ended
    assert "Strehim" in after
    assert "Fjalët e mia" not in before + after
    assert "Vetëm për ty" not in before + after
    other = Profile.objects.get(name="Ilda Prela")
    link = f"{reverse('propose_pair')}?mentee={one.mentee_id}&mentor={other.pk}"
    assert link in after.replace("&amp;", "&")
    form = desk.get(link).context["form"]
    assert {form["mentee"].value(), form["mentor"].value()} == {str(one.mentee_id), str(other.pk)}
    assert desk.post(url).status_code == 405


def test_every_report_is_taken_away_as_it_is_shown(desk, current):
    make_profile("f@example.org", name="=1+1", listing=Listing.WAITING, waits_since=ago(1))
    one = pair(1, days=3)
    Waiting.objects.create(mentor=one.mentor, mentee=one.mentee)
    for name in REPORTS:
        lines = [*csv.reader(StringIO(sent(desk, name, "csv").decode("utf-8-sig")), delimiter=";")]
        book = load_workbook(BytesIO(sent(desk, name, "xlsx")))
        rows = [*book.active.values]
        assert len(rows) == len(lines), name
        assert [len(row) for row in rows] == [len(line) for line in lines], name
    assert "\r\n'=1+1;" in sent(desk, "profiles_to_review", "csv").decode()
    assert "Dea 1;Mira 1" in sent(desk, "desk_pairs", "csv").decode()
    assert "Dea 1;Mira 1" in sent(desk, "mentoring_pairs", "csv").decode()


@pytest.mark.dialect
def test_places_stand_against_demand_by_field_and_place(
    desk, current, django_assert_max_num_queries
):
    need, place = NeedFactory(name="Strehim"), MunicipalityFactory(name="Vlorë")
    about = {"needs": [need], "municipality": place}
    mentor = make_profile("m@example.org", capacity=3, **about)
    make_profile("p@example.org", capacity=9, paused_at=timezone.now(), **about)
    make_request(make_mentee("e0@example.org", **about), mentor, State.ACCEPTED)
    for number in range(1, 5):
        mentee = make_mentee(f"e{number}@example.org", **about)
    Waiting.objects.create(mentor=mentor, mentee=mentee)
    Request.objects.filter(mentee=None).delete()
    with django_assert_max_num_queries(8):
        rows = table()
    numbers = {row.name: (row.places, row.looking, row.waiting, row.part) for row in rows}
    assert numbers == {"": (2, 4, 1, 2), "Strehim": (2, 4, 1, 2), "Vlorë": (2, 4, 1, 2)}
    assert "<meter" in desk.get(reverse("mentoring_capacity")).content.decode()


@pytest.mark.dialect
def test_figures_count_each_person_once_and_are_kept(desk, current):
    place = MunicipalityFactory(name="Vlorë")
    march = datetime(2025, 3, 10, 12, tzinfo=UTC)
    mentor = make_profile("m@posta.al", joined_at=march)
    for number in range(6):
        mentee = make_mentee(f"e{number}@posta.al", joined_at=march)
        mentee.user.municipality = place
        mentee.user.save()
        for state in (State.SENT, State.DECLINED, State.SENT):
            made = make_request(mentee, mentor, State.DECLINED)
            Change.objects.create(request=made, state=state, by=Change.By.MENTEE, at=march)
        if number < 4:
            Change.objects.create(request=made, state=State.ACCEPTED, by="mentor", at=march)
    found = figures.count(SPRING)["measures"]
    assert found["mentors"]["total"] is None
    assert found["mentees"]["total"] == found[State.SENT]["total"] == 6
    assert found[State.SENT]["breakdowns"]["municipality"] == {str(place.translation_key): 6}
    assert found[State.ACCEPTED]["total"] is None
    before = dict(figures.keep_closed())[SPRING]
    make_mentee("vone@posta.al", joined_at=march)
    Profile.objects.filter(user__email="m@posta.al").delete()
    assert dict(figures.keep_closed())[SPRING] == before
    page = desk.get(reverse("mentoring_figures")).content.decode()
    assert "Vlorë" in page
    assert "më pak se 5" in page


KINDS, PLACES = ("municipality", "other"), ("x", "y", "")


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_nothing_small_is_left_when_everything_is_taken_from_everything(data):
    """Across half-years, totals and both breakdowns."""
    world = {atom: data.draw(st.integers(0, 9)) for atom in product((1, 2), KINDS, PLACES)}
    known: dict[frozenset, int] = {}
    for period in (1, 2):
        inside = {atom: number for atom, number in world.items() if atom[0] == period}
        found = figures.shown(atom[1:] for atom, n in inside.items() for _ in range(n))
        if found["total"] is not None:
            known[frozenset(inside)] = found["total"]
        for place, name in enumerate(figures.BREAKDOWNS, start=1):
            for category, number in (found["breakdowns"][name] or {}).items():
                known[frozenset(a for a in inside if a[place] == category)] = number
    assert not {who: n for who, n in derived(known).items() if 0 < n < SMALLEST}


def test_a_sentence_is_added_to_a_text_in_one_language(desk, coordinator, current):
    url = reverse("mentoring_sentence", args=["ended", "en"])
    assert "Your mentoring pair has ended." in desk.get(url).content.decode()
    wrong = desk.post(url, {"text": "Më shkruani te ana@example.org"})
    assert wrong.context["form"].errors
    desk.post(url, {"text": "We are glad that you were here."})
    assert "glad" in desk.get(reverse("mentoring_texts")).content.decode()
    event = Event.objects.get(action=Action.SENTENCE_CHANGED)
    assert (event.by, event.facts) == (coordinator, {"key": "ended", "language": "en"})
    mentee, mentor = make_mentee("e@example.org", language="en"), make_profile("m@example.org")
    made = make_request(mentee, mentor, State.ACCEPTED)
    actions.end(request=made, by=Actor(Change.By.COORDINATOR, coordinator))
    assert Message.objects.get(to=mentee.user).text.endswith("\n\nWe are glad that you were here.")
    assert "glad" not in Message.objects.get(to=mentor.user).text
    desk.post(url, {"text": ""})
    assert Sentence.of("ended", "en") == ""
    assert desk.get(reverse("mentoring_sentence", args=["none", "en"])).status_code != 200


def test_every_text_is_shown_and_those_that_stay_as_they_are_lead_nowhere(desk):
    page = desk.get(reverse("mentoring_texts"))
    fixed = [row for row in page.context["object_list"] if not row.url]
    said = "".join(row.body for row in fixed)
    for text in (
        "Dikush pret një përgjigje nga ju.",
        "Somebody is waiting for an answer from you.",
        "Contact in this pair is paused.",
    ):
        assert text in said
    assert all(row.own for row in fixed)
    links = re.findall(r'href="[^"]+/texts/[^"]+"', page.content.decode())
    assert len(links) == len(page.context["object_list"]) - len(fixed)


def test_weights_are_set_within_bounds_and_written_down(desk, coordinator, client_as):
    url = reverse("mentoring_weights")
    said = dict.fromkeys(Weights.NAMES, 1)
    for wrong in ({**said, "place": 6}, {**said, "place": -1}, dict.fromkeys(Weights.NAMES, 0)):
        assert desk.post(url, wrong).context["form"].errors
    page = desk.post(url, {**said, "place": 3}, follow=True).content.decode()
    assert "30" in page  # of 100 points
    assert Weights.current().place == 3
    desk.post(url, {**said, "place": 2})
    assert Weights.objects.count() == 1
    event = Event.objects.filter(action=Action.WEIGHTS_CHANGED).first()
    assert event.by == coordinator
    assert client_as(Role.EDITOR).get(url).status_code == 302


def test_whoever_takes_over_hears_the_answers(coordinator, current, admin):
    mentee, mentor = make_mentee("e@example.org"), make_profile("m@example.org")
    said = {"mentee": mentee, "mentor": mentor, "goals": "x", "message": "", "by": coordinator}
    made = actions.propose(**said)
    successor = make("tjetra@example.org")
    hand_over(of=coordinator, to=successor, by=admin)
    made.refresh_from_db()
    assert made.proposed_by == successor
    actions.decline(request=made, by=Actor.of(made, mentor), reason="time")
    assert Message.objects.filter(to=successor).exists()
    desk = client_of(successor)
    assert desk.get(reverse("desk_pairs")).status_code == 200
