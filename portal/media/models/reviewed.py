"""What images and documents have in common: somebody who may publish accepts their file."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.media.querysets import open_collections
from portal.media.states import Review


class Reviewed(models.Model):
    """A file that visitors get when somebody who may publish has accepted it."""

    review = models.CharField(
        _("review"), max_length=10, choices=Review, default=Review.WAITING, editable=False
    )

    # Set by who saves a new file and may publish it.
    accepts_file = False
    # Filled by `with_openness`.
    known_open: bool | None = None

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        """Whether everybody may see its collection."""
        if self.known_open is not None:
            return self.known_open
        return open_collections().filter(pk=self.collection_id).exists()  # type: ignore[attr-defined]
