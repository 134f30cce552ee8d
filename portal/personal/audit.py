"""The audit trail: who did what to which person or record, kept as it was written.

The database refuses to change it (`append_only`), save that a person who is erased is taken out of
it and that rows are deleted after KEPT. The database writes the time, so that no clock of a server
beside it counts.
"""

import re
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.accounts.models import User
from portal.accounts.roles import Role

# Long enough for a complaint and for a yearly review to find misuse; the migration says it too.
KEPT = timedelta(days=730)
# What a fact may be: a key, a number, several of them. Names, addresses and sentences are not.
CODE = re.compile(r"[\w.:,/+-]{0,200}", re.ASCII)


class Action(models.TextChoices):
    """What was done."""

    ACCOUNT_CREATED = "account_created", _("Account created")
    ACCOUNT_SUSPENDED = "account_suspended", _("Account suspended")
    ACCOUNT_RESUMED = "account_resumed", _("Account active again")
    ACCOUNT_ERASED = "account_erased", _("Account erased")
    ROLES_CHANGED = "roles_changed", _("Roles changed")
    SECOND_STEP_RESET = "second_step_reset", _("Second step reset")
    HANDED_OVER = "handed_over", _("Handed over to somebody else")
    CERTIFICATE_ISSUED = "certificate_issued", _("Certificate issued")
    CERTIFICATE_REISSUED = "certificate_reissued", _("Certificate issued again")
    CERTIFICATE_REVOKED = "certificate_revoked", _("Certificate revoked")
    CERTIFICATE_WITHDRAWN = "certificate_withdrawn", _("Certificate withdrawn")
    CERTIFICATE_NAME_SHOWN = "certificate_name_shown", _("Name on a certificate shown")
    CERTIFICATE_NAME_HIDDEN = "certificate_name_hidden", _("Name on a certificate hidden")
    INVITED = "invited", _("Invitation sent")
    INVITATION_REVOKED = "invitation_revoked", _("Invitation revoked")
    EXCEPTION_GRANTED = "exception_granted", _("Exception granted")
    EXCEPTION_WITHDRAWN = "exception_withdrawn", _("Exception withdrawn")
    EXCEPTION_RESTORED = "exception_restored", _("Exception granted again")
    PROFILE_ACCEPTED = "profile_accepted", _("Mentoring profile accepted")
    PROFILE_RETURNED = "profile_returned", _("Mentoring profile sent back")
    ROUND_OPENED = "round_opened", _("Round of mentoring opened")
    ROUND_CLOSED = "round_closed", _("Round of mentoring closed")
    PAIR_PROPOSED = "pair_proposed", _("Mentoring pair proposed")
    PROPOSAL_WITHDRAWN = "proposal_withdrawn", _("Proposal of a mentoring pair withdrawn")
    PAIR_ENDED = "pair_ended", _("Mentoring pair ended")
    PAIR_COMPLETED = "pair_completed", _("Mentoring pair completed")
    PAIR_OPENED = "pair_opened", _("Mentoring pair opened because of a report")
    PAIR_READ = "pair_read", _("Words of a reported mentoring pair read")
    REPORT_DECIDED = "report_decided", _("Report from mentoring decided")
    CONFLICT_DECLARED = "conflict_declared", _("Conflict of interest declared for others")
    CONFLICT_WITHDRAWN = "conflict_withdrawn", _("Declared conflict of interest withdrawn")
    WEIGHTS_CHANGED = "weights_changed", _("What counts in suggestions of mentors changed")
    SENTENCE_CHANGED = "sentence_changed", _("Sentence in mentoring messages changed")
    COMMENT_DECIDED = "comment_decided", _("Comment of a reader decided on")
    COMMENT_ERASED = "comment_erased", _("Comment of a reader erased")
    ENQUIRY_ERASED = "enquiry_erased", _("Message from the contact form erased")
    DATA_EXPORTED = "data_exported", _("Personal data exported")
    AUDIT_READ = "audit_read", _("Audit trail read")
    AUDIT_EXPORTED = "audit_exported", _("Audit trail downloaded")


# What the facts say, for those who read the trail; others are shown as they are.
WORDS = {
    "given": pgettext_lazy("audit trail", "given"),
    "taken": pgettext_lazy("audit trail", "taken away"),
    "role": pgettext_lazy("audit trail", "role"),
    "purpose": pgettext_lazy("audit trail", "purpose"),
    "state": pgettext_lazy("audit trail", "state"),
    "administrator": _("Administrator"),
    **dict(Role.choices),
}


class Event(models.Model):
    """One thing that was done; `facts` hold keys and numbers, never names or free text."""

    at = models.DateTimeField(_("time"), db_default=Now())
    # No `choices`: a room that adds an action needs no migration here.
    action = models.CharField(_("action"), max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("done by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person concerned"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    of_model = models.CharField(_("kind of record"), max_length=100, blank=True)
    of_id = models.CharField(_("number of the record"), max_length=40, blank=True)
    facts = models.JSONField(_("details"), default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at", "-id"], name="personal_event_newest")]
        default_permissions = ("view",)
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"

    def get_action_display(self) -> str:
        """Return the action in words."""
        return str(dict(Action.choices).get(self.action, self.action))

    @property
    def record(self) -> str:
        """The kind and number of the record that it was done to, as `invitation 12`."""
        if not self.of_model:
            return ""
        try:
            kind = apps.get_model(self.of_model)._meta.verbose_name
        except LookupError:  # its room was taken out of the portal since
            kind = self.of_model
        return f"{kind} {self.of_id}"

    @property
    def details(self) -> str:
        """The facts on one line."""
        return "; ".join(
            f"{WORDS.get(name, name)}: {_in_words(value)}"
            for name, value in self.facts.items()
            if value != ""
        )


def record(
    action: Action,
    *,
    by: User | None,
    about: User | None = None,
    of: models.Model | None = None,
    **facts: str | int | bool,
) -> None:
    """Write down in the caller's transaction what somebody did, to a person or to a record.

    `by` is None for a command or a task. Raises ValueError for a fact that may be a name, an
    address or free text.
    """
    for name, value in facts.items():
        if isinstance(value, str) and not CODE.fullmatch(value):
            raise ValueError(f"The fact {name} of {action} is more than a key or a number.")
    Event.objects.create(action=action, by=by, about=about, facts=facts, **_named(of))


def _in_words(value: str | int | bool) -> str:
    return ", ".join(str(WORDS.get(each, each)) for each in str(value).split(","))


def _named(of: models.Model | None) -> dict[str, Any]:
    if of is None:
        return {}
    return {"of_model": of._meta.label_lower, "of_id": str(of.pk)}
