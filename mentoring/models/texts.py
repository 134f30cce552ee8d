"""What the coordinator adds to the messages that mentoring writes to people."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.contacts import refuse_contacts
from portal.validators import one_line


class Sentence(models.Model):
    """A sentence of the coordinator at the end of one text, in one language; empty adds nothing.

    `key` is that of the text (see `mentoring.texts`).
    """

    key = models.CharField(max_length=40)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    text = models.CharField(
        _("your own sentence"),
        max_length=200,
        blank=True,
        validators=[one_line, refuse_contacts],
        help_text=_(
            "It appears at the end of the message. Name nobody and give no contact details: "
            "messages are kept long after people have left. Leave it empty to add nothing."
        ),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["key", "language"], name="mentoring_sentence_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.language})"

    @classmethod
    def of(cls, key: str, language: str) -> str:
        """Return what is added to a text in a language."""
        found = cls.objects.filter(key=key, language=language).values_list("text", flat=True)
        return found.first() or ""
