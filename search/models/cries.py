"""The list by which search knows that somebody needs help."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from search.cries.syntax import choices, defines, groups_of, undefined
from search.lines import LONGEST_LINE, languages, lines_of

# A line may name many words of which one is enough.
LONGEST = 8 * LONGEST_LINE


class CryList(models.Model):
    """Words and phrases of one language after which help stands above the results."""

    language = models.CharField(
        _("language"),
        max_length=8,
        choices=languages,
        unique=True,
        help_text=_("Of the words; visitors of every language may type them."),
    )
    anywhere = models.TextField(
        _("words anywhere in a query"),
        blank=True,
        help_text=_(
            "One a line. The words must follow each other; small words between them, other forms, "
            "missing diacritics and one wrong letter in a long word do not matter. “hits/beats me” "
            "is either word before “me”; with “my + hits/beats” the words may stand anywhere; a "
            "line does not count with words after “ - ”. Violence alone is no cry for help: most "
            "who write the word look for a law or a study. Words that many lines use are a group: "
            "after “@family = mother/father”, “@family” stands for them in every line; defined "
            "again, it has these words too. “@family == mother” leaves out other forms, “*ing” is "
            "any word that ends so."
        ),
    )
    alone = models.TextField(
        _("whole queries"),
        blank=True,
        help_text=_(
            "One a line: only where a query has no other words, for example “help”, “129”."
        ),
    )

    panels = [FieldPanel("language"), FieldPanel("anywhere"), FieldPanel("alone")]

    class Meta:
        ordering = ["language"]
        verbose_name = _("list of cries for help")
        verbose_name_plural = _("cries for help")

    def __str__(self) -> str:
        return str(dict(languages()).get(self.language, self.language))

    def clean(self) -> None:
        """Refuse lines without letters or digits, endless ones, and what is no group."""
        super().clean()
        lines = [*lines_of(self.anywhere), *lines_of(self.alone)]
        for field in ("anywhere", "alone"):
            for line in lines_of(getattr(self, field)):
                self._refuse(field, line, lines)

    def _refuse(self, field: str, line: str, lines: list[str]) -> None:
        before = lines[: lines.index(line)] if defines(line) else lines
        unknown = undefined(line, groups_of(before))
        parts = choices(line) or [""] if defines(line) else line.split(" + ")
        if len(line) > LONGEST or not all(any(map(str.isalnum, part)) for part in parts):
            message = _("“%(line)s…” is too long, or has a part without words.")
        elif unknown:
            message = _(
                "“%(group)s” is no group of this list. Define it on a line above: "
                "“%(group)s = mother/father”."
            )
        elif defines(line) and any(" " in part for part in parts):
            message = _("“%(line)s…”: put “/” between the words of a group.")
        else:
            return
        values = {"line": line[:30], "group": "".join(unknown[:1])}
        raise ValidationError({field: message % values})
