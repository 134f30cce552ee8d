"""A member's own profile: written, listed, paused, and seen as others see it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from mentoring.models import DirectoryPage, Profile
from mentoring.models.profile import WORDED, Audience, Listing, Part
from mentoring.profiles import actions
from portal.terms.models import Need
from search.index.write import refresh
from search.models import Entry
from tests.factories import TermFactory
from tests.mentoring.people import EVERYONE, make_mentee, make_profile
from tests.mentoring.profiles import shown_to, typed
from tests.portal.people import LANGUAGES, PASSWORD, address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
BIDI = "\u202e"
TEXTS = ("headline", "headline_en", "about", "about_en", "goals", "position", "organisation")


class NeedFactory(TermFactory):
    class Meta:
        model = Need


@pytest.fixture
def profile() -> Profile:
    return make_profile(
        "ana@example.org", name="Ana Hoxha", listing=Listing.OFF, audiences=EVERYONE
    )


@pytest.fixture
def mine(profile) -> Client:
    return client_of(profile.user)


def complete(profile: Profile) -> None:
    """Fill in what is needed to be listed."""
    profile.headline, profile.languages, profile.meetings = "Punoj me rastet.", ["sq"], ["online"]
    profile.hours_a_month = 2
    profile.save()
    profile.needs.add(NeedFactory(name="Strehim"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_but_the_photograph_is_written_in_one_form(mine, profile, language):
    need = NeedFactory(name="Strehim")
    said = typed(
        profile,
        headline="Punoj me rastet.",
        headline_en="I manage cases.",
        needs=[need.pk],
        languages=["sq", "sgn"],
        meetings=["online"],
        times=["evenings"],
        hours_a_month="3",
        capacity="2",
        available_from="2027-01-10",
        manager_office="Drejtoria",
        accepts_own_institution="on",
        sees_words=Audience.PUBLIC,
    )
    assert mine.post(address("mentoring_profile", language), said).status_code == 302
    profile.refresh_from_db()
    assert (profile.headline, profile.headline_en) == ("Punoj me rastet.", "I manage cases.")
    assert list(profile.needs.all()) == [need]
    assert (profile.languages, profile.times) == (["sq", "sgn"], ["evenings"])
    assert (profile.hours_a_month, profile.capacity) == (3, 2)
    assert profile.available_from.isoformat() == "2027-01-10"
    assert profile.manager_office == "Drejtoria"
    assert profile.accepts_own_institution
    assert profile.audience_of(Part.WORDS) == Audience.PUBLIC
    assert profile.audience_of(Part.NAME) == Audience.PUBLIC  # as it was


@pytest.mark.parametrize("name", [*TEXTS, "name", "manager_office"])
def test_contact_details_are_refused_by_the_field_and_the_text_is_kept(mine, profile, name):
    text = "Shkruani te ana.hoxha@example.org"
    page = mine.post(address("mentoring_profile"), typed(profile, **{name: text}))
    assert list(page.context_data["form"].errors) == [name]
    assert "ana.hoxha@example.org" in page.content.decode()
    profile.refresh_from_db()
    assert getattr(profile, name) != text


def test_no_text_turns_the_direction_of_writing(mine, profile):
    page = mine.post(address("mentoring_profile"), typed(profile, name=f"Ana {BIDI}Hoxha"))
    assert list(page.context_data["form"].errors) == ["name"]
    mine.post(address("mentoring_profile"), typed(profile, about=f"Punoj {BIDI}me rastet.\nPo."))
    profile.refresh_from_db()
    assert BIDI not in profile.about
    assert "\n" in profile.about


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("hours_a_month", "0"), ("capacity", "99"), ("capacity", ""), ("languages", "x")),
        *(("needs", "99999"), ("sees_name", "x"), ("name", ""), ("is_mentor", "")),
    ],
)
def test_a_wrong_answer_is_said_by_its_field(mine, profile, name, value):
    page = mine.post(address("mentoring_profile"), typed(profile, **{name: value}))
    assert list(page.context_data["form"].errors) == [name]
    anchor = page.context_data["form"][name]
    assert f'href="#{anchor.id_for_label or anchor.auto_id}"' in page.content.decode()


def test_a_folded_part_says_what_it_holds_and_is_open_where_it_is_wrong(mine, profile):
    complete(profile)
    page = mine.get(address("mentoring_profile")).content.decode()
    for held in ("Strehim", "Shqip", "ende pa zgjedhur", "ende e paplotësuar", "kushdo"):
        assert f'<span class="accordion__note">{held}</span>' in page
    assert '<details class="accordion__item" open>' not in page
    for wrong in ({"needs": "99999"}, {"about_en": "ana@example.org"}, {"sees_name": "x"}):
        page = mine.post(address("mentoring_profile"), typed(profile, **wrong)).content.decode()
        assert page.count('<details class="accordion__item" open>') == 1, wrong


def test_what_was_typed_is_there_after_the_session_ended(profile):
    client = Client()
    said = typed(profile, headline="Punoj me rastet.", languages=["sq", "el"])
    sent = client.post(address("mentoring_profile"), said)
    fields = {"login": profile.user.email, "password": PASSWORD}
    fields["next"] = address("mentoring_profile")
    page = client.post(sent["Location"], fields, follow=True).content.decode()
    assert 'value="Punoj me rastet."' in page
    assert 'value="el" id="id_languages_3" checked' in page
    profile.refresh_from_db()
    assert profile.headline == ""


def test_a_form_that_somebody_else_had_opened_saves_nothing(mine, profile):
    said = typed(profile, headline="Punoj", by=str(make("beni@example.org").key))
    assert mine.post(address("mentoring_profile"), said).context_data["form"].non_field_errors()
    profile.refresh_from_db()
    assert profile.headline == ""


def test_a_profile_is_listed_when_it_is_complete_and_the_coordinator_has_read_it(mine, profile):
    mine.post(address("profile_listing"), {"on": ""})
    profile.refresh_from_db()
    assert profile.listing == Listing.OFF
    complete(profile)
    mine.post(address("profile_listing"), {"on": ""})
    profile.refresh_from_db()
    assert profile.listing == Listing.WAITING
    since = profile.waits_since
    mine.post(address("profile_listing"), {"on": ""})
    profile.refresh_from_db()
    assert profile.waits_since == since
    assert list(Profile.objects.to_review()) == [profile]


def test_one_click_takes_a_profile_out_everywhere_at_once(mine, profile):
    profile.listing, profile.reviewed = Listing.LISTED, profile.words()
    profile.save()
    key = DirectoryPage.objects.first().translation_key
    refresh({key})
    assert Entry.objects.filter(key=profile.key).exists()
    mine.post(address("profile_listing"), {"off": ""})
    profile.refresh_from_db()
    assert (profile.listing, profile.reviewed, profile.reviewed_at) == (Listing.OFF, {}, None)
    assert not Profile.objects.listed().exists()
    assert not Entry.objects.filter(key=profile.key).exists()


def test_who_shows_a_part_to_fewer_is_out_of_the_search_at_once(mine):
    profile = make_profile("ben@example.org", audiences=EVERYONE)
    mine.force_login(profile.user)
    refresh({DirectoryPage.objects.first().translation_key})
    assert Entry.objects.filter(key=profile.key).exists()
    narrow = {f"sees_{part}": Audience.MEMBERS for part in Part}
    mine.post(address("mentoring_profile"), typed(profile, **narrow))
    assert not Entry.objects.filter(key=profile.key).exists()


def test_words_of_who_is_listed_wait_and_what_is_chosen_goes_at_once(mine):
    profile = make_profile("ben@example.org", headline="E para.")
    mine.force_login(profile.user)
    mine.post(address("mentoring_profile"), typed(profile, headline="E dyta.", languages=["el"]))
    profile.refresh_from_db()
    assert profile.listing == Listing.LISTED
    assert profile.reviewed["headline"] == "E para."
    assert profile.languages == ["el"]
    assert profile.waits_since
    mine.post(address("mentoring_profile"), typed(profile, headline="E para."))
    profile.refresh_from_db()
    assert not profile.waits_since


def test_who_offers_no_time_any_more_is_not_listed(mine):
    profile = make_profile("ben@example.org", headline="E para.")
    mine.force_login(profile.user)
    mine.post(address("mentoring_profile"), typed(profile, is_mentor="", is_mentee="on"))
    profile.refresh_from_db()
    assert (profile.listing, profile.reviewed) == (Listing.OFF, {})


def test_a_pause_needs_no_reason_and_may_have_an_end(mine, profile, monkeypatch):
    closed = []
    monkeypatch.setattr(actions, "close_open", lambda mentor: closed.append(mentor.pk))
    today = timezone.localdate()
    page = mine.post(address("profile_pause"), {"until": today.isoformat()})
    assert page.context_data["pause_form"].errors
    mine.post(address("profile_pause"), {"until": (today + timedelta(days=9)).isoformat()})
    profile.refresh_from_db()
    assert profile.is_paused
    assert closed == [profile.pk]
    assert "pauz" in mine.get(address("my_page")).content.decode()
    mine.post(address("profile_pause"), {"resume": ""})
    profile.refresh_from_db()
    assert not profile.is_paused
    mine.post(address("profile_pause"))
    profile.refresh_from_db()
    assert profile.is_paused
    assert profile.paused_until is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sees_oneself_as_everyone_members_and_partners_do(mine, profile, language):
    profile.audiences = shown_to(Audience.MATCHED)
    profile.audiences |= {Part.WORDS: Audience.PUBLIC, Part.NAME: Audience.MEMBERS}
    profile.headline, profile.position = "Fjalia ime", "Koordinatore"
    profile.manager_office = "Drejtoria e fshehtë"
    profile.save()
    words = ("Fjalia ime", "Ana Hoxha", "Koordinatore")
    seen = {"everyone": words[:1], "members": words[:2], "matched": words}
    for reader, expected in seen.items():
        page = mine.get(address("profile_view_as", language), {"as": reader}).content.decode()
        shown = page.partition('<article class="mentor">')[2].partition("</article>")[0]
        assert tuple(word for word in words if word in shown) == expected
        assert "fshehtë" not in page
    assert mine.get(address("profile_view_as"), {"as": "x"}).status_code == 404


def test_nothing_is_there_for_those_who_see_no_part(mine, profile):
    profile.audiences = shown_to(Audience.MATCHED)
    profile.save()
    page = mine.get(address("profile_view_as"), {"as": "everyone"}).content.decode()
    assert '<article class="mentor">' not in page
    assert "nuk ekziston" in page


def test_terms_stand_in_the_readers_language(mine, profile, english):
    need = NeedFactory(name="Strehim")
    NeedFactory(name="Housing", locale=english, translation_key=need.translation_key, slug="h")
    profile.needs.add(need)
    page = mine.get(address("profile_view_as", "en"), {"as": "matched"}).content.decode()
    assert "Housing" in page
    form = mine.get(address("mentoring_profile", "en")).content.decode()
    assert "Housing" in form
    assert "Strehim" not in form


def test_the_next_step_stands_on_ones_own_page(mine, profile):
    def said() -> str:
        return mine.get(address("my_page", "en")).content.decode()

    assert "Complete your profile" in said()
    complete(profile)
    assert "You can ask to be listed" in said()
    actions.ask_to_be_listed(profile=profile)
    assert "is going to read" in said()
    Profile.objects.update(listing=Listing.LISTED, waits_since=None)
    assert "You are in the directory" in said()
    suggestions = address("mentoring_suggestions", "en")
    assert suggestions not in said()
    Profile.objects.update(is_mentee=True)
    assert suggestions in said()
    mine.force_login(make_mentee("bora@example.org").user)
    assert "Say what you want to learn" in said()


def test_the_page_takes_no_more_queries_with_more_terms(
    mine, profile, django_assert_max_num_queries
):
    mine.get(address("mentoring_profile"))
    profile.needs.add(*[NeedFactory(name=f"N{number}") for number in range(12)])
    with django_assert_max_num_queries(30):
        mine.get(address("mentoring_profile"))


def test_every_text_that_others_read_is_reviewed():
    assert {"headline", "headline_en", "about", "about_en", "name"} < {*WORDED}
