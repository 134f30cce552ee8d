"""Messages of a pair: written once, read, taken back, with files that only the two get."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signing import TimestampSigner
from django.test import Client
from PIL import Image

from mentoring.models import Attachment, PairMessage
from mentoring.pairs import agreeing, attachments, links, message_views, talking
from mentoring.pairs.links import signed
from mentoring.requests import actions
from mentoring.safeguarding.actions import decide, open_pair, report
from mentoring.safeguarding.things import of_pair
from portal.accounts.models import Message, User
from portal.accounts.roles import Role
from portal.media.storages import private_storage
from portal.personal import exports
from portal.personal.audit import Action, Event
from portal.personal.erasure import erase_key
from tests.media.samples import HTML, SECRET, encoded, jpeg_with_metadata, open_document, pdf
from tests.mentoring.asking import by
from tests.mentoring.pairing import AGREED, make_pair
from tests.mentoring.people import make_mentee, make_profile
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
TEXT = "Mirë se u gjetëm!"
FILE = "Content-Disposition"


@pytest.fixture
def pair(mentee, mentor):
    return make_pair(mentee, mentor)


@pytest.fixture
def mine(mentee):
    return client_of(mentee.user)


@pytest.fixture
def theirs(mentor):
    return client_of(mentor.user)


def to(pair, language: str = "sq") -> str:
    return address("mentoring_messages", language, pair.key)


def upload(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def send(client, pair, text: str = TEXT, *files: SimpleUploadedFile, **said) -> str:
    given = {"text": text, "attached": files, "once": uuid4(), **said}
    return client.post(to(pair), given, follow=True).content.decode()


def link_of(pair, user) -> str:
    token = signed(Attachment.objects.get(), user)
    return address("mentoring_file", "sq", pair.key, token)


def test_one_writes_and_the_other_reads_and_answers(mine, theirs, pair, mentor):
    text = send(mine, pair, f"{TEXT} <i>po</i> \u202e!")
    assert "message--success" in text
    assert "&lt;i&gt;po" in text
    assert "\u202e" not in PairMessage.objects.get().text
    told = Message.objects.get()
    assert (told.to, told.link) == (mentor.user, to(pair))
    assert "Dea" not in told.subject + told.text
    text = theirs.get(to(pair)).content.decode()
    assert "Dea Hoxha" in text
    assert ">i ri<" in text
    assert ">i ri<" not in theirs.get(to(pair)).content.decode()
    assert "survivor" in theirs.get(to(pair, "en")).content.decode()


def test_the_other_is_told_once_until_they_have_read(mine, theirs, pair):
    for _number in range(3):
        send(mine, pair)
    assert Message.objects.count() == 1
    theirs.get(to(pair))
    assert not Message.objects.filter(read_at=None).exists()  # nor is the notice new any more
    send(mine, pair)
    assert Message.objects.count() == 2


def test_what_is_sent_twice_is_one_message_and_another_text_is_another(mine, pair):
    once = uuid4()
    for _number in range(2):
        send(mine, pair, once=once)
    assert PairMessage.objects.count() == 1
    send(mine, pair, "Tjetër", once=once)
    send(mine, pair)
    assert PairMessage.objects.count() == 3
    send(mine, pair, once="x")
    assert PairMessage.objects.count() == 3


def test_what_leads_to_a_person_is_asked_about_once_and_files_are_asked_for_again(
    mine, pair, monkeypatch
):
    said = "Më telefononi në 069 123 4567"
    text = send(mine, pair, said, upload(pdf(), "a.pdf"))
    assert said in text
    assert 'name="warned"' in text
    assert "Zgjidhini skedarët përsëri" in text
    assert not PairMessage.objects.exists()
    send(mine, pair, said, upload(pdf(), "a.pdf"), warned="1")
    assert PairMessage.objects.get().attachments.count() == 1
    monkeypatch.setitem(message_views.SHARE, "limit", 2)
    assert "Prisni pak" in send(mine, pair, "Një fjalë")
    for wrong in ("", "g" * 4001):
        assert "field--invalid" in send(mine, pair, wrong)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ"),
        ("a.pdf", HTML),
        ("a.html", HTML),
        ("a.png", jpeg_with_metadata()),
        ("a.jpg", encoded("WEBP")),
        ("a.jpg", encoded("JPEG")[:200]),
        ("a.odt", open_document("spreadsheet")),
        ("a.pdf", pdf() + b"%" * attachments.LARGEST),
    ],
)
def test_what_is_not_what_its_name_says_is_refused_by_the_field(mine, pair, name, data):
    text = send(mine, pair, TEXT, upload(data, name))
    assert "field--invalid" in text
    assert TEXT in text
    assert not PairMessage.objects.exists()


def test_files_are_kept_private_clean_and_at_most_three(mine, pair, mentee):
    assert "field--invalid" in send(mine, pair, TEXT, *[upload(pdf(), "a.pdf")] * 4)
    send(mine, pair, TEXT, upload(jpeg_with_metadata(), "Ana\u202e Leka.jpg"))
    file = Attachment.objects.get()
    data = file.file.read()
    assert SECRET not in data
    assert not Image.open(BytesIO(data)).getexif()
    assert file.name == "Ana Leka.jpg"
    assert "Ana" not in file.file.name
    answer = mine.get(link_of(pair, mentee.user))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_a_link_is_for_one_person_one_pair_and_one_hour(mine, theirs, pair, mentor, monkeypatch):
    now = TimestampSigner().timestamp()
    monkeypatch.setattr(TimestampSigner, "timestamp", lambda _signer: now)
    send(mine, pair, TEXT, upload(pdf(), "a.pdf"))
    link = link_of(pair, mentor.user)
    assert link.split("/")[-2] in theirs.get(to(pair)).content.decode()
    assert theirs.get(link).status_code == 200
    assert mine.get(link).status_code == 404
    assert theirs.get(link[:-2] + "x/").status_code == 404
    other = make_pair(make_mentee("tjetra@example.org"), mentor)
    token = signed(Attachment.objects.get(), mentor.user)
    assert theirs.get(address("mentoring_file", "sq", other.key, token)).status_code == 404
    stranger = make_profile("e.huaj@example.org").user
    assert client_of(stranger).get(link_of(pair, stranger)).status_code == 404
    monkeypatch.setattr(links, "LASTS", -1)
    assert theirs.get(link).status_code == 404


def test_who_handles_a_report_gets_files_of_the_pair_once_it_is_open_to_them(mine, pair, mentee):
    send(mine, pair, TEXT, upload(pdf(), "plani.pdf"))
    reader, other = (make(f"k{n}@example.org", Role.COORDINATOR) for n in (1, 2))
    row = report(thing=of_pair(mentee, pair.key), kind="pair", key=pair.key)
    url = address("reported_file", "sq", row.pk, Attachment.objects.get().key)
    page = address("mentoring_report", "sq", row.pk)

    def given_to(*people: User) -> list[User]:
        got = {user: client_of(user).get(url).get(FILE, "") for user in people}
        return [user for user, header in got.items() if header.startswith("attachment")]

    assert not given_to(reader, other, mentee.user)
    open_pair(report=row, because="Duhet.", by=reader)
    shown = client_of(reader).get(page).content.decode()
    assert f'<a href="{url}">plani.pdf</a>' in shown
    events = Event.objects.filter(action=Action.PAIR_READ)
    before = events.count()
    assert given_to(reader, other, mentee.user) == [reader]
    assert events.count() == before + 1
    elsewhere = make_pair(make_mentee("b@example.org"), make_profile("m2@example.org"))
    PairMessage.objects.update(request=elsewhere)
    assert not given_to(reader)
    PairMessage.objects.update(request=pair)
    decide(report=row, decision="resumed", note="", by=reader)
    assert not given_to(reader)


def test_the_author_takes_back_words_and_files_and_nobody_else(mine, theirs, pair, publish):
    send(mine, pair, TEXT, upload(pdf(), "a.pdf"))
    message, name = PairMessage.objects.get(), Attachment.objects.get().file.name
    url = address("mentoring_take_back", "sq", pair.key, message.key)
    assert theirs.post(url).status_code == 404
    mine.get(url)
    assert PairMessage.objects.get().text == TEXT
    publish(mine.post, url)
    publish(mine.post, url)
    assert not private_storage().exists(name)
    text = theirs.get(to(pair)).content.decode()
    assert TEXT not in text
    assert "u tërhoq" in text
    assert "Asnjë" not in text
    assert not PairMessage.objects.unread_by(pair.mentor.user).exists()


def test_the_last_page_comes_first_and_others_are_found(mine, theirs, pair, mentee, mentor):
    for number in range(45):
        talking.send(request=pair, by=mentee, text=f"mesazhi-{number}.", once=uuid4())
    text = theirs.get(f"{to(pair)}?page=1").content.decode()
    assert "mesazhi-0." in text
    assert PairMessage.objects.unread_by(mentor.user).count() == 45  # they saw the oldest alone
    text = theirs.get(to(pair)).content.decode()
    assert "mesazhi-44." in text
    assert "mesazhi-0." not in text
    assert text.index("mesazhi-40.") < text.index("mesazhi-44.")
    for wrong in ("0", "99", "x"):
        assert theirs.get(f"{to(pair)}?page={wrong}").status_code == 404


def test_each_exports_their_own_and_erasure_removes_files(mine, theirs, mentee, mentor, publish):
    pair = make_pair(mentee, mentor)
    send(mine, pair, TEXT, upload(pdf(), "harta.pdf"))
    send(theirs, pair, "Përgjigjja")
    agreeing.write(request=pair, by=mentor, mark="", said=AGREED)
    export = exports.ask_for_export(mentee.user, language="sq")
    exports.make(str(export.key))
    export.refresh_from_db()
    said = export.json.read().decode()
    assert TEXT in said
    assert "harta.pdf" in said
    assert AGREED["goals"] in said
    assert "Përgjigjja" not in said
    assert mentor.user.email not in said
    name = Attachment.objects.get().file.name
    publish(erase_key, mentee.user.key)
    assert not private_storage().exists(name)
    assert [*PairMessage.objects.values_list("text", flat=True)] == ["", "Përgjigjja"]


def test_what_was_typed_when_the_session_ended_is_still_there(pair, mentee):
    client = Client()
    client.post(to(pair), {"text": TEXT, "by": str(mentee.user.key)})
    client.force_login(mentee.user)
    assert TEXT in client.get(to(pair)).content.decode()
    assert not PairMessage.objects.exists()


def test_after_the_end_files_are_still_fetched(mine, pair, mentee):
    send(mine, pair, TEXT, upload(pdf(), "a.pdf"))
    actions.end(request=pair, by=by(mentee, pair))
    assert mine.get(link_of(pair, mentee.user)).status_code == 200
    assert "Tërhiqni" not in mine.get(to(pair)).content.decode()
