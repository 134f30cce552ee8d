"""What is planted in pages, their translations, comments and messages about them, and in files."""

from collections.abc import Callable
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import Comment, CommentReply, Page, PageSubscription, UploadedFile, Workflow
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from home.enquiries.models import Enquiry, Subject
from portal.accounts.models import User
from portal.comments.models import Comment as PageComment
from portal.comments.models import digest
from portal.media.document_processing import process
from portal.media.models import Document
from portal.media.states import Review
from portal.translating.models import TranslationState
from portal.translating.states import refresh
from tests.factories import StandardPageFactory, source_locale
from tests.media import document_samples
from tests.media.factories import DocumentFactory, ImageFactory
from tests.portal.planting import CANARY, EMAIL, NAME


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


def plant_comments(person: User) -> None:
    """Let somebody comment with their address, and decide on another's comment."""
    said = {"translation_key": uuid4(), "language": "sq"}
    mine = {"name": NAME, "text": CANARY, "email": EMAIL, "author": digest(EMAIL)}
    PageComment.objects.create(**said, **mine, decided_by=person)
    PageComment.objects.create(**said, name="Beni", text="Po", decided_by=person)
