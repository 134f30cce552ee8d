"""What an organisation can be to a project."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The IATI participating organisation roles, with financing told apart from the donor."""

    DONOR = "donor", _("Donor")
    FINANCING = "financing", _("Financed by")
    IMPLEMENTING = "implementing", _("Implemented by")
    PARTNER = "partner", _("Partner")
