"""Who is erased is found nowhere: one word stands in all that is theirs, and is looked for.

The search knows no list: it reads every table, both stores, the cache, the log and the mails. What
is planted is checked against the descriptions, so that a new one needs a seed here.
"""

import base64
import json
import logging
import pickle
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile, is_zipfile

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import (
    APIToken,
    Comment,
    CommentReply,
    Page,
    PageLogEntry,
    PageSubscription,
    TaskState,
    UploadedFile,
    Workflow,
)
from wagtail.users.models import UserProfile
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from home.enquiries.models import Enquiry, Subject
from knowledgebase.training.models import (
    Attempt,
    Attendance,
    CohortMessage,
    CohortTrainer,
    Completion,
    Concession,
    Enrolment,
    Evaluation,
    HandedIn,
    LessonProgress,
    Note,
)
from mentoring.models import (
    Agreement,
    Attachment,
    Block,
    Change,
    Conflict,
    Goal,
    GoalStep,
    Opening,
    PairFeedback,
    PairMessage,
    Profile,
    ReadMark,
    Report,
    Request,
    SessionNote,
    Waiting,
)
from mentoring.models import Session as PairSession
from portal.accounts.messages import write
from portal.accounts.models import Invitation, User
from portal.certificates.actions import issue, revoke
from portal.certificates.models import Reason
from portal.certificates.snapshot import Award, Snapshot, Text
from portal.comments.models import Comment as PageComment
from portal.comments.models import digest
from portal.mail.actions import choose
from portal.mail.models import Mail
from portal.media.document_processing import process
from portal.media.models import Document
from portal.media.states import Review
from portal.media.storages import private_storage, public_storage
from portal.personal.audit import Action, record
from portal.personal.consents import Consent
from portal.personal.erasure import ask_to_erase, erase_again, erase_key
from portal.personal.exports import Export
from portal.personal.held import all_held
from portal.personal.markers import mark, marked_keys
from portal.publishing.bundles.models import Bundle, BundleItem
from portal.publishing.models import TakeDown
from portal.tasks.models import Done
from portal.translating.models import TranslationState
from portal.translating.states import refresh
from search.models import AskedQuery
from tests.factories import StandardPageFactory, source_locale
from tests.media import document_samples
from tests.media.factories import DocumentFactory, ImageFactory
from tests.media.samples import encoded
from tests.mentoring.people import make_request
from tests.training.groups import group_of, session_of

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

CANARY = "zKanarinez"
NAME = f"Ana {CANARY}"
EMAIL = f"{CANARY.lower()}@example.org"
PASSWORD = "nje fjalekalim i gjate"
# No number that stands anywhere else.
ID = 918273645
# Filled by nothing, in the place of Wagtail's models, or empty by their nature.
NOT_PLANTED = {"wagtailimages.Image", "wagtaildocs.Document"}


@pytest.fixture(autouse=True)
def roots(settings, tmp_path) -> None:
    """Stores of the test's own: nothing of other tests is read."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.MEDIA_ROOT = tmp_path / "public"


@pytest.fixture(autouse=True)
def admins_search(settings) -> None:
    """The admin's own search knows what is saved, as it does outside of tests."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}


@pytest.fixture
def person(db) -> User:
    person = User.objects.create_user(
        EMAIL, PASSWORD, pk=ID, name=NAME, organisation=CANARY, position=CANARY, is_superuser=True
    )
    EmailAddress.objects.create(user=person, email=EMAIL, primary=True, verified=True)
    other = EmailAddress.objects.create(user=person, email=f"second.{EMAIL}")
    EmailConfirmation.objects.create(email_address=other, key=CANARY)
    return person


@pytest.fixture
def planted(person, admin, home, english, publish) -> User:
    """The person, in everything that is described."""
    client = signed_in(person)
    plant_account(person, admin)
    plant_page(client, person, admin, home)
    plant_translation(person, home, english)
    plant_files(person, publish)
    plant_certificates(person, admin, publish)
    plant_training(person, admin)
    plant_groups(person, admin)
    plant_mentoring(person, admin)
    plant_requests(person, admin)
    plant_pair(person, admin)
    plant_tasks(person)
    plant_mails(person)
    plant_comments(person)
    plant_enquiries(person)
    return person


def signed_in(person: User) -> Client:
    browser = Client(headers={"user-agent": f"{CANARY}/1.0"})
    address = {"login": EMAIL, "password": "gabim"}
    browser.post("/sq/llogaria/hyrja/", address)
    browser.post("/sq/llogaria/hyrja/", {**address, "password": PASSWORD})
    assert browser.session["_auth_user_id"] == str(person.pk)
    visit = SessionStore()
    visit["account_email"] = EMAIL  # a visit in which the address was typed, and nothing more
    visit.create()
    return browser


def plant_account(person: User, admin: User) -> None:
    Authenticator.objects.create(user=person, type="totp", data={"secret": CANARY})
    UserProfile.objects.create(
        user=person,
        dismissibles={CANARY: True},
        avatar=ContentFile(encoded("PNG", (9, 9)) + CANARY.encode(), f"{CANARY}.png"),
    )
    APIToken.objects.create(user=person, name=CANARY, key_hash="x", prefix=CANARY[:8])
    write(person, subject=CANARY, text=CANARY)
    Invitation.objects.create(
        address=EMAIL.upper(), token_digest="x", expires_at=timezone.now(), invited_by=admin
    )
    Invitation.objects.create(
        address="beni@example.org", token_digest="y", expires_at=timezone.now(), invited_by=person
    )
    admin_browser = Client()
    admin_browser.force_login(admin)
    form = {"email": EMAIL, "name": NAME, "is_superuser": "on", "is_active": "on"}
    admin_browser.post(f"/admin/users/edit/{person.pk}/", {**form, "preferred_language": "sq"})
    record(Action.ROLES_CHANGED, by=admin, about=person)
    record(Action.ROLES_CHANGED, by=person, about=admin)
    export = Export.objects.create(user=person, language="sq")
    export.json.save(f"{CANARY}.json", ContentFile(CANARY.encode()))
    Consent.objects.create(user=person, purpose="news", version=1, language="sq", text=CANARY)
    AskedQuery.objects.create(language="sq", digest="x", text=NAME.lower(), last_day="2026-01-01")
    TakeDown.objects.create(title="Faqja", reason=CANARY, taken_by=person, undone_by=person)
    people = dict.fromkeys(("made_by", "scheduled_by", "ended_by"), person)
    bundle = Bundle.objects.create(title="Faqe", **people)
    page = Page.objects.get(depth=1)
    about = {"translation_key": page.translation_key, "object_id": page.pk, "was_live": True}
    kind = ContentType.objects.get_for_model(Page)
    BundleItem.objects.create(bundle=bundle, content_type=kind, added_by=person, **about)


def plant_page(client: Client, person: User, admin: User, home: Page) -> None:
    page = StandardPageFactory(title="Faqja", slug="faqja", owner=person, locked=True)
    page.locked_by = person
    mine = Comment(user=person, text=CANARY, contentpath="title", page=page)
    theirs = Comment(user=admin, text="Mirë", contentpath="title", page=page, resolved_by=person)
    page.wagtail_admin_comments.add(mine, theirs)
    mine.replies.add(CommentReply(user=admin, text="Po"))
    theirs.replies.add(CommentReply(user=person, text=CANARY))
    revision = page.save_revision(user=person, log_action=True)
    page.save()
    for remark in Comment.objects.filter(user=person):
        remark.log_create(page_revision=revision, user=person)
        remark.log_edit(page_revision=revision, user=admin)
    mine.replies.first().log_create(page_revision=revision, user=admin)
    for answer in CommentReply.objects.filter(user=person):
        answer.log_create(page_revision=revision, user=person)
        answer.log_delete(page_revision=revision, user=admin)
    PageSubscription.objects.create(user=person, page=page, comment_notifications=True)
    TranslationSource.update_or_create_from_instance(page.specific)
    workflow = Workflow.objects.filter(active=True).first() or Workflow.objects.create(name="W")
    state = workflow.start(page, person) if workflow.tasks else None
    if state:
        state.current_task_state.reject(user=person, comment=CANARY)
    kind = ContentType.objects.get_for_model(page)
    of_page = {"user": person, "content_type": kind, "object_id": page.pk}
    now = timezone.now()
    EditingSession.objects.create(**of_page, last_seen_at=now)
    FormState.objects.create(**of_page, data=f"title={CANARY}", last_updated_at=now)


def plant_translation(person: User, home: Page, english) -> None:
    page = Page.objects.get(slug="faqja")
    source = TranslationSource.update_or_create_from_instance(page.specific)[0]
    Translation.objects.create(source=source, target_locale=english)
    segment = source.stringsegment_set.first()
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=english,
        data="The page",
        last_translated_by=person,
    )
    SegmentOverride.objects.create(
        locale=english,
        context=TranslationContext.objects.first(),
        data_json="1",
        last_translated_by=person,
    )
    refresh(page.specific)
    state = TranslationState.objects.get(translation_key=page.translation_key)
    state.reviews.create(
        status="changes",
        note=CANARY,
        handed_over_by=person,
        comment=CANARY,
        decided_by=person,
    )


def plant_files(person: User, publish: Callable) -> None:
    ImageFactory(uploaded_by_user=person)
    document = DocumentFactory(
        uploaded_by_user=person,
        file=ContentFile(with_author(document_samples.docx()), "raporti.docx"),
    )
    publish(process, document.pk)
    document.refresh_from_db()
    assert document.public_file, document.processing
    waiting = ContentFile(with_author(document_samples.docx()), "drafti.docx")
    DocumentFactory(uploaded_by_user=person, file=waiting, review=Review.WAITING)
    image = ContentType.objects.get_for_model(Document)
    UploadedFile.objects.create(
        for_content_type=image,
        uploaded_by_user=person,
        file=ContentFile(CANARY.encode(), f"{CANARY}.txt"),
    )


def plant_certificates(person: User, admin: User, publish: Callable) -> None:
    """Certify somebody, by a paper that names them; revoke another's in their name."""
    snapshot = Snapshot(texts={"sq": Text(title="Kurs")})
    award = Award(kind="x", subject=uuid4(), snapshot=snapshot, languages=["sq"])
    mine = issue(holder=person, award=award, by=admin)
    mine.file.save("certificate.pdf", ContentFile(f"%PDF {CANARY}".encode()))
    User.objects.filter(pk=admin.pk).update(name="Beni Çela")
    theirs = issue(holder=admin, award=award, by=person)
    revoke(certificate=theirs, reason=Reason.MISTAKE, by=person)


def plant_training(person: User, admin: User) -> None:
    """Let somebody follow a programme, write in it, take a quiz, and answer another's task."""
    where = {"lesson": uuid4(), "block": "x"}
    Enrolment.objects.create(user=person, programme=uuid4())
    LessonProgress.objects.create(user=person, lesson=uuid4(), programme=uuid4())
    Note.objects.create(user=person, value=CANARY, **where)
    HandedIn.objects.create(user=person, text=CANARY, **where)
    HandedIn.objects.create(user=admin, text="Gati", replied_by=person, reply="Mirë", **where)
    Attempt.objects.create(user=person, quiz=uuid4(), number=1, asked={}, answers={"x": CANARY})
    made = {"programme": uuid4(), "kind": Concession.Kind.SESSION}
    Concession.objects.create(user=person, reason=CANARY, **made)
    Concession.objects.create(user=admin, reason="Ishte në gjyq.", granted_by=person, **made)
    Completion.objects.create(user=person, programme=uuid4())
    Evaluation.objects.create(user=person, programme=uuid4(), words=CANARY)


def plant_groups(person: User, admin: User) -> None:
    """Let somebody lead a group, write to it, be at a session and note who else was there."""
    cohort = group_of(admin)
    session = session_of(cohort)
    CohortTrainer.objects.create(cohort=cohort, user=person)
    CohortMessage.objects.create(
        cohort=cohort, recipients="all", subject="Takimi", text="Ejani", count=1, sent_by=person
    )
    Attendance.objects.create(session=session, user=person, noted_by=admin)
    Attendance.objects.create(session=session, user=admin, noted_by=person)


def plant_mentoring(person: User, admin: User) -> None:
    """Let somebody be a mentor with a photograph, and review the profile of another."""
    words = dict.fromkeys(("name", "headline", "about", "goals", "manager_office"), CANARY)
    profile = Profile(user=person, is_mentor=True, listing="listed", **words)
    profile.reviewed = profile.words()
    profile.photograph.save("x.jpg", ContentFile(f"JPEG {CANARY}".encode()))
    Profile.objects.create(user=admin, name="Beni", is_mentor=True, reviewed_by=person)


def plant_requests(person: User, admin: User) -> None:
    """Let somebody ask a mentor, be asked, decline, wait, and propose a pair of others."""
    about = {"is_mentor": True, "is_mentee": True}
    mine, _is_new = Profile.objects.get_or_create(user=person, defaults=about | {"name": NAME})
    other, _is_new = Profile.objects.get_or_create(user=admin, defaults=about | {"name": "Beni"})
    Profile.objects.filter(pk=other.pk).update(reviewed_by=person)
    asked = make_request(mine, other, goals=CANARY, message=CANARY)
    Change.objects.create(request=asked, was="draft", state="sent", by="mentee", user=person)
    make_request(other, mine, "declined", answer=CANARY, proposed_by=person)
    Waiting.objects.create(mentee=mine, mentor=other)
    third = Profile.objects.create(user=User.objects.create_user("cen@example.org"), name="Cen")
    Conflict.objects.create(one=other, other=third, declared_by=person)
    plant_reports(person, mine, other, third)
    plant_work(asked, mine)


def plant_reports(person: User, mine: Profile, other: Profile, third: Profile) -> None:
    """Let somebody report, be reported, block, and decide a report of others."""
    about = {"kind": "profile", "words": CANARY}
    Report.objects.create(key=other.key, by=mine, about=other, **about)
    theirs = Report.objects.create(key=mine.key, by=other, about=mine, **about)
    Opening.objects.create(report=theirs, by=person, because=CANARY)
    decided = {"closed_at": timezone.now(), "closed_by": person, "decision": "resumed"}
    Report.objects.create(kind="profile", key=third.key, by=other, about=third, **decided)
    Block.objects.create(by=mine, of=third)


def plant_pair(person: User, admin: User) -> None:
    """Let somebody agree on something with another, and write to them with a file."""
    two = Profile.objects.get(user=admin), Profile.objects.get(user=person)
    pair = make_request(*two, "accepted")
    words = dict.fromkeys(("goals", "rhythm_words", "ending"), CANARY)
    Agreement.objects.create(request=pair, rhythm="weekly", written_by=person, **words)
    message = PairMessage.objects.create(request=pair, author=person, text=CANARY)
    file = Attachment(message=message, name=f"{CANARY}.pdf", size=1)
    file.file.save("x.pdf", ContentFile(CANARY.encode()))
    ReadMark.objects.create(request=pair, reader=person, read_at=timezone.now())


def plant_work(pair: Request, mine: Profile) -> None:
    """Let somebody as a mentee meet, note, set goals with steps, and say how it is."""
    by = {"proposed_by": "mentee", "moved_by": "mentee"}
    words = {"place": CANARY, "link": f"https://{CANARY}.org", "note": CANARY}
    wrote = {**words, "mentee_wrote_at": timezone.now()}
    session = PairSession.objects.create(request=pair, minutes=60, meeting="online", **by, **wrote)
    SessionNote.objects.create(session=session, author=mine, text=CANARY)
    goal = Goal.objects.create(request=pair, text=CANARY, worded_by="mentee")
    GoalStep.objects.create(goal=goal, text=CANARY, worded_by="mentee")
    PairFeedback.objects.create(request=pair, author=mine, moment="end", words=CANARY)


def with_author(docx: bytes) -> bytes:
    """Return the document with the canary as its author, as a word processor writes it."""
    target = BytesIO()
    with ZipFile(BytesIO(docx)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith(".xml"):
                data = data.replace(document_samples.SECRET.encode(), CANARY.encode())
            new.writestr(name, data)
    return target.getvalue()


def plant_tasks(person: User) -> None:
    for payload in ({"args": [EMAIL], "kwargs": {}}, {"args": [str(person.key)], "kwargs": {}}):
        DBTaskResult.objects.create(
            args_kwargs=payload, task_path="x", traceback=f"KeyError: {NAME}", worker_ids=[]
        )
    Done.objects.create(key=f"mail:{person.key}")


def plant_enquiries(person: User) -> None:
    """Leave a message with the person's address, and one that they closed."""
    said = {"language": "sq", "message": NAME, "reply": "email", "email": EMAIL}
    Enquiry.objects.create(key=uuid4(), **said)
    Enquiry.objects.create(
        key=uuid4(),
        language="sq",
        reply="none",
        closed_by=person,
        closed_at=timezone.now(),
        outcome="done",
    )
    subject = Subject.objects.create(name="Ndihmë", slug="ndihme", locale=source_locale())
    subject.people.add(person)


def plant_mails(person: User) -> None:
    """Leave mails that failed, to the account and to its address, and one that is not wanted."""
    for to in (person, None):
        Mail.objects.create(
            kind="x", to=to, address=EMAIL, language="sq", text=NAME, state="refused"
        )
    choose(user=person, wanted=[])


def plant_comments(person: User) -> None:
    """Let somebody comment with their address, and decide on another's comment."""
    said = {"translation_key": uuid4(), "language": "sq"}
    mine = {"name": NAME, "text": CANARY, "email": EMAIL, "author": digest(EMAIL)}
    PageComment.objects.create(**said, **mine, decided_by=person)
    PageComment.objects.create(**said, name="Beni", text="Po", decided_by=person)


def everywhere() -> Iterator[tuple[str, str]]:
    """Yield where something stands, and what: all rows, files, cached values."""
    yield from rows()
    yield from visits()
    for store in (private_storage(), public_storage()):
        yield from files(store, "")
    for key, value in cache._cache.items():
        yield "cache", f"{key} {pickle.loads(value)!r}"


def rows() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield table, " ".join(map(as_text, row))


def as_text(value: Any) -> str:
    text = value.decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
    return text if "\\u" not in text else text.encode().decode("unicode-escape", "replace")


def visits() -> Iterator[tuple[str, str]]:
    for session in Session.objects.all():
        yield "django_session", json.dumps(session.get_decoded())


def files(store: Any, folder: str) -> Iterator[tuple[str, str]]:
    folders, names = store.listdir(folder)
    for name in names:
        path = f"{folder}/{name}".lstrip("/")
        with store.open(path) as file:
            data = file.read()
        yield f"{store.title} {path}", path if folder != "erasures" else ""
        yield f"{store.title} {path}", unpacked(data)
    for each in folders:
        yield from files(store, f"{folder}/{each}".lstrip("/"))


def unpacked(data: bytes) -> str:
    parts = [data]
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
    return b" ".join(parts).decode("latin-1")


def signs(person: User) -> list[str]:
    """Return what a person could be found by."""
    word = base64.b64encode(CANARY.encode()).decode().rstrip("=")[:-1]
    return [CANARY.lower(), word.lower(), str(ID), str(person.key), person.key.hex]


def found(person: User) -> set[str]:
    looked_for = signs(person)
    return {
        place for place, text in everywhere() if any(sign in text.lower() for sign in looked_for)
    }


def test_somebody_who_is_erased_is_found_nowhere(store, planted, caplog, mailoutbox, publish):
    caplog.set_level(logging.INFO)
    unplanted = [held.model for held in all_held() if held.links and not held.of(planted).exists()]
    assert set(unplanted) <= NOT_PLANTED, "plant these"
    before = found(planted)
    tables = {held.model_class._meta.db_table for held in all_held() if held.links}
    tables -= {"wagtailimages_image", "wagtaildocs_document"}
    assert tables - before == set(), "these tables hold nothing that the search sees"
    assert len([place for place in before if place.startswith("private documents/")]) == 2
    caplog.clear()
    mailoutbox.clear()
    pages, images = Page.objects.count(), ImageFactory._meta.model.objects.count()
    mark(planted.key)
    publish(erase_key, planted.key)
    assert found(planted) == set()
    said = f"{caplog.text} {mailoutbox}".lower()
    assert not [sign for sign in signs(planted) if sign in said]
    assert planted.key in marked_keys()
    assert (Page.objects.count(), ImageFactory._meta.model.objects.count()) == (pages, images)


def test_what_others_said_and_did_stays(planted, admin):
    erase_key(planted.key)
    page = Page.objects.get(slug="faqja").specific
    assert [remark.text for remark in Comment.objects.filter(page=page)] == ["Mirë"]
    draft = page.get_latest_revision().content["wagtail_admin_comments"]
    assert [(each["text"], each["user"], each["replies"]) for each in draft] == [
        ("Mirë", admin.pk, [])
    ]
    assert page.get_latest_revision_as_object().title == "Faqja"
    assert (page.owner, page.locked, page.locked_by) == (None, False, None)
    assert PageLogEntry.objects.filter(action="wagtail.comments.edit").count() == 1
    assert TaskState.objects.get().comment == ""
    assert StringTranslation.objects.filter(data="The page", last_translated_by=None).exists()
    assert Invitation.objects.get().address == "beni@example.org"
    assert CohortMessage.objects.filter(subject="Takimi", sent_by=None).exists()
    assert Attendance.objects.filter(user=admin, noted_by=None).exists()


def test_an_erasure_holds_after_a_restored_backup(person, admin, publish):
    key = person.key
    publish(ask_to_erase, person, by=person)
    User.objects.create_user("dora@example.org")
    User.objects.create_user(EMAIL, key=key, name=NAME)
    assert publish(erase_again) == 1
    assert publish(erase_again) == 0
    assert not User.objects.filter(key=key).exists()
    assert User.objects.filter(email="dora@example.org").exists()
