"""How much each fact counts when mentors are suggested; the coordinator sets it."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


def weight(name: Any, default: int) -> models.PositiveSmallIntegerField:
    """Return the field of a weight, from 0 (does not count) to 5."""
    return models.PositiveSmallIntegerField(
        name, default=default, validators=[MaxValueValidator(5)]
    )


class Weights(models.Model):
    """What counts, from 0 to 5, in one row; each criterion is explained to the mentee in words."""

    needs = weight(_("the same needs of survivors"), 4)
    integration_models = weight(_("the same integration models"), 4)
    skills = weight(_("the skills that the mentee wants to learn"), 4)
    languages = weight(_("a language in common"), 5)
    place = weight(_("a municipality of similar size"), 2)
    meetings = weight(_("the same ways of meeting"), 3)
    times = weight(_("the same times of the week"), 2)
    room = weight(_("time for somebody new now"), 3)

    NAMES = (
        *("needs", "integration_models", "skills", "languages"),
        *("place", "meetings", "times", "room"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("suggestions of mentors")
        default_permissions = ("change",)

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def current(cls) -> "Weights":
        """Return the weights that are set, else those that come with the portal."""
        return cls.objects.first() or cls(pk=1)
