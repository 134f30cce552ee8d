"""What a reader wrote and what became of it, ready answers, and which pages take comments."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, F, Value, When, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.contrib.settings.models import BaseGenericSetting

from portal.validators import one_line


class State(models.TextChoices):
    """What became of a comment."""

    WAITING = "waiting", pgettext_lazy("comment", "Waiting")
    PUBLISHED = "published", pgettext_lazy("comment", "Published")
    REJECTED = "rejected", pgettext_lazy("comment", "Not published")
    SPAM = "spam", pgettext_lazy("comment", "Spam")


class Reason(models.TextChoices):
    """Why a comment is not published; whoever wrote it reads this sentence."""

    PEOPLE = "people", _("Somebody could be recognised by it.")
    HURTS = "hurts", _("It insults or threatens somebody.")
    TOPIC = "topic", _("It is not about what the page says.")
    ADVERT = "advert", _("It advertises something.")
    HELP = "help", _("It asks for help, which we answer in person and not in public.")


class CommentQuerySet(models.QuerySet["Comment"]):
    """Finds comments by page, by what became of them and by who wrote them."""

    def published(self, translation_key: uuid.UUID) -> Self:
        """Return what readers of a page see in every language, the newest first."""
        return self.filter(translation_key=translation_key, state=State.PUBLISHED)

    def with_total(self) -> Self:
        """Add to each how many there are, also where only some of them are read."""
        return self.annotate(total=Window(Count("pk")))

    def waiting_first(self) -> Self:
        """Return those that wait, the oldest first, and then the others, the newest first."""
        waits = Case(When(state=State.WAITING, then=Value(0)), default=Value(1))
        since = Case(When(state=State.WAITING, then=F("written_at")))
        return self.alias(waits=waits, since=since).order_by("waits", "since", "-written_at", "-pk")

    def by_address(self, *addresses: str) -> Self:
        """Return the comments that were sent with one of these e-mail addresses."""
        return self.filter(author__in=map(digest, addresses))

    def locked(self, comment: "Comment") -> "Comment":
        """Return the row as it is now, for this transaction alone; raises DoesNotExist."""
        return self.select_for_update(of=("self",)).get(pk=comment.pk)


class Comment(models.Model):
    """What a reader wrote about a page, which is known by its translation key.

    `key` is the form's that was sent, and the secret by which the writer sees what became of it.
    `author` is a keyed hash of the e-mail address that was given, empty without one; `email` is
    kept only while somebody who asked for it waits for the answer. `version` counts decisions.
    """

    key = models.UUIDField(_("key"), default=uuid.uuid4, unique=True, editable=False)
    translation_key = models.UUIDField(_("page"))
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    name = models.CharField(_("name"), max_length=80, validators=[one_line])
    text = models.TextField(_("comment"))
    email = models.EmailField(_("e-mail address for the answer"), blank=True)
    author = models.CharField(_("keyed hash of the e-mail address"), max_length=64, blank=True)
    written_at = models.DateTimeField(_("written on"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason, blank=True)
    reply = models.TextField(_("our answer"), blank=True)
    reply_language = models.CharField(
        _("language of our answer"), max_length=12, choices=settings.LANGUAGES, blank=True
    )
    decided_at = models.DateTimeField(_("decided on"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    version = models.PositiveIntegerField(_("number of decisions"), default=0)

    wagtail_reference_index_ignore = True

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at", "-pk"]
        default_permissions = ("view", "decide", "erase")
        verbose_name = _("comment of a reader")
        verbose_name_plural = _("comments of readers")
        indexes = [
            models.Index(fields=["translation_key", "state"], name="comments_of_page"),
            models.Index(fields=["author"], name="comments_by_author"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {timezone.localtime(self.written_at):%d.%m.%Y}"

    def get_absolute_url(self) -> str:
        """Return where its writer sees what became of it, in the active language."""
        return reverse("comment_sent", args=[self.key])

    @property
    def anchor(self) -> str:
        """What its place on the page is called."""
        return f"comment-{self.pk}"


class CannedReply(models.Model):
    """A sentence that a moderator begins an answer with."""

    title = models.CharField(_("title"), max_length=80)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    text = models.TextField(_("text"), max_length=2000)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["language", "title"]
        verbose_name = _("ready answer")
        verbose_name_plural = _("ready answers")

    def __str__(self) -> str:
        return self.title


class CommentSettings(BaseGenericSetting):
    """Which kinds of page take comments, as `app.model`; none until somebody chooses them."""

    kinds = models.JSONField(_("kinds of page that accept comments"), default=list, blank=True)

    class Meta:
        verbose_name = _("comments on pages")
        default_permissions = ("change",)

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def chosen(cls) -> "models.QuerySet[CommentSettings, list[str]]":
        """Return the query for the kinds, which another may take along."""
        return cls.objects.order_by("pk").values_list("kinds", flat=True)[:1]


def digest(address: str) -> str:
    """Return by what the comments of an e-mail address are found, without keeping it."""
    return salted_hmac("portal.comments", address.strip().lower(), algorithm="sha256").hexdigest()
