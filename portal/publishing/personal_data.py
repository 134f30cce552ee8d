"""What the work on pages and texts leaves about those who did it.

What somebody wrote for the organisation stays when they go, without their name; what they said to
colleagues in remarks goes with them, out of every version too.
"""

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, Page, PageLogEntry, ReferenceIndex, Revision, TaskState
from wagtail_localize.models import TranslationSource

from portal.accounts.models import User
from portal.personal.held import WITH_ACCOUNT, WITH_CONTENT, Ground, Held, Kept, Named
from portal.personal.person import Person
from portal.publishing.models import TakeDown

REMARKS = "wagtail_admin_comments"


def forget_versions(person: Person) -> None:
    """Take a person and their remarks out of what every version of a page holds."""
    versions = Revision.objects.filter(
        Q(content__owner=person.user.pk)
        | Q(content__locked_by=person.user.pk)
        | Q(**{f"content__{REMARKS}__0__isnull": False})
    )
    for version in versions.only("content").iterator():
        if _forget(version.content, person.user.pk):
            Revision.objects.filter(pk=version.pk).update(content=version.content)


def forget_sources(person: Person) -> None:
    """Take a person and their remarks out of the copies that translations are made from."""
    for source in TranslationSource.objects.only("content_json").iterator():
        content = json.loads(source.content_json)
        if _forget(content, person.user.pk):
            TranslationSource.objects.filter(pk=source.pk).update(content_json=json.dumps(content))


def _forget(content: dict[str, Any], user_id: int) -> bool:
    """Take a person out of a page's content; return whether they were in it."""
    before = json.dumps(content)
    for name in ("owner", "locked_by"):
        if content.get(name) == user_id:
            content[name] = None
    remarks = [each for each in content.get(REMARKS) or [] if each["user"] != user_id]
    for remark in remarks:
        replies = remark.get("replies") or []
        remark["replies"] = [reply for reply in replies if reply["user"] != user_id]
        if remark.get("resolved_by") == user_id:
            remark["resolved_by"] = None
    if REMARKS in content:
        content[REMARKS] = remarks
    return json.dumps(content) != before


def forget_in_page_log(person: Person) -> None:
    """Take out of the log what a person said to colleagues, also where others answered it."""
    forget_comments_on_drafts(person, PageLogEntry)
    remarks = PageLogEntry.objects.filter(action__startswith="wagtail.comments.")
    theirs = {
        (kind, entry.data[kind]["id"])
        for kind, action in (("comment", "create"), ("reply", "create_reply"))
        for entry in remarks.filter(user_id=person.user.pk, action=f"wagtail.comments.{action}")
    }
    for entry in remarks.iterator():
        said = {kind: entry.data[kind] for kind in ("comment", "reply") if kind in entry.data}
        words = {
            kind: {**it, "text": ""} for kind, it in said.items() if (kind, it["id"]) in theirs
        }
        if words:
            _write(entry, {**entry.data, **words})


def forget_comments_on_drafts(person: Person, log: Any) -> None:
    """Take out of a log what a person said on drafts that somebody submitted."""
    reviews = log.objects.filter(
        user_id=person.user.pk, action__startswith="wagtail.workflow.", data__has_key="comment"
    )
    for entry in reviews:
        _write(entry, {**entry.data, "comment": ""})


def _write(entry: PageLogEntry | ModelLogEntry, data: dict[str, Any]) -> None:
    type(entry).objects.filter(pk=entry.pk).update(data=data)


def logged_about(user: User) -> QuerySet[ModelLogEntry]:
    """Return what is logged of what somebody did to records, and of what was done to them."""
    account = ContentType.objects.get_for_model(User)
    return ModelLogEntry.objects.filter(
        Q(user=user) | Q(content_type=account, object_id=str(user.pk))
    )


def forget_account_log(person: Person) -> None:
    """Delete the log of an account, whose rows have its name, and what counts its uses."""
    forget_comments_on_drafts(person, ModelLogEntry)
    account = ContentType.objects.get_for_model(User)
    key = str(person.user.pk)
    ModelLogEntry.objects.filter(content_type=account, object_id=key).delete()
    ReferenceIndex.objects.filter(to_content_type=account, to_object_id=key).delete()


def unlock_pages(person: Person) -> None:
    """Open the pages that a person locked: nobody else could say why."""
    Page.objects.filter(locked_by=person.user).update(locked=False, locked_at=None)


def forget_decisions(person: Person) -> None:
    """Delete what a person remarked on drafts that they accepted or sent back."""
    TaskState.objects.filter(finished_by=person.user).update(comment="")


def forget_reasons(person: Person) -> None:
    """Delete the reasons that a person gave for taking something down."""
    TakeDown.objects.filter(taken_by=person.user).update(reason="")


WORK = _("so that colleagues know who is working on what, and whom to ask")
REVIEW = _("so that it can be checked later who changed or published what")
TWO_YEARS = Kept(
    text=_("two years with your name, then without"), days=730, since="timestamp", only_names=True
)
TEXTS_STAY = _("The texts stay because they belong to the organisation; your name is removed.")
HELD = [
    Held(
        model="wagtailcore.Page",
        name=_("Pages that you created or locked"),
        purpose=WORK,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("owner", "locked_by"),
        fields=("title", "first_published_at", "latest_revision_created_at"),
        stays=TEXTS_STAY,
        erase=unlock_pages,
    ),
    Held(
        model="wagtailcore.Revision",
        name=_("Versions that you saved"),
        purpose=REVIEW,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("user",),
        fields=("object_str", "created_at"),
        secret=("content",),
        stays=TEXTS_STAY,
        erase=forget_versions,
    ),
    Held(
        model="wagtailcore.Comment",
        name=_("Comments that you wrote on a text"),
        purpose=_("to work on a text together"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("user",),
        fields=("text", "created_at", "resolved_at"),
    ),
    Held(
        model="wagtailcore.Comment",
        name=_("Colleagues' comments that you resolved"),
        purpose=_("to work on a text together"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("resolved_by",),
        fields=("resolved_at",),
        stays=_("The comment stays because it is your colleague's; your name is removed."),
    ),
    Held(
        model="wagtailcore.CommentReply",
        name=_("Replies that you wrote to a comment"),
        purpose=_("to work on a text together"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("user",),
        fields=("text", "created_at"),
    ),
    Held(
        model="wagtailcore.PageSubscription",
        name=_("Pages whose comments you follow"),
        purpose=_("to send you the notices that you want"),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("page", "comment_notifications"),
    ),
    Held(
        model="wagtailcore.PageLogEntry",
        name=_("What you did to pages"),
        purpose=REVIEW,
        ground=Ground.LEGITIMATE,
        kept=TWO_YEARS,
        links=("user",),
        fields=("label", "action", "timestamp"),
        secret=("data",),  # has in it what colleagues said too
        stays=_(
            "What was done to a page stays in its history; your name and your words are removed."
        ),
        erase=forget_in_page_log,
    ),
    Held(
        model="wagtailcore.ModelLogEntry",
        name=_("What you did to other records, and what was done to your account"),
        purpose=REVIEW,
        ground=Ground.LEGITIMATE,
        kept=TWO_YEARS,
        links=("user",),
        fields=("label", "action", "timestamp"),
        secret=("data", "object_id"),
        stays=_("What was done to a record stays in its history; your name is removed."),
        rows=logged_about,
        erase=forget_account_log,
    ),
    Held(
        model="wagtailcore.WorkflowState",
        name=_("Drafts that you submitted for publication"),
        purpose=WORK,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("requested_by",),
        fields=("status", "created_at"),
        secret=("object_id",),
        stays=_("The record that a draft was submitted stays; your name is removed."),
    ),
    Held(
        model="wagtailcore.TaskState",
        name=_("Drafts that you accepted or sent back"),
        purpose=REVIEW,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("finished_by",),
        fields=("status", "finished_at", "comment"),
        stays=_("The decision stays; your name and your comment are removed."),
        erase=forget_decisions,
    ),
    Held(
        model="wagtailadmin.EditingSession",
        name=_("What you have open on the editors' desk"),
        purpose=_("so that two people do not overwrite each other's work"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("one day"), days=1, since="last_seen_at"),
        links=("user",),
        fields=("last_seen_at", "is_editing"),
        secret=("object_id",),
    ),
    Held(
        model="wagtailadmin.FormState",
        name=_("Forms whose preview you looked at"),
        purpose=_("to show you the preview"),
        ground=Ground.SERVICE,
        kept=Kept(text=_("one day"), days=1, since="last_updated_at"),
        links=("user",),
        fields=("data", "last_updated_at"),
        secret=("object_id", "parent_object_id"),
    ),
    Held(
        model="wagtail_localize.StringTranslation",
        name=_("Sentences that you translated"),
        purpose=WORK,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("last_translated_by",),
        fields=("data", "updated_at"),
        stays=TEXTS_STAY,
    ),
    Held(
        model="wagtail_localize.SegmentOverride",
        name=_("Values that you changed for a translation"),
        purpose=WORK,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("last_translated_by",),
        fields=("data_json", "updated_at"),
        stays=TEXTS_STAY,
    ),
    Held(
        model="wagtail_localize.TranslationSource",
        name=_("Copies of pages that translations are made from"),
        purpose=_("to translate pages"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        secret=("content_json",),
        stays=TEXTS_STAY,
        erase=forget_sources,
    ),
    Held(
        model="publishing.TakeDown",
        name=_("What you took down in an emergency or restored"),
        purpose=REVIEW,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("taken_by", "undone_by"),
        fields=("title", "reason", "taken_at", "undone_at"),
        stays=_("The record of the take-down stays; your name and your reason are removed."),
        erase=forget_reasons,
    ),
]
NAMED = [
    Named(
        name=_("Titles and summaries of pages"),
        purpose=_("to publish what the organisation does, and with whom"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT.text,
        fields={
            "wagtailcore.Page": "draft_title seo_title search_description slug url_path",
            "publishing.TakenThing": "title",
        },
    ),
]
NOBODY = {
    "addresses and names of the site": {
        "wagtailcore.Site": "hostname site_name",
        "wagtailredirects.Redirect": "old_path redirect_page_route_path redirect_link",
    },
    "places in the tree": {"wagtailcore.Page": "path", "wagtailcore.Collection": "path"},
    "codes of languages": {
        "wagtailcore.Locale": "language_code",
        "publishing.TakenThing": "language",
    },
    "names of folders and of steps of work": {
        "wagtailcore.Collection": "name",
        "wagtailcore.Workflow": "name",
        "wagtailcore.Task": "name",
    },
    "passwords of pages and folders, which many share": {
        "wagtailcore.PageViewRestriction": "password",
        "wagtailcore.CollectionViewRestriction": "password",
    },
    "numbers of records, paths of fields": {
        "wagtailcore.Revision": "object_id",
        "wagtailcore.Comment": "contentpath position",
        "wagtailcore.ReferenceIndex": "object_id to_object_id model_path content_path",
        "wagtail_localize.TranslationContext": "path field_path",
        "wagtail_localize.TranslationSource": "schema_version",
    },
    "words of pages, which the pages' own descriptions name": {
        "wagtail_localize.TranslationSource": "object_repr",
        "wagtail_localize.String": "data",
        "wagtail_localize.Template": "template template_format",
        "wagtail_localize.StringSegment": "attrs",
        "wagtail_localize.OverridableSegment": "data_json",
    },
    "what a program was called, and what was wrong with a sentence": {
        "wagtail_localize.StringTranslation": "tool_name field_error",
        "wagtail_localize.SegmentOverride": "field_error",
    },
}
