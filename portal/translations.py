"""Keeping translations true: figures follow the source at once, words wait for the translator.

See `portal.parts` for what waits as a whole.
"""

import datetime
from collections.abc import Callable
from functools import wraps
from html import unescape
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue
from wagtail_localize.segments.ingest import ingest_segments

from portal.i18n import is_placeholder
from portal.merging import Memory, Merge, Waiting
from portal.parts import known_fields
from portal.publishing.refusals import UnfinishedTranslationError


def lock_translations(*instances: Any) -> None:
    """Let nobody else change any language of these things until the transaction ends.

    Comes first, before anything is read that is decided on; must run in a transaction. The lock
    is a row that wagtail-localize keeps once for all languages and nobody changes. Rows of the
    pages themselves would not do: a form has changed some before it comes here, so that two
    people could wait for each other. SQLite has one writer at a time and needs no lock.
    """
    keys = sorted({instance.translation_key for instance in instances})
    by_key = {instance.translation_key: instance for instance in instances}
    for key in keys:
        TranslatableObject.objects.get_or_create_from_instance(by_key[key])
    _lock(keys)


def _lock(keys: list[UUID]) -> None:
    rows = TranslatableObject.objects.filter(pk__in=keys).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))


def require_all_words(instance: Any) -> None:
    """Refuse to go on while a string of the source has no words in `instance`'s language."""
    if translation := translation_into(instance):
        require_finished(translation)


def translation_into(instance: Any) -> Translation | None:
    """Return what wagtail-localize keeps of `instance` as a translation; None for a source."""
    ours = {"target_locale_id": instance.locale_id}
    return translations_of(instance).filter(**ours).first()


def require_finished(translation: Translation) -> None:
    """Raise `UnfinishedTranslationError` while a string has no translation."""
    total, translated = translation.get_progress()
    if missing := total - translated:
        message = ngettext(
            "%(count)s text is not translated yet. Translate it, then publish.",
            "%(count)s texts are not translated yet. Translate them, then publish.",
            missing,
        )
        raise UnfinishedTranslationError(message % {"count": missing})


def finished_only(save_target: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `Translation.save_target`, which fills what is missing with the source's words.

    It writes them into the live row even when it only saves a draft, so an unfinished
    translation must not reach it once the page is public, nor to become so. What is published
    is published here, under the lock, and not when the transaction has ended: in between the
    source might be.
    """

    @wraps(save_target)
    @transaction.atomic
    def save(self: Translation, user: Any = None, publish: bool = True) -> None:
        _lock([self.source.object_id])
        self.source.refresh_from_db()
        if _would_be_public(self, publish):
            require_finished(self)
        model = self.source.specific_content_type.model_class()
        if not (publish and issubclass(model, DraftStateMixin)):
            save_target(self, user=user, publish=publish)
            return
        save_target(self, user=user, publish=False)
        revision = self.get_target_instance().get_latest_revision()
        revision.is_made_of_strings = True
        revision.publish(user=user, skip_permission_checks=True)

    return save


@transaction.atomic
def save_draft(translation: Translation, user: Any) -> None:
    """Keep what is translated so far beside the public translation, which stays as it is."""
    _lock([translation.source.object_id])
    translation.source.refresh_from_db()
    draft = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    draft.save_revision(user=user)


def locked(update_from_db: Callable[..., None]) -> Callable[..., None]:
    """Wrap `TranslationSource.update_from_db`, so that it too changes a source under the lock."""

    @wraps(update_from_db)
    @transaction.atomic
    def update(self: TranslationSource) -> None:
        _lock([self.object_id])
        update_from_db(self)

    return update


def _would_be_public(translation: Translation, publish: bool) -> bool:
    if not issubclass(translation.source.specific_content_type.model_class(), DraftStateMixin):
        return is_begun(translation)  # until then it repeats the source's words
    target = target_of(translation)
    return publish or bool(target and target.live and target.live_revision_id)


@transaction.atomic
def carry_to_translations(instance: Any) -> None:
    """Bring what changed in `instance`, just published, into its translations.

    What wagtail-localize keeps of the source is renewed too, so that translators see which
    strings are new; the words that are public stay until a translation is published. A
    translation that was published itself takes the figures from its source: its revision may be
    older than they are.
    """
    lock_translations(instance)
    locale_id = instance.locale_id
    concerned = Q(source__locale_id=locale_id)
    if isinstance(instance, DraftStateMixin):
        concerned |= Q(target_locale_id=locale_id)
    translations = translations_of(instance).filter(concerned)
    for translation in translations:
        if translation.source.locale_id == locale_id:
            translation.source.update_from_db()
        target = target_of(translation)
        if target and not getattr(target, "alias_of_id", None):
            keep_slug(translation, target)
            carry(translation, target)


def translations_of(instance: Any) -> models.QuerySet[Translation]:
    """Return the translations that are kept true of the thing that `instance` is a language of."""
    kept = Translation.objects.filter(source__object_id=instance.translation_key, enabled=True)
    return kept.select_related("source__locale", "target_locale")


def target_of(translation: Translation) -> Any:
    """Return the saved translation; None if there is none."""
    model = translation.source.specific_content_type.model_class()
    return model.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    ).first()


def keep_slug(translation: Translation, target: Any) -> None:
    """Let a page's translation keep its own address when the source's address changes."""
    segments = translation.source.stringsegment_set.filter(context__path="slug")
    for segment in segments.select_related("string", "context").annotate_translation(
        translation.target_locale
    ):
        if segment.translation is None:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                data=target.slug,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )


def carry(translation: Translation, target: Any) -> None:
    """Bring all parts whose words are public into the saved `target` and its latest draft."""
    fresh, memory = as_if_published(translation), Memory(translation)
    if not isinstance(target, DraftStateMixin) and not is_begun(translation):
        fresh.save()  # it only repeats the source's words
        return
    revision = getattr(target, "latest_revision", None)
    Merge(fresh, target, memory, made_at(translation, target))
    target.save()
    if isinstance(target, Page):
        target.update_aliases()
    if revision:
        draft = revision.as_object()
        Merge(fresh, draft, memory, revision.created_at)
        revision.content = draft.serializable_data()
        revision.save(update_fields=["content"])


def as_if_published(translation: Translation) -> Any:
    """Return what would be published now, not saved; untranslated strings are the source's.

    What a language has of its own beside words (its overrides) is left out: it may be unseen.
    """
    source, locale = translation.source, translation.target_locale
    original, fresh = source.as_instance(), source.get_translated_instance(locale)
    copy_synchronised_fields(original, fresh)
    for known in known_fields(type(original)):
        if known.field.many_to_many:  # wagtail-localize leaves out what was emptied
            getattr(fresh, known.name).set(getattr(original, known.name).all())
    segments = [
        segment
        for segment in source._get_segments_for_translation(locale, fallback=True)
        if not isinstance(segment, OverridableSegmentValue)
    ]
    ingest_segments(original, fresh, source.locale, locale, segments)
    return fresh


def is_begun(translation: Translation) -> bool:
    """Whether anything is translated yet."""
    return StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale_id
    ).exists()


def made_at(translation: Translation, target: Any) -> datetime.datetime | None:
    """Return when the public words of `target` were put together."""
    revision = getattr(target, "live_revision", None)
    if revision:
        return revision.created_at
    logs = TranslationLog.objects.filter(
        source=translation.source, locale=translation.target_locale
    )
    return logs.aggregate(models.Max("created_at"))["created_at__max"]


def waiting_parts(source: Any, locale: Locale) -> list[str]:
    """Return the parts of the published `source` that readers in `locale` do not have yet.

    Each is called by its field and how its words begin: "Helplines: ALO 116". There are none
    where the whole waits, because it was never published in that language.
    """
    ours = {"source__locale_id": source.locale_id, "target_locale": locale}
    translation = translations_of(source).filter(**ours).first()
    target = target_of(translation) if translation else None
    if translation is None or target is None or not is_translated(target):
        return []
    fresh, memory = as_if_published(translation), Memory(translation)
    merge = Merge(fresh, target, memory, made_at(translation, target))
    segments = translation.source.stringsegment_set.order_by("order")
    strings = list(segments.values_list("context__path", "string__data"))
    return [_label(part, strings) for part in merge.waiting]


def _label(part: Waiting, strings: list[tuple[str, str]]) -> str:
    inside = (text for path, text in strings if f"{path}.".startswith(f"{part.path}."))
    words = " ".join(unescape(strip_tags(next(inside, ""))).split())
    return f"{part.field}: {Truncator(words).chars(60)}" if words else part.field


def is_translated(target: Any) -> bool:
    """Whether readers see `target` itself in its language, and not its source."""
    return getattr(target, "live", True) and not (
        isinstance(target, Page) and is_placeholder(target)
    )


def move_translations(page: Any, parent: Any) -> None:
    """Move each translation of the moved `page` below the same language's `parent`.

    A language that has no such parent keeps its page where it is. Each move leaves a redirect.
    """
    for translated in page.get_translations():
        target = parent.get_translations().filter(locale_id=translated.locale_id).first()
        if target and not translated.is_child_of(target):
            translated.move(target, pos="last-child")
