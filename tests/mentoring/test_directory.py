"""The directory, the page of a mentor, and what search finds: each reader sees what is meant."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from mentoring.models import DirectoryPage, MentoringPage, Profile
from mentoring.models.profile import Audience, Listing, Part
from mentoring.models.request import State
from mentoring.profiles.actions import take_off
from portal.accounts.models import User
from search.index.build import build
from search.index.write import refresh
from search.models import Entry
from tests.factories import MunicipalityFactory, SkillFactory
from tests.knowledgebase.factories import NeedFactory
from tests.mentoring.people import EVERYONE, make_mentee, make_profile, make_request
from tests.portal.people import LANGUAGES, address
from tests.test_budgets import bare_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory() -> str:
    return DirectoryPage.objects.get(locale__language_code="sq").url


def member() -> Client:
    client = Client()
    client.force_login(make_mentee("lexuesi@example.org").user)
    return client


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return response.content.decode()


def test_a_stranger_sees_only_what_is_for_everyone(directory, client):
    shown = {**EVERYONE, Part.NAME: Audience.MEMBERS, Part.WORDS: Audience.MATCHED}
    make_profile(
        "a@example.org",
        name="Mira Zogu",
        headline="Fjalia ime",
        audiences=shown,
        position="Juriste",
    )
    make_profile("b@example.org", name="Ben Prifti")  # shows all to members only
    public, inside = html(client, directory), html(member(), directory)
    assert public.count('class="card"') == 1
    assert inside.count('class="card"') == 2
    for name in ("Mira Zogu", "Ben Prifti"):
        assert name not in public
        assert name in inside
    assert "Fjalia ime" not in public + inside


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_mentor_opens_for_whom_it_is_there(client, language):
    shown = {**EVERYONE, Part.WORDS: Audience.MATCHED}
    mentor = make_profile("a@example.org", name="Mira Zogu", headline="Fjalia", audiences=shown)
    url = address("mentor", language, mentor.code)
    page = html(client, url)
    assert "<h1" in page
    assert "Mira Zogu" in page
    assert "Fjalia" not in page
    assert 'name="robots" content="noindex"' in page
    assert f'href="{address("account_login", language)}?next={url}"' in page
    mentee = make_mentee("m@example.org")
    make_request(mentee, mentor, State.ACCEPTED)
    client.force_login(mentee.user)
    assert "Fjalia" in html(client, url)
    Profile.objects.update(listing=Listing.OFF, audiences=dict.fromkeys(Part.values, "matched"))
    assert html(client, url)  # they still work together
    assert Client().get(url).status_code == 404
    assert Client().get(address("mentor", language, "bbbbbbbbbb")).status_code == 404


def test_words_and_filters_find_in_albanian_as_people_type_it(directory, client):
    vlora = MunicipalityFactory(name="Vlorë", slug="vlora")
    housing = NeedFactory(name="Strehim", slug="strehim")
    skill = SkillFactory(name="Menaxhimi i rastit", slug="rasti")
    make_profile(
        "a@example.org",
        name="Mira Zogu",
        about="Ndihmoj bashkitë të gjejnë banesa.",
        municipality=vlora,
        needs=[housing],
        skills=[skill],
        languages=["sq", "en"],
        meetings=["online"],
        audiences=EVERYONE,
    )
    make_profile("b@example.org", name="Ben Prifti", languages=["sq"], audiences=EVERYONE)
    for query in (
        "?q=bashkise",
        "?q=strehimi",
        "?q=vlore",
        "?need=strehim",
        "?skill=rasti",
        "?municipality=vlora",
        "?speaks=en&speaks=it",
        "?meeting=online",
        "?q=banesa&time=now",
    ):
        page = html(client, directory + query)
        assert "Mira Zogu" in page, query
        assert "Ben Prifti" not in page, query
    nothing = html(client, f"{directory}?q=zzyqxw")
    assert 'class="card"' not in nothing
    assert '<a class="chosen__link" href="?">“zzyqxw”' in nothing
    assert client.get(f"{directory}?need=unknown").status_code == 404


def test_those_who_have_time_stand_first_and_the_rest_takes_turns(directory, client, monkeypatch):
    names = [f"Emri{number} Mbiemri" for number in range(6)]
    for number, name in enumerate(names):
        make_profile(f"{number}@example.org", name=name, audiences=EVERYONE)
    later = timezone.localdate() + timedelta(days=30)
    make_profile("l@example.org", name="Vonë", available_from=later, audiences=EVERYONE)
    make_profile("p@example.org", name="Pushon", paused_at=timezone.now(), audiences=EVERYONE)
    firsts, today = set(), timezone.localdate()
    for day in range(20):
        monkeypatch.setattr(timezone, "localdate", lambda day=day: today + timedelta(days=day))
        page = html(client, directory)
        places = sorted((page.index(f"{name}</a>"), name) for name in [*names, "Vonë", "Pushon"])
        order = [name for _place, name in places]
        assert order[6:] == ["Vonë", "Pushon"]
        firsts.add(order[0])
    assert len(firsts) > 3


def test_search_finds_only_what_is_for_everyone_and_forgets_it_at_once(
    directory, client, django_capture_on_commit_callbacks
):
    half = {**EVERYONE, Part.NAME: Audience.MEMBERS, Part.WORDS: Audience.MEMBERS}
    with django_capture_on_commit_callbacks(execute=True):
        mira = make_profile(
            "a@example.org", name="Mira Zogu", about="amfiteatër", audiences=EVERYONE
        )
        make_profile(
            "b@example.org", name="Ben Prifti", about="karafil", position="Juriste", audiences=half
        )
        make_profile("c@example.org", name="Cen Gashi", about="karafil")
    assert {*Entry.objects.filter(kind="mentor").values_list("title", flat=True)} == {
        "Mira Zogu",
        *("Mentor/e", "A mentor"),  # one language each
    }
    for language in LANGUAGES:
        found = client.get(address("search", language), {"q": "amfiteater"}).content.decode()
        assert address("mentor", language, mira.code) in found
        nothing = client.get(address("search", language), {"q": "karafil"}).content.decode()
        assert "Prifti" not in nothing
        assert "Gashi" not in nothing
        feed = client.get(address("search_feed", language), {"q": "amfiteater"})
        assert "Mira" not in feed.content.decode()
        typed = client.get(address("search_suggestions", language), {"q": "mira"})
        assert address("mentor", language, mira.code) in typed.content.decode()
    take_off(profile=mira)  # nothing that waits for the commit has run
    assert not Entry.objects.filter(title="Mira Zogu").exists()
    assert "Mira" not in html(client, directory)
    assert client.get(address("mentor", "sq", mira.code)).status_code == 404


def test_many_mentors_cost_no_more_queries(directory, client, django_assert_max_num_queries):
    needs = [NeedFactory() for _number in range(3)]
    place = MunicipalityFactory()

    def add(count: int) -> None:
        known = Profile.objects.count()
        for number in range(known, known + count):
            make_profile(
                f"{number}@example.org", needs=needs, municipality=place, audiences=EVERYONE
            )

    reader = member()
    add(2)
    html(client, directory)
    html(reader, directory)
    add(20)
    section = MentoringPage.objects.get(locale__language_code="sq")
    for visitor in (client, reader):
        with django_assert_max_num_queries(8 + bare_queries(section, visitor)):
            html(visitor, directory)


def test_saving_one_profile_reads_that_one_into_search(
    directory, monkeypatch, django_capture_on_commit_callbacks, django_assert_max_num_queries
):
    users = User.objects.bulk_create(
        User(email=f"{number}@example.org", password="-") for number in range(500)
    )
    Profile.objects.bulk_create(
        Profile(
            user=user,
            name="Ana Leka",
            is_mentor=True,
            listing=Listing.LISTED,
            audiences=EVERYONE,
            reviewed={"name": f"Ana {user.pk}"},
        )
        for user in users
    )
    refresh({DirectoryPage.objects.first().translation_key})
    assert Entry.objects.filter(kind="mentor").count() == 2 * 500
    read = []
    monkeypatch.setattr(
        "search.index.write.build",
        lambda source, content: read.append(source) or build(source, content),
    )
    mira = Profile.objects.first()
    mira.reviewed = {"name": "Mira Zogu"}
    with django_assert_max_num_queries(40), django_capture_on_commit_callbacks(execute=True):
        mira.save()
        mira.save()
    assert {(source.key, source.audience) for source in read} == {
        (mira.key, "sq"),
        (mira.key, "en"),
    }
    assert len(read) == 2
    assert Entry.objects.filter(kind="mentor").count() == 2 * 500
    assert Entry.objects.filter(title="Mira Zogu").count() == 2
    mentee = make_mentee()
    with django_assert_max_num_queries(2), django_capture_on_commit_callbacks(execute=True):
        mentee.save()
    assert len(read) == 2
