"""Where members can be reached, and what a pair tells each other, is on no page of anybody else."""

import logging

import pytest
from django.core import mail
from django.test import Client

from mentoring.models import DirectoryPage
from mentoring.pairs import talking
from search.index.write import refresh
from search.models import Entry
from tests.mentoring.people import EVERYONE, make_mentee, make_profile, make_request
from tests.mentoring.working import make_pair, propose
from tests.portal.people import LANGUAGES, address

pytestmark = pytest.mark.django_db

PLANTED = {
    "account of the mentor": "bimbli.mentor@example.org",
    "account of the mentee": "bimbli.kerkuese@example.org",
    "written to the other": "bimbli.vetem@example.org",
    "telephone": "069 765 4321",
    "link of a meeting": "https://bimbli.example.org/takim",
}


@pytest.fixture
def people(current):
    """A listed mentor who shows all, a mentee, and what the two told each other in their pair."""
    mentor = make_profile(
        PLANTED["account of the mentor"], name="Mira Zogu", headline="Strehim", audiences=EVERYONE
    )
    mentee = make_mentee(PLANTED["account of the mentee"])
    pair = make_pair(mentee, mentor)
    text = f"{PLANTED['written to the other']} {PLANTED['telephone']}"
    for profile in (mentor, mentee):
        talking.send(request=pair, by=profile, text=text, once=pair.key)
    propose(pair, link=PLANTED["link of a meeting"], meeting="online")
    return mentor, mentee


def places(mentor, language: str) -> list[str]:
    """Return the addresses of what others read of mentors."""
    directory = DirectoryPage.objects.get(locale__language_code=language).url
    found = [address(name, language) for name in ("search_suggestions", "search_feed", "search")]
    asked = [f"{url}?q={words}" for url in found for words in ("strehim", "mira", "bimbli")]
    return [
        f"/{language}/",
        directory,
        f"{directory}?q=bimbli",
        address("mentor", language, mentor.code),
        *asked,
        "/sitemap.xml",
    ]


def texts_of(client: Client, urls: list[str]) -> str:
    """Return what somebody reads at some addresses."""
    answers = [client.get(url) for url in urls]
    assert [answer.status_code for answer in answers] == [200] * len(urls)
    return "".join(answer.content.decode() for answer in answers)


def test_planted_contact_details_are_nowhere(people, caplog):
    caplog.set_level(logging.INFO)
    mentor, _mentee = people
    refresh({DirectoryPage.objects.first().translation_key})
    member, visitor = Client(), Client()
    third = make_mentee("tjetra@example.org", goals="Strehim")
    make_request(third, make_profile("tjetri@example.org", name="Ben Prifti"))
    member.force_login(third.user)
    public = [url for language in LANGUAGES for url in places(mentor, language)]
    own = [
        *map(address, ("mentoring_suggestions", "mentoring_requests", "my_page")),
        address("mentoring_ask", "sq", mentor.code),
        address("report_to_coordinator", "sq", "profile", mentor.key),
    ]
    said = {
        "visitor": texts_of(visitor, public),
        "member": texts_of(member, [*public, *own]),
        "search": str([*Entry.objects.values()]),
        "mails": "".join(f"{each.subject} {each.body} {each.alternatives}" for each in mail.outbox),
        "log": caplog.text,
    }
    assert "Mira Zogu" in said["visitor"]
    assert said["mails"]
    found = [
        (where, what) for where, text in said.items() for what in PLANTED if PLANTED[what] in text
    ]
    assert not found
