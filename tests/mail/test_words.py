"""Every kind of mail, in both languages: nothing in it says what the portal is about."""

import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.utils.translation import override

from portal.mail.kinds import Kind, kinds
from portal.mail.views import example
from portal.mail.writing import subject, write
from portal.rooms import modules

TOPIC = re.compile(r"dhun|viole|mbijet|surviv|gjin|gender|strehi|shelter|municipal|bashki", re.I)
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_both_parts_in_one_language_and_gives_no_topic_away(language):
    others = {"sq": "Hello", "en": "Përshëndetje"}
    for key, kind in kinds().items():
        written = example(kind, language)
        page = BeautifulSoup(written.html, "html.parser")
        assert page.html["lang"] == language, key
        assert " ".join(page.body.get_text().split()) == " ".join(written.text.split()), key
        assert not page.find_all(["img", "script", "link", "style"]), key
        for words in (written.text, page.get_text()):
            assert others[language] not in words, key
            assert not TOPIC.search(words), key
        assert ("mesazhet-me-e-mail" if language == "sq" else "/mails/") in written.text or (
            not kind.optional
        ), key
    with override(language):
        assert not TOPIC.search(subject() + settings.DEFAULT_FROM_EMAIL)


def test_no_two_rooms_call_a_kind_the_same():
    assert len(kinds()) == sum(len(room.KINDS) for room in modules("mails"))


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/sq/une/", "http://127.0.0.1:8000/en/me/"),
        ("/en/me/", "http://127.0.0.1:8000/en/me/"),
        ("/sq/projekte/strehimi/", "http://127.0.0.1:8000/sq/projekte/strehimi/"),
        ("/admin/pages/3/", "http://127.0.0.1:8000/admin/pages/3/"),
        ("https://example.org/sq/x/?a=1&copy=2", "https://example.org/sq/x/?a=1&copy=2"),
        (
            "http://127.0.0.1:8000/sq/llogaria/fjalekalimi/i-ri/1-x/",
            "http://127.0.0.1:8000/en/account/password/new/1-x/",
        ),
    ],
)
def test_a_link_leads_to_the_page_in_the_readers_language(link, address):
    written = write(Kind("x", "", "desk"), "en", {"link": link})
    assert f"\n\n{address}\n" in written.text
    assert BeautifulSoup(written.html, "html.parser").a["href"] == address
