"""What was done and must not be done twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Done(models.Model):
    """An effect that took place, by its key; see `portal.tasks.once`."""

    key = models.CharField(_("key"), max_length=200, primary_key=True)
    done_at = models.DateTimeField(_("done at"), auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return self.key
