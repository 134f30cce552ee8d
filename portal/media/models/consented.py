"""What the people in a picture agreed to, which is for colleagues alone."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.media.states import People


class Consented(models.Model):
    """A picture that pages show for as long as the people in it agree."""

    people_shown = models.CharField(
        _("are people shown?"),
        max_length=10,
        choices=People,
        default=People.UNKNOWN,
        blank=True,
        help_text=_(
            "Whether somebody who knows them could recognise them. A picture for which you do not "
            "know this yet is shown, and appears in the report on consents."
        ),
    )
    consent_scope = models.CharField(
        _("what the people agreed to"),
        max_length=255,
        blank=True,
        help_text=_(
            "Only where people can be recognised, for example “web and print”. Visitors never see "
            "this, nor the three answers below."
        ),
    )
    consent_until = models.DateField(
        _("the consent lasts until"),
        null=True,
        blank=True,
        help_text=_(
            "The last day on which pages may show the picture. Leave it empty if they set no end."
        ),
    )
    consent_paper = models.CharField(
        _("where the signed paper is kept"),
        max_length=255,
        blank=True,
        help_text=_("For example “Office, folder 3”. Do not write names of the people here."),
    )
    consent_withdrawn = models.BooleanField(
        _("the people withdrew their consent"),
        default=False,
        help_text=_("Pages in every language stop showing the picture as soon as you save."),
    )
    # What was answered of the picture that waits to replace this one, by field.
    replacement_answers = models.JSONField(default=dict, editable=False)
    # The day on which colleagues were told that the consent ended.
    consent_told_on = models.DateField(null=True, editable=False)

    class Meta:
        abstract = True

    ANSWERS = (
        "credit",
        "people_shown",
        "consent_scope",
        "consent_until",
        "consent_paper",
        "consent_withdrawn",
    )

    @property
    def consent_is_over(self) -> bool:
        """Whether the people in it agree no more; the same as `querysets.consent_over`."""
        if self.people_shown != People.SHOWN:
            return False
        last_day = self.consent_until or date.max
        return self.consent_withdrawn or last_day < timezone.localdate()
