"""A message from the contact form, and the subjects by which it reaches somebody."""

from typing import Any, Self, cast

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.forms import CheckboxSelectMultiple
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.enquiries.roles import HANDLE
from portal.accounts.models import User
from portal.terms.models import Term, source_terms

LONGEST = 5000  # characters of a message


def who_may_handle() -> Q:
    """Limit a choice of people to those who may read messages."""
    app_label, codename = HANDLE.split(".")
    granted = Q(
        groups__permissions__content_type__app_label=app_label,
        groups__permissions__codename=codename,
    )
    return Q(is_active=True) & (Q(is_superuser=True) | granted)


class Subject(Term):
    """What a message can be about, and who reads it; `people` are those of the source's row."""

    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        limit_choices_to=who_may_handle,
        verbose_name=_("who reads and answers"),
        help_text=_("They are told of each message. If you choose nobody, administrators are."),
    )

    panels = [*Term.panels, FieldPanel("people", widget=CheckboxSelectMultiple)]

    class Meta(Term.Meta):
        verbose_name = _("subject of messages")
        verbose_name_plural = _("subjects of messages")

    def readers(self) -> list[User]:
        """Return those who read its messages today; nobody where none of them may any more."""
        return list(User.objects.filter(who_may_handle(), pk__in=self.people.all()).distinct())


class Reply(models.TextChoices):
    """Whether, and how, the sender may be answered without danger."""

    NONE = "none", _("Please do not reply")
    EMAIL = "email", _("By e-mail")
    TELEPHONE = "telephone", _("By telephone")


class Outcome(models.TextChoices):
    """What became of a message."""

    ANSWERED = "answered", pgettext_lazy("message", "answered")
    DONE = "done", pgettext_lazy("message", "done without a reply")


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    """Finds messages by who may read them."""

    def open(self) -> Self:
        """Return those that wait."""
        return self.filter(closed_at=None)

    def handled_by(self, user: Any) -> Self:
        """Return those that somebody may read: of their subjects, for administrators all."""
        if user.is_superuser:
            return self
        if not user.has_perm(HANDLE):
            return self.none()
        return self.filter(subject__people=user)

    def with_people(self) -> Self:
        """Return them with the people of their subjects who may still read them."""
        people = User.objects.filter(who_may_handle()).distinct()
        return self.prefetch_related(Prefetch("subject__people", people))


class Enquiry(models.Model):
    """A message, and what its sender said about a safe reply.

    `key` is that of the form it was sent from, so that sending twice keeps one. What is not needed
    for the reply that was chosen is empty.
    """

    key = models.UUIDField(unique=True, editable=False)
    subject = models.ForeignKey(
        Subject,
        verbose_name=_("subject"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        limit_choices_to=source_terms,
    )
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    message = models.TextField(_("message"), max_length=LONGEST)
    name = models.CharField(_("name"), max_length=80, blank=True)
    reply = models.CharField(_("reply"), max_length=10, choices=Reply)
    email = models.EmailField(_("e-mail address"), blank=True)
    telephone = models.CharField(_("telephone number"), max_length=30, blank=True)
    may_leave_message = models.BooleanField(_("may leave a message"), default=False)
    safe_time = models.CharField(_("when it is safe"), max_length=200, blank=True)
    sent_at = models.DateTimeField(_("sent on"), default=timezone.now)
    closed_at = models.DateTimeField(_("closed on"), null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("closed by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    outcome = models.CharField(_("what became of it"), max_length=10, choices=Outcome, blank=True)

    objects = EnquiryQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ("handle",)
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("message from the contact form")
        verbose_name_plural = _("messages from the contact form")
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | ~Q(outcome=""), name="enquiry_closed_with_outcome"
            )
        ]
        indexes = [
            models.Index(fields=["sent_at"], condition=Q(closed_at=None), name="enquiry_open")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        """Return where those who handle it read it."""
        return reverse("enquiry", args=[self.pk])

    @property
    def about(self) -> str:
        """The subject in the source's words, or that there is none."""
        return self.subject.name if self.subject else gettext("Without a subject")

    @property
    def state(self) -> str:
        """What became of it, or that it waits."""
        return str(cast(Any, self).get_outcome_display() or pgettext_lazy("message", "waits"))

    @property
    def read_by(self) -> str:
        """The names of its subject's people, of rows `with_people`; else administrators."""
        chosen = self.subject.people.all() if self.subject else []
        return ", ".join(map(str, chosen)) or gettext("Administrators")

    def readers(self) -> list[User]:
        """Return who is told of it: the people of its subject, else administrators."""
        chosen = self.subject.readers() if self.subject else []
        return chosen or list(User.objects.filter(is_active=True, is_superuser=True))
