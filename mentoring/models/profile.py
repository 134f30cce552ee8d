"""Profiles: what a mentor or mentee says of themselves, and to whom."""

from secrets import choice
from typing import Any, Self
from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.contacts import refuse_contacts
from portal.languages import language_name_lazy
from portal.media.storages import private_storage
from portal.terms.models import source_terms
from portal.validators import one_line

# Without vowels and what is mistaken for another, so that no code is a word or misread.
CODE_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
CODE_LENGTH = 10
MOST_MENTEES = 10
LINE = [one_line, refuse_contacts]


def new_code() -> str:
    """Return what ends the address of a profile: it tells nothing, and nobody guesses another."""
    return "".join(choice(CODE_LETTERS) for _number in range(CODE_LENGTH))


def photograph_name(profile: "Profile", filename: str) -> str:
    """Return where a photograph lies, whatever its file was called."""
    return "mentoring/photograph.jpg"


class Language(models.TextChoices):
    """What people can talk to each other in."""

    ALBANIAN = "sq", language_name_lazy("sq")
    ENGLISH = "en", language_name_lazy("en")
    ROMANI = "rom", language_name_lazy("rom")
    GREEK = "el", language_name_lazy("el")
    MACEDONIAN = "mk", language_name_lazy("mk")
    SERBIAN = "sr", language_name_lazy("sr")
    ITALIAN = "it", language_name_lazy("it")
    GERMAN = "de", language_name_lazy("de")
    FRENCH = "fr", language_name_lazy("fr")
    SIGN = "sgn", language_name_lazy("sgn")


class Meeting(models.TextChoices):
    """How people meet."""

    ONLINE = "online", pgettext_lazy("way of meeting", "online")
    IN_PERSON = "in_person", pgettext_lazy("way of meeting", "in person")
    TELEPHONE = "telephone", pgettext_lazy("way of meeting", "by telephone")
    WRITING = "writing", pgettext_lazy("way of meeting", "in writing, on the portal")


class Times(models.TextChoices):
    """When in the week."""

    MORNINGS = "mornings", _("weekday mornings")
    AFTERNOONS = "afternoons", _("weekday afternoons")
    EVENINGS = "evenings", _("weekday evenings")
    WEEKENDS = "weekends", _("weekends")


class Zone(models.TextChoices):
    """By which clock a person meets others."""

    TIRANA = "Europe/Tirane", _("Tirana, Rome, Berlin")
    LONDON = "Europe/London", _("London, Dublin, Lisbon")
    ATHENS = "Europe/Athens", _("Athens, Sofia, Bucharest")
    ISTANBUL = "Europe/Istanbul", _("Istanbul")
    NEW_YORK = "America/New_York", _("New York, Toronto")
    CHICAGO = "America/Chicago", _("Chicago")
    LOS_ANGELES = "America/Los_Angeles", _("Los Angeles, Vancouver")
    SYDNEY = "Australia/Sydney", _("Sydney, Melbourne")


class Audience(models.TextChoices):
    """Who sees a part of a profile, the widest last."""

    MATCHED = "matched", _("only people I work with")
    MEMBERS = "members", _("members of the programme")
    PUBLIC = "public", _("everyone")


class Part(models.TextChoices):
    """What a person shows or does not."""

    NAME = "name", _("name")
    PHOTOGRAPH = "photograph", _("photograph")
    WORK = "work", _("role at work and organisation")
    MUNICIPALITY = "municipality", _("municipality")
    WORDS = "words", _("what I write about myself")
    FIELDS = "fields", _("fields")
    LANGUAGES = "languages", _("languages")
    MEETING = "meeting", _("how and when I can meet")


class Listing(models.TextChoices):
    """Whether a profile stands in the directory."""

    OFF = "off", pgettext_lazy("listing", "not in the directory")
    WAITING = "waiting", pgettext_lazy("listing", "waiting for the coordinator")
    RETURNED = "returned", pgettext_lazy("listing", "sent back to be changed")
    LISTED = "listed", pgettext_lazy("listing", "in the directory")


# What the coordinator reads before others do; all else is chosen from lists.
WORDED = ("name", "position", "organisation", "headline", "headline_en", "about", "about_en")


class ProfileQuerySet(models.QuerySet["Profile"]):
    """Finds profiles by what may be done with them."""

    def listed(self) -> Self:
        """Return those in the directory, whoever may see what of them."""
        return self.filter(
            is_mentor=True, listing=Listing.LISTED, left_at=None, user__is_active=True
        )

    def to_review(self) -> Self:
        """Return those whose texts the coordinator is to read, who waits longest first."""
        waiting = self.filter(waits_since__isnull=False, left_at=None, user__is_active=True)
        return waiting.order_by("waits_since", "pk")


class Profile(models.Model):
    """A person in the mentoring programme, as mentor, mentee or both.

    `code` ends its address. `audiences` says by `Part` to whom a part is shown; a part that it does
    not name is shown to members. `reviewed` are the texts by the names in WORDED as the coordinator
    accepted them: others read only these; `waits_since` is since when the coordinator is to read
    those of now. `manager_office` and what follows it is shown to nobody.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentoring_profile"
    )
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, default=new_code, unique=True, editable=False)
    is_mentor = models.BooleanField(_("I offer time as a mentor"), default=False)
    is_mentee = models.BooleanField(_("I look for a mentor"), default=False)

    name = models.CharField(_("name and surname"), max_length=150, validators=LINE)
    position = models.CharField(_("role at work"), max_length=160, blank=True, validators=LINE)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True, validators=LINE)
    municipality = models.ForeignKey(
        "terms.Municipality",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        limit_choices_to=source_terms,
        related_name="+",
        verbose_name=_("municipality"),
    )
    photograph = models.ImageField(
        _("photograph"), upload_to=photograph_name, storage=private_storage, blank=True
    )
    headline = models.CharField(
        _("in one sentence, in Albanian"), max_length=160, blank=True, validators=LINE
    )
    headline_en = models.CharField(
        _("in one sentence, in English"), max_length=160, blank=True, validators=LINE
    )
    about = models.TextField(
        _("about my work, in Albanian"), max_length=2000, blank=True, validators=[refuse_contacts]
    )
    about_en = models.TextField(
        _("about my work, in English"), max_length=2000, blank=True, validators=[refuse_contacts]
    )

    needs = models.ManyToManyField(
        "terms.Need", blank=True, limit_choices_to=source_terms, verbose_name=_("needs")
    )
    skills = models.ManyToManyField(
        "terms.Skill", blank=True, limit_choices_to=source_terms, verbose_name=_("skills")
    )
    integration_models = models.ManyToManyField(
        "knowledgebase.ModelPage",
        blank=True,
        related_name="+",
        verbose_name=_("integration models"),
    )
    languages = models.JSONField(_("languages"), default=list, blank=True)
    meetings = models.JSONField(_("ways of meeting"), default=list, blank=True)
    times = models.JSONField(_("times of the week"), default=list, blank=True)
    hours_a_month = models.PositiveSmallIntegerField(
        _("hours a month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    available_from = models.DateField(_("available from"), null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(
        _("how many mentees at the same time"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MENTEES)],
    )
    time_zone = models.CharField(_("time zone"), max_length=40, choices=Zone, default=Zone.TIRANA)
    goals = models.TextField(
        _("what I want to learn"), max_length=1000, blank=True, validators=[refuse_contacts]
    )

    audiences = models.JSONField(default=dict, blank=True)
    listing = models.CharField(max_length=10, choices=Listing, default=Listing.OFF)
    reviewed = models.JSONField(default=dict, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    waits_since = models.DateTimeField(null=True)
    returned_because = models.TextField(max_length=500, blank=True)
    paused_at = models.DateTimeField(null=True)
    paused_until = models.DateField(_("until"), null=True, blank=True)

    manager_office = models.CharField(
        _("line manager’s office"), max_length=160, blank=True, validators=LINE
    )
    accepts_own_institution = models.BooleanField(
        _("I may be paired with somebody from my own institution, if they agree too"),
        default=False,
    )
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)

    objects = ProfileQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ("coordinate",)
        ordering = ["joined_at", "pk"]
        verbose_name = _("mentoring profile")
        verbose_name_plural = _("mentoring profiles")
        indexes = [
            models.Index(
                fields=["listing"],
                condition=~Q(listing=Listing.OFF),
                name="mentoring_profile_listing",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_paused(self) -> bool:
        """Whether the person takes nobody new today."""
        until = self.paused_until
        return bool(self.paused_at) and (until is None or until > timezone.localdate())

    @property
    def is_in_search(self) -> bool:
        """Whether search may hold something of it."""
        return self.is_mentor and self.listing == Listing.LISTED

    def audience_of(self, part: str) -> str:
        """Return to whom a part is shown."""
        return self.audiences.get(part, Audience.MEMBERS)

    def words(self) -> dict[str, Any]:
        """Return the texts as they are now, by the names in WORDED, and the photograph's name."""
        texts = {name: getattr(self, name) for name in WORDED}
        return {**texts, "photograph": self.photograph.name or ""}
