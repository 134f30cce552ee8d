"""How far the translation of each thing into each language is, kept for lists and readers."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale, Page, get_page_content_types
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation

from portal.languages import language_name
from portal.publishing.rights import snippet_models_open_to


class State(models.IntegerChoices):
    """How far a translation is, the most urgent first."""

    URGENT = 1, pgettext_lazy("translation", "urgent")
    STALE = 2, pgettext_lazy("translation", "out of date")
    UNTRANSLATED = 3, pgettext_lazy("translation", "not translated")
    REVIEW = 4, pgettext_lazy("translation", "waiting for review")
    IN_WORK = 5, pgettext_lazy("translation", "in progress")
    TRANSLATED = 6, pgettext_lazy("translation", "translated")


ICON = "wagtail-localize-language"
OUTDATED = (State.URGENT, State.STALE)


class TranslationStateQuerySet(QuerySet["TranslationState"]):
    """Finds translations by what is to be done."""

    def most_urgent_first(self) -> "TranslationStateQuerySet":
        """Sort by urgency, of the same the one that waits longest first."""
        return self.order_by("state", "since", "pk")

    def outdated(self, *instances: Any) -> "TranslationStateQuerySet":
        """Return the translations that readers should not rely on: of a source all of them.

        Of a translation it is the one itself.
        """
        their_own = Q(pk__in=[])
        for each in instances:
            language = Q(locale=each.locale_id) | Q(source_pk=each.pk)
            their_own |= language & Q(translation_key=each.translation_key)
        rows = self.filter(their_own, state__in=OUTDATED)
        return rows.select_related("locale", "translation").order_by("pk")

    def publishable_by(self, user: Any) -> "TranslationStateQuerySet":
        """Return the translations that somebody may publish."""
        pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
        is_page = Q(content_type__in=get_page_content_types())
        models = snippet_models_open_to(user, "publish")
        kinds = ContentType.objects.get_for_models(*models).values()
        of_pages = is_page & Q(target_pk__in=pages.order_by().values("pk"))
        return self.filter(of_pages | Q(content_type__in=kinds))

    def with_review(self) -> "TranslationStateQuerySet":
        """Let each translation know whether it waits for a moderator, as `is_handed_over`."""
        waiting = Review.objects.waiting().filter(of=OuterRef("pk"))
        return self.annotate(is_handed_over=Exists(waiting))

    def of_outer(self) -> Subquery:
        """Return the state of the page or term around a subquery.

        A translation has its own; a source has that of its most urgent translation.
        """
        own = Q(locale=OuterRef("locale")) | Q(source_pk=OuterRef("pk"))
        rows = self.filter(own, translation_key=OuterRef("translation_key"), is_public=True)
        return Subquery(rows.order_by("state").values("state")[:1])

    def outer_misleads(self) -> Exists:
        """Return whether the page around a subquery is an urgent translation."""
        same = {"translation_key": OuterRef("translation_key"), "locale": OuterRef("locale")}
        return Exists(self.filter(**same, state=State.URGENT, is_public=True))


class TranslationState(models.Model):
    """The state of one thing in one language; `portal.translating.states` computes it.

    A thing is known by the key that its languages share. `words` counts those of the source,
    `words_left` those without any translation.
    """

    translation_key = models.UUIDField()
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    translation = models.ForeignKey(
        Translation, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    source_pk = models.PositiveBigIntegerField()
    target_pk = models.PositiveBigIntegerField(null=True)
    title = models.TextField(_("title"))
    # Whether visitors can read the source.
    is_public = models.BooleanField()
    state = models.PositiveSmallIntegerField(_("state"), choices=State.choices)
    since = models.DateTimeField(_("since"), default=timezone.now)
    words = models.PositiveIntegerField(_("words"))
    words_left = models.PositiveIntegerField(_("words to translate"))

    objects = TranslationStateQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="one_state_each")
        ]
        indexes = [models.Index(fields=["state", "since"], name="state_by_urgency")]

    def __str__(self) -> str:
        return f"{self.title}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        """Return where somebody goes on with the translation."""
        if self.translation is None or not self.translation.enabled:
            return begin_address(self.content_type.model_class(), self.source_pk)
        if self.state in OUTDATED:
            return reverse("renew_translation", args=[self.translation_id])
        return edit_address(self.content_type.model_class(), self.target_pk)

    @property
    def kind(self) -> str:
        """What kind of page or term it is."""
        return str(capfirst(self.content_type.name))

    @property
    def language(self) -> str:
        """The language of the translation, as the person reads it."""
        return language_name(self.locale.language_code)


class ReviewQuerySet(QuerySet["Review"]):
    """Finds what translators handed over."""

    def waiting(self) -> "ReviewQuerySet":
        """Return what nobody decided on yet."""
        return self.filter(status=Review.Status.WAITING, of__translation__isnull=False)

    def to_decide_by(self, user: Any) -> "ReviewQuerySet":
        """Return what waits for somebody who may publish it."""
        return self.waiting().filter(of__in=TranslationState.objects.publishable_by(user))

    def asked_of(self, user: Any) -> "ReviewQuerySet":
        """Return where changes were asked of somebody who did not hand it over again."""
        later = self.filter(of=OuterRef("of"), handed_over_at__gt=OuterRef("handed_over_at"))
        asked = self.filter(status=Review.Status.CHANGES, handed_over_by=user)
        return asked.exclude(of__state=State.TRANSLATED).exclude(Exists(later))

    def waiting_for(self, user: Any) -> "ReviewQuerySet":
        """Return what somebody should decide on, or change."""
        return self.to_decide_by(user) | self.asked_of(user)


class Review(models.Model):
    """A translation that a translator handed over, and what a moderator decided on it.

    The same for what has drafts and what has none: it is the words that are read.
    """

    class Status(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", pgettext_lazy("review", "waiting for a moderator")
        CHANGES = "changes", pgettext_lazy("review", "changes asked for")
        APPROVED = "approved", pgettext_lazy("review", "approved")
        TAKEN_BACK = "taken_back", pgettext_lazy("review", "taken back")

    of = models.ForeignKey(TranslationState, on_delete=models.CASCADE, related_name="reviews")
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.WAITING
    )
    note = models.TextField(_("note"), blank=True)
    handed_over_at = models.DateTimeField(_("handed over"), default=timezone.now)
    handed_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handed over by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    comment = models.TextField(_("comment"), blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ReviewQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        verbose_name = _("review of a translation")
        verbose_name_plural = _("reviews of translations")
        ordering = ["-handed_over_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["of"], condition=models.Q(status="waiting"), name="one_review_waits"
            )
        ]

    def __str__(self) -> str:
        return f"{self.of.title}: {self.get_status_display()}"

    def get_absolute_url(self) -> str:
        """Return where both languages stand side by side."""
        return reverse("review_translation", args=[self.of.translation_id])


def begin_address(model: Any, pk: int) -> str:
    """Return where the translation of a source begins."""
    if issubclass(model, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[pk])
    names = [model._meta.app_label, model._meta.model_name, pk]
    return reverse("wagtail_localize:submit_snippet_translation", args=names)


def edit_address(model: Any, pk: int | None) -> str:
    """Return where a page or term is edited."""
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[pk])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[pk])
