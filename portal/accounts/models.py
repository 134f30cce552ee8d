"""The user, who signs in by e-mail; messages and invitations; the groups that stand for roles."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager, Group
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.contrib.settings.models import BaseGenericSetting

from portal.accounts.roles import Role
from portal.terms.models import source_terms
from portal.validators import one_line


class UserManager(BaseUserManager["User"]):
    """Makes users from an e-mail address and a password."""

    use_in_migrations = True

    def locked(self) -> "models.QuerySet[User]":
        """Return the users that a filter leaves, locked but not by their keys.

        Whoever holds them may wait for something of which another, who holds it, writes to them:
        with their keys locked, each would wait for the other.
        """
        return self.select_for_update(of=("self",), no_key=True)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new saved user; without a password no password will ever match."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new saved user who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """Return the address in small letters, which is how those who sign in are looked up."""
        return super().normalize_email(email).lower()

    def get_by_natural_key(self, email: str | None) -> "User":
        """Return the user with this address, in whatever case it was typed."""
        return self.get(email__iexact=email)


class OrganisationKind(models.TextChoices):
    """What sort of organisation a person works for."""

    MUNICIPALITY = "municipality", _("Municipality")
    STATE_SERVICE = "state_service", _("State service")
    CIVIL_SOCIETY = "civil_society", _("Civil-society organisation")
    OTHER = "other", pgettext_lazy("kind of organisation", "Other")


class Sex(models.TextChoices):
    """What a person says of their sex, if they wish to."""

    WOMAN = "woman", _("Woman")
    MAN = "man", _("Man")
    OTHER = "other", pgettext_lazy("sex", "Other")


class User(AbstractUser):
    """A person with an account: an e-mail address instead of a user name, and their profile."""

    username = first_name = last_name = None  # type: ignore[assignment]
    # Names a person outside this database, whose numbers a restored backup gives out again.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    preferred_language = models.CharField(
        _("preferred language"),
        max_length=12,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("The language of the messages that we send to this person."),
    )
    name = models.CharField(
        _("name and surname"),
        max_length=150,
        blank=True,
        validators=[one_line],
        help_text=_("As it should appear on a certificate."),
    )
    organisation = models.CharField(
        _("organisation"), max_length=160, blank=True, validators=[one_line]
    )
    organisation_kind = models.CharField(
        _("kind of organisation"), max_length=20, blank=True, choices=OrganisationKind
    )
    municipality = models.ForeignKey(
        "terms.Municipality",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        limit_choices_to=source_terms,
        related_name="+",
        verbose_name=_("municipality"),
    )
    position = models.CharField(
        _("role at work"), max_length=160, blank=True, validators=[one_line]
    )
    sex = models.CharField(_("sex"), max_length=10, blank=True, choices=Sex)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()  # type: ignore[misc,assignment]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_once",
                violation_error_message=_("There is already an account with this e-mail address."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """Return the person's name, empty if they gave none."""
        return self.name

    def get_short_name(self) -> str:
        """Return the same: nobody can tell which part of a name a person is called by."""
        return self.name

    @property
    def language(self) -> str:
        """The language that the person is written to in: theirs, else the site's."""
        return self.preferred_language or settings.LANGUAGE_CODE

    @cached_property
    def unread_count(self) -> int:
        """How many messages the person has not read, counted once a request."""
        return Message.objects.filter(to=self, read_at=None).count()


class Message(models.Model):
    """What the portal wrote to a person, who reads it here and not in a mail."""

    to = models.ForeignKey(User, on_delete=models.CASCADE, related_name="messages")
    subject = models.CharField(max_length=200)
    text = models.TextField()
    link = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["to"], condition=Q(read_at=None), name="accounts_message_unread")
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """Return where it is read, in the active language."""
        return reverse("my_message", args=[self.pk])


class SignUp(BaseGenericSetting):
    """Who gets an account."""

    class Way(models.TextChoices):
        CLOSED = "closed", pgettext_lazy("sign-up", "Nobody")
        INVITATION = "invitation", pgettext_lazy("sign-up", "Whoever is invited")
        OPEN = "open", pgettext_lazy("sign-up", "Everybody who has an e-mail address")

    way = models.CharField(
        _("who can open an account"),
        max_length=20,
        choices=Way,
        default=Way.INVITATION,
        help_text=_("Accounts that are there stay as they are."),
    )

    class Meta:
        verbose_name = _("sign-up")
        default_permissions = ("change",)

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def current(cls) -> str:
        """Return the way that is set."""
        return (cls.objects.first() or cls()).way


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, chosen by what has become of them."""

    def in_state(self, state: "InvitationState") -> "InvitationQuerySet":
        """Return those whose `state` this is."""
        unanswered = Q(accepted_at=None, revoked_at=None)
        is_late = Q(expires_at__lte=timezone.now())
        conditions = {
            InvitationState.ACCEPTED: Q(accepted_at__isnull=False),
            InvitationState.REVOKED: Q(accepted_at=None, revoked_at__isnull=False),
            InvitationState.EXPIRED: unanswered & is_late,
            InvitationState.OPEN: unanswered & ~is_late,
        }
        return self.filter(conditions[state])


class Invitation(models.Model):
    """A link in a mail by which its reader opens an account, or joins something with theirs.

    Whoever asks for an account where sign-up is open is sent one too. `purpose` and `reference`
    say what it is for, to the room that knows; see `portal.accounts.inviting`.
    """

    address = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    role = models.CharField(_("role"), max_length=30, blank=True, choices=Role)
    purpose = models.SlugField(_("purpose"), blank=True)
    reference = models.CharField(max_length=100, blank=True)
    # The digest of what the link ends with: nobody reads links from a copy of the database.
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        User,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    created_at = models.DateTimeField(_("invited"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("accepted by")
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["address", "purpose", "reference"],
                condition=Q(accepted_at=None, revoked_at=None),
                name="accounts_invitation_open_once",
            )
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def state(self) -> "InvitationState":
        """Whether it still works, else why it does not."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        if self.expires_at <= timezone.now():
            return InvitationState.EXPIRED
        return InvitationState.OPEN

    def accounts(self) -> models.QuerySet[User]:
        """Return the accounts that have the address, confirmed or as their main one."""
        confirmed = Q(emailaddress__email=self.address, emailaddress__verified=True)
        return User.objects.filter(confirmed | Q(email__iexact=self.address)).distinct()


class InvitationState(models.TextChoices):
    """What has become of an invitation."""

    OPEN = "open", pgettext_lazy("invitation", "Waits")
    ACCEPTED = "accepted", pgettext_lazy("invitation", "Accepted")
    REVOKED = "revoked", pgettext_lazy("invitation", "Revoked")
    EXPIRED = "expired", pgettext_lazy("invitation", "Expired")


class RoleGroup(models.Model):
    """The group that stands for a role, whatever administrators call it."""

    role = models.CharField(max_length=30, primary_key=True, choices=Role)
    group = models.OneToOneField(Group, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return str(Role(self.role).label)
