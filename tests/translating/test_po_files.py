"""A translation goes to another program as a PO file, and comes back as that program writes it."""

import polib
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from portal.accounts.roles import Role
from portal.translating.models import State
from portal.translation_records import publish_translation
from tests.factories import ThemeFactory
from tests.translating.conftest import RENEWED, republish, state, translation_of, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def urgent(project, translated):
    republish(project, aim=RENEWED)
    return project


@pytest.fixture
def translator(client_as):
    return client_as(Role.TRANSLATOR)


def downloaded(client, page) -> polib.POFile:
    address = reverse("wagtail_localize:download_pofile", args=[translation_of(page).pk])
    return polib.pofile(client.get(address).content.decode())


def upload(client, page, content: bytes | None) -> str:
    """Upload a file and return what the editor says then."""
    address = reverse("wagtail_localize:upload_pofile", args=[translation_of(page).pk])
    data = {} if content is None else {"file": SimpleUploadedFile("përkthimi.po", content)}
    response = client.post(address, data, follow=True)
    return BeautifulSoup(response.content, "html.parser").select_one(".messages").text


def entry_for(po: polib.POFile, text: str) -> polib.POEntry:
    return next(entry for entry in po if entry.msgid == text and not entry.obsolete)


def test_a_file_comes_back_reordered_wrapped_and_with_gaps(urgent, translator):
    po = downloaded(translator, urgent)
    entry_for(po, "Telefononi 0800 222.").msgstr = "Call 0800 222, at any hour of the day or night."
    kept = entry_for(po, "Projekti")
    po.remove(kept)
    po.reverse()
    po.wrapwidth = 40
    po.metadata |= {"X-Generator": "Poedit 3.4", "Language": "en"}
    text = str(po).replace("\n", "\r\n")
    upload(translator, urgent, b"\xef\xbb\xbf" + text.encode())
    assert not waiting(urgent)
    words = StringTranslation.objects.values_list("data", flat=True)
    assert {"The project", "Call 0800 222, at any hour of the day or night."} <= set(words)
    assert state(urgent).words_left == 0


def test_what_another_program_is_not_sure_of_is_left_out(urgent, translator):
    po = downloaded(translator, urgent)
    entry = entry_for(po, "Telefononi 0800 222.")
    entry.msgstr, entry.flags = "Call 0800 111.", ["fuzzy"]
    assert "1" in upload(translator, urgent, str(po).encode())
    assert len(waiting(urgent)) == 1


def test_what_the_original_no_longer_has_is_told(urgent, translator):
    po = downloaded(translator, urgent)
    entry_for(po, "Telefononi 0800 222.").msgstr = "Call 0800 222."
    republish(urgent, aim="<p>Telefononi 0800 333.</p><p>Për të gjitha.</p>")
    upload(translator, urgent, str(po).encode())
    assert len(waiting(urgent)) == 1
    assert state(urgent).state == State.URGENT


def test_a_link_that_the_original_has_not_is_left_out(urgent, translator):
    po = downloaded(translator, urgent)
    entry_for(po, "Telefononi 0800 222.").msgstr = '<a id="a7">Call</a> 0800 222.'
    upload(translator, urgent, str(po).encode())
    assert len(waiting(urgent)) == 1


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"\x89PNG\r\n\x1a\n",
        "Telefononi ë".encode("latin-1"),
        b'msgid ""\nmsgstr "no header"\n',
        b"msgid",
        b'msgid "a\n',
        b"/etc/passwd",
        b"msgid\x00",
    ],
    ids=["none", "empty", "picture", "encoding", "stranger", "cut", "open", "a name", "nul"],
)
def test_what_is_no_file_of_this_page_is_refused_in_words(urgent, translator, content):
    assert upload(translator, urgent, content).strip()
    assert len(waiting(urgent)) == 1


def test_a_file_of_another_page_changes_neither(urgent, translator, english, publish):
    theme = ThemeFactory(name="Projekti")
    publish(publish_translation, theme, english, [("Projekti", "Project")])
    po = downloaded(translator, urgent)
    entry_for(po, "Projekti").msgstr = "Something else"
    upload(translator, theme, str(po).encode())
    assert not StringTranslation.objects.filter(data="Something else").exists()
