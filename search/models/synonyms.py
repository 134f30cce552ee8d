"""Expressions that editors declare to mean the same."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from search.lines import languages, lines_of, require_telling
from search.terms import asked_terms

# A longer expression would not be recognised in a query.
MOST_WORDS = 6


class SynonymSet(models.Model):
    """Expressions of one language, and of the other, that mean the same."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    language = models.CharField(_("language"), max_length=8, choices=languages)
    expressions = models.TextField(
        _("expressions"),
        help_text=_(
            "Words or short phrases that mean the same, one a line, also abbreviations. Other "
            "forms of the same word need no line of their own."
        ),
    )
    other_expressions = models.TextField(
        _("expressions in the other language"),
        blank=True,
        help_text=_("One a line. Whoever looks for one finds texts in both languages."),
    )

    panels = [
        FieldPanel("expressions"),
        FieldPanel("language"),
        FieldPanel("other_expressions"),
    ]

    class Meta:
        ordering = ["language", "expressions"]
        verbose_name = _("set of synonyms")
        verbose_name_plural = _("synonyms")

    def __str__(self) -> str:
        return " = ".join((*lines_of(self.expressions), *lines_of(self.other_expressions)))

    @property
    def other_language(self) -> str:
        """The code of the language of `other_expressions`."""
        return next(code for code, _name in settings.LANGUAGES if code != self.language)

    def by_language(self) -> dict[str, list[str]]:
        """Return the expressions by the code of their language."""
        return {
            self.language: lines_of(self.expressions),
            self.other_language: lines_of(self.other_expressions),
        }

    def clean(self) -> None:
        """Refuse expressions that say nothing, long ones, and sets that connect nothing."""
        super().clean()
        different: set[str] = set()
        fields = ("expressions", "other_expressions")
        for field, (language, lines) in zip(fields, self.by_language().items(), strict=True):
            require_telling(field, lines, language)
            asked = {line: asked_terms(line, language) for line in lines}
            _require_short(field, asked)
            different |= {" ".join(terms) for terms in asked.values()}
        if len(different) < 2:
            message = _("Enter two expressions at least that search does not take for the same.")
            raise ValidationError({"expressions": message})


def _require_short(field: str, asked: dict[str, list[str]]) -> None:
    for line, terms in asked.items():
        if len(terms) > MOST_WORDS:
            message = _("“%(line)s” is too long: %(most)s words at most, small ones apart.")
            raise ValidationError({field: message % {"line": line, "most": MOST_WORDS}})
