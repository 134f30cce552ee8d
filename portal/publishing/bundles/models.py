"""What goes live together: the bundle, which is the record afterwards, and what stands in it."""

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, Count, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from portal.accounts.models import User
from portal.validators import one_line

CHANGE = "bundles.change_bundle"


class State(models.TextChoices):
    """What became of a bundle."""

    OPEN = "open", pgettext_lazy("bundle", "open")
    PUBLISHED = "published", pgettext_lazy("bundle", "published")
    DISSOLVED = "dissolved", pgettext_lazy("bundle", "dissolved")


class Missed(models.TextChoices):
    """Why a bundle was not published at its hour."""

    NOT_READY = "not_ready", _("something in it was not ready")
    NO_RIGHT = "no_right", _("whoever had scheduled it could no longer publish all of it")
    FAILED = "failed", _("something in it could not be published")


class BundleQuerySet(models.QuerySet["Bundle"]):
    """Finds bundles by what is to be done with them."""

    def open(self) -> Self:
        """Return those that are neither published nor dissolved."""
        return self.filter(state=State.OPEN)

    def due(self) -> Self:
        """Return those whose hour has come, the earliest first."""
        rows = self.open().filter(scheduled_for__lte=timezone.now())
        return rows.order_by("scheduled_for", "pk")

    def waiting_for(self, user: User) -> Self:
        """Return those that `user` should look at, for the desk's first page.

        Who may publish looks at what is ready and at what missed its hour; everybody at what they
        made themselves and missed its hour.
        """
        rows = self.open().filter(scheduled_for=None)
        missed = Q(missed_at__isnull=False)
        if page_permission_policy.user_has_permission(user, "publish"):
            return rows.filter(missed | Q(is_ready=True))
        return rows.filter(missed, made_by=user)

    def most_pressing_first(self) -> Self:
        """Sort: missed its hour, ready, scheduled, in the making; then what is over."""
        is_open = Q(state=State.OPEN)
        rank = Case(
            When(is_open & Q(scheduled_for=None, missed_at__isnull=False), then=Value(0)),
            When(is_open & Q(scheduled_for=None, is_ready=True), then=Value(1)),
            When(is_open & Q(scheduled_for__isnull=False), then=Value(2)),
            When(is_open, then=Value(3)),
            default=Value(4),
        )
        return self.alias(rank=rank).order_by(
            "rank", "-ended_at", "scheduled_for", "-made_at", "pk"
        )

    def with_size(self) -> Self:
        """Add to each how many things stand in it."""
        return self.annotate(size=Count("items"))

    def locked(self, bundle: "Bundle") -> "Bundle":
        """Return the row as it is now, for this transaction alone; raises DoesNotExist."""
        return self.select_for_update(of=("self",)).get(pk=bundle.pk)


class Bundle(models.Model):
    """Things that go live together, and afterwards the record of who published what, and when.

    `is_ready` is what the list shows, as somebody or the clock last saw it at `checked_at`;
    whoever decides computes it anew (`portal.publishing.bundles.readiness`).
    """

    title = models.CharField(_("name"), max_length=120, validators=[one_line])
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    made_at = models.DateTimeField(_("made on"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    scheduled_for = models.DateTimeField(_("goes live on"), null=True)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("scheduled by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    missed_at = models.DateTimeField(_("should have gone live on"), null=True)
    missed_why = models.CharField(max_length=10, choices=Missed, blank=True)
    ended_at = models.DateTimeField(_("published or dissolved on"), null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published or dissolved by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_ready = models.BooleanField(_("ready"), default=False)
    checked_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    objects = BundleQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ("change",)
        verbose_name = _("bundle")
        verbose_name_plural = _("bundles")
        indexes = [models.Index(fields=["state", "scheduled_for"], name="bundles_due")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return where colleagues work on it, and read afterwards what was published."""
        return reverse("bundle", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it is neither published nor dissolved."""
        return self.state == State.OPEN

    @property
    def status(self) -> Any:
        """What colleagues should know of it, in a word or two."""
        if not self.is_open:
            return self.get_state_display()
        if self.scheduled_for:
            return pgettext_lazy("bundle", "scheduled")
        if self.missed_at:
            return pgettext_lazy("bundle", "did not go live")
        return pgettext_lazy("bundle", "ready") if self.is_ready else self.get_state_display()

    @property
    def tone(self) -> str:
        """How pressing that is: a colour only helps to find it."""
        if self.is_open and self.missed_at and not self.scheduled_for:
            return "missed"
        return "ready" if self.is_open and (self.is_ready or self.scheduled_for) else "quiet"


class ItemQuerySet(models.QuerySet["BundleItem"]):
    """Finds what stands in bundles."""

    def about(self, *things: Any) -> Self:
        """Return the items of open bundles about any of these pages or terms."""
        found = [Q(content_type=kind_of(each), object_id=each.pk) for each in things]
        return self.filter(Q(*found, _connector=Q.OR), is_open=True) if found else self.none()


class BundleItem(models.Model):
    """A page, a term or a translation of either in a bundle.

    It is known by its kind and number, so that it stays when the thing is deleted. `version` says
    what somebody saw and wanted to publish (see `portal.publishing.bundles.facts`); `fault` what
    the gate said when it was tried. `is_open` is the bundle's, for the rule that one thing stands
    in one open bundle only.
    """

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="items")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    translation_key = models.UUIDField()
    language = models.CharField(max_length=10)
    title = models.CharField(_("title"), max_length=255)
    is_open = models.BooleanField(default=True)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    version = models.CharField(max_length=64)
    was_live = models.BooleanField()
    place = models.PositiveBigIntegerField(null=True)
    fault = models.TextField(blank=True)
    # What became public by it; a thing that was public already has none.
    went_live = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        verbose_name = _("part of a bundle")
        verbose_name_plural = _("parts of bundles")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=Q(is_open=True),
                name="one_open_bundle_each",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> tuple[int, int]:
        """By what its thing is known."""
        return self.content_type_id, self.object_id


def kind_of(thing: Any) -> ContentType:
    """Return the kind by which a thing is known: all pages are of one."""
    return ContentType.objects.get_for_model(Page if isinstance(thing, Page) else thing)


def keys_of(things: Iterable[Any]) -> set[tuple[int, int]]:
    """Return by what these things are known."""
    return {(kind_of(thing).pk, thing.pk) for thing in things}
