"""What was taken down in an emergency: the record by which it is undone."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision


class Outcome(models.TextChoices):
    """What became of a thing when its take-down was undone; empty until then."""

    RESTORED = "restored", _("public again, as it was")
    PUBLISHED = "published", _("was published again before; left as it is")
    DELETED = "deleted", _("was deleted, so it could not be brought back")
    NO_VERSION = "no_version", _("its public version was deleted; publish it again")
    NO_ADDRESS = "no_address", _("another page has its address now; change it, then publish")
    WITHHELD = "withheld", _("stays withheld by another take-down")


class TakeDown(models.Model):
    """An emergency take-down of a page or a glossary term, with all that went with it.

    It holds no content of what is gone, and stays when that is deleted.
    """

    title = models.CharField(_("title"), max_length=255)
    reason = models.TextField(_("reason"), blank=True, max_length=500)
    taken_at = models.DateTimeField(_("taken down on"), default=timezone.now)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken down by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone on"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-taken_at"]
        verbose_name = _("take-down")
        verbose_name_plural = _("take-downs")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return where colleagues read what is gone, and undo it."""
        return reverse("take_down", args=[self.pk])


class TakenThing(models.Model):
    """A page, term, document or image that visitors lost by a take-down.

    `public_row` is a revision that holds the public row as it was, which may be newer than
    `live_revision`: figures are carried into rows. It goes when the page is deleted.
    """

    take_down = models.ForeignKey(TakeDown, on_delete=models.CASCADE, related_name="things")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    translation_key = models.UUIDField(null=True)
    title = models.CharField(max_length=255)
    language = models.CharField(max_length=10, blank=True)
    live_revision = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    public_row = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]  # parents before what stands below them
        verbose_name = _("thing taken down")
        verbose_name_plural = _("things taken down")

    def __str__(self) -> str:
        return self.title

    @cached_property
    def instance(self) -> Any:
        """The thing as it is now; None if it was deleted."""
        model: Any = self.content_type.model_class()
        return model._default_manager.filter(pk=self.object_id).first()

    @property
    def is_file(self) -> bool:
        """Whether it is a document or an image."""
        return self.translation_key is None

    @property
    def state(self) -> str:
        """What colleagues should know of it now."""
        if self.outcome:
            return str(Outcome(self.outcome).label)
        if self.instance is None:
            return str(_("deleted since"))
        if self.is_file:
            return str(_("withheld"))
        return str(_("published again since")) if self.instance.live else str(_("gone"))
