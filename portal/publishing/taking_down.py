"""The emergency take-down of a page or a glossary term, and its undoing.

As in `portal.publishing.actions`, each is one transaction that says in order what it checks and
what follows, and raises `PermissionDenied` or `RefusedError`.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions import UnpublishAction, UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from portal.media.models import Document, Image, Rendition
from portal.publishing.actions import make_pictures
from portal.publishing.languages import require_not_lasting
from portal.publishing.models import Outcome, TakeDown, TakenThing
from portal.publishing.reach import Reach, everything_with, files_used_by, reach_of
from portal.publishing.refusals import RefusedError
from portal.publishing.rights import require_right_to_publish
from portal.translations import lock_translations


@transaction.atomic
def take_down(*, instance: Any, user: Any, reason: str = "") -> TakeDown:
    """Take a page or a term from visitors at once: all languages, all below it, its files.

    Checks: nobody else changes it now; that the site can do without it; the right to publish each
    language; that there is something to take. Follows: the record; all is unpublished, which
    removes it from search and deletes its PDFs, and no planned publication brings it back; files
    that nothing else shows are withheld; their pictures are deleted.
    """
    lock_translations(*everything_with(instance))
    reach = reach_of(instance)
    for thing in reach.things:
        require_not_lasting(thing)
    require_right_to_publish(user, *reach.live)
    if not reach.live:
        raise RefusedError(_("Visitors cannot read this: there is nothing to take down."))
    record = TakeDown.objects.create(title=str(instance), reason=reason, taken_by=user)
    remember(record, reach)
    unpublish_all(reach, user)
    withhold([*reach.documents, *reach.images], record)
    delete_pictures(reach.images)
    # A cache in front of the site is to be emptied here, when there is one.
    return record


@transaction.atomic
def restore(*, take_down: TakeDown, user: Any) -> TakeDown:
    """Make public again what a take-down took, as it was; say of the rest why it could not be.

    Checks: nobody else changes it now; that it was not undone; that nothing above it is taken
    down; the right to publish each language. Follows: files, then pages, whose pictures are made.
    """
    take_down = TakeDown.objects.select_for_update().get(pk=take_down.pk)
    if take_down.undone_at:
        raise RefusedError(_("This take-down was undone already."))
    things = list(take_down.things.select_related("content_type", "public_row"))
    content = [thing.instance for thing in things if not thing.is_file and thing.instance]
    lock_translations(*content)
    require_nothing_above(take_down, content)
    require_right_to_publish(user, *content)
    withhold([*Document.objects.filter(taken_down=take_down)], None)
    withhold([*Image.objects.filter(taken_down=take_down)], None)
    for thing in things:
        thing.__dict__.pop("instance", None)  # read again under the lock
        thing.outcome = bring_back(thing, user)
        thing.save(update_fields=["outcome"])
    for model in (Document, Image):
        withheld = [file for file in files_used_by(content, model) if file.taken_down_id]
        remember_files(take_down, withheld, Outcome.WITHHELD)
    take_down.undone_at, take_down.undone_by = timezone.now(), user
    take_down.save(update_fields=["undone_at", "undone_by"])
    return take_down


def remember(record: TakeDown, reach: Reach) -> None:
    """Write down what is public now, with the content of its rows."""
    for thing in reach.live:
        TakenThing.objects.create(
            take_down=record,
            content_type=ContentType.objects.get_for_model(thing),
            object_id=thing.pk,
            translation_key=thing.translation_key,
            title=str(thing)[:255],
            language=thing.locale.language_code,
            live_revision=thing.live_revision,
            public_row=keep_row(thing),
        )
    remember_files(record, [*reach.documents, *reach.images])


def remember_files(
    record: TakeDown, files: Iterable[Document | Image], outcome: Outcome | str = ""
) -> None:
    """Write down which files visitors do not get."""
    for file in files:
        TakenThing.objects.create(
            take_down=record,
            content_type=ContentType.objects.get_for_model(file),
            object_id=file.pk,
            title=str(file)[:255],
            outcome=outcome,
        )


def keep_row(thing: Any) -> Revision:
    """Return a revision that holds the row, and is nobody's draft."""
    return Revision.objects.create(
        content_type=thing.get_content_type(),
        base_content_type=thing.get_base_content_type(),
        object_id=str(thing.pk),
        object_str=str(thing),
        content=thing.serializable_data(),
    )


def unpublish_all(reach: Reach, user: Any) -> None:
    """Take everything away, whoever has locked it, and cancel what was planned."""
    for thing in reach.things:
        thing.refresh_from_db(fields=["live"])  # an alias goes with its original
        if thing.live:
            thing.chosen_languages = []  # each goes by itself
            action = UnpublishPageAction if isinstance(thing, Page) else UnpublishAction
            unpublish = action(thing, user=user, log_action="publishing.take_down")
            unpublish.execute(skip_permission_checks=True)
        else:
            thing.revisions.update(approved_go_live_at=None)


def withhold(files: Iterable[Document | Image], record: TakeDown | None) -> None:
    """Let nobody but colleagues have the files, or everybody again.

    Each is saved, so that search follows it.
    """
    for file in files:
        file.taken_down = record
        file.save(update_fields=["taken_down"])


def delete_pictures(images: Iterable[Image]) -> None:
    """Delete what was made of these images; what is being made meanwhile, after the transaction."""

    def delete() -> None:
        for rendition in Rendition.objects.filter(image__in=images):
            rendition.delete()

    delete()
    transaction.on_commit(delete)


def require_nothing_above(take_down: TakeDown, content: Iterable[Any]) -> None:
    """Raise `RefusedError` where a page above one of these is taken down too."""
    others = TakenThing.objects.filter(take_down__undone_at=None).exclude(take_down=take_down)
    titles = dict(others.values_list("translation_key", "take_down__title"))
    for page in content:
        above = isinstance(page, Page) and page.get_ancestors().filter(translation_key__in=titles)
        if above:
            raise RefusedError(
                _("“%(title)s” was taken down too, and this is below it. Undo that first.")
                % {"title": titles[above[0].translation_key]}
            )


def bring_back(thing: TakenThing, user: Any) -> Outcome:
    """Make one language of one thing public as it was, unless somebody did something else since.

    Its draft stays what it is. Nothing is published: figures and words are those of then. A file
    is public already.
    """
    now = thing.instance
    if now is None:
        return Outcome.DELETED
    if thing.is_file:
        return Outcome.RESTORED
    if now.live:
        return Outcome.PUBLISHED
    if thing.public_row is None:
        return Outcome.NO_VERSION
    content = thing.public_row.content
    public = now.with_content_json(content)
    if isinstance(public, Page) and not Page._slug_is_available(
        public.slug, public.get_parent(), public
    ):
        return Outcome.NO_ADDRESS
    public.live = True
    was_published = content.get("live_revision")  # its own may have been purged since
    public.live_revision_id = was_published and (thing.live_revision_id or thing.public_row_id)
    public.has_unpublished_changes = (
        content["has_unpublished_changes"] or content["latest_revision"] != now.latest_revision_id
    )
    public.save(**({"clean": False} if isinstance(public, Page) else {}))
    log(instance=public, action="publishing.restore", user=user)
    make_pictures(public)
    return Outcome.RESTORED
