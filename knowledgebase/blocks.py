"""The parts of the knowledge base's pages that repeat."""

from typing import Any

from babel import Locale
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField

from portal.blocks.asides import AccordionBlock, CalloutBlock, TableBlock
from portal.blocks.media import DocumentsBlock, FigureBlock
from portal.blocks.text import HeadingBlock, ProseBlock, QuoteBlock, SubheadingBlock

# A chapter's headings, figures and tables are numbered, see `knowledgebase.text.outline`.
CHAPTER_BLOCKS = [
    ("heading", HeadingBlock()),
    ("subheading", SubheadingBlock()),
    ("text", ProseBlock()),
    ("quote", QuoteBlock()),
    ("figure", FigureBlock()),
    ("table", TableBlock()),
    ("callout", CalloutBlock()),
    ("accordion", AccordionBlock()),
    ("documents", DocumentsBlock()),
]


def chapter_field() -> StreamField:
    """Return the field for a chapter's text."""
    return StreamField(
        CHAPTER_BLOCKS,
        verbose_name=_("text"),
        blank=True,
        help_text=_("A footnote: ^[its text]. A reference: [@key] or [@key, p. 12]."),
    )


class VersionBlock(blocks.StructBlock):
    """A version of a work, with what changed in it."""

    number = blocks.CharBlock(label=_("Version"), max_length=20)
    date = blocks.DateBlock(label=_("Date"))
    changes = blocks.TextBlock(label=_("What changed"))

    class Meta:
        icon = "history"
        label = _("Version")


class PartBlock(blocks.StructBlock):
    """A named part of a practice: a component, a step."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = ProseBlock(label=_("Text"), required=False)

    class Meta:
        icon = "list-ol"


class StaffBlock(blocks.StructBlock):
    """Who does the work, and how much of their time it takes."""

    role = blocks.CharBlock(label=_("Role"), max_length=120)
    posts = blocks.DecimalBlock(
        label=_("Full-time posts"),
        required=False,
        min_value=0,
        decimal_places=2,
        help_text=_("Leave empty where it is not known."),
    )
    tasks = blocks.TextBlock(label=_("What they do"), required=False, default="", rows=2)

    class Meta:
        icon = "group"
        label = _("Staff")


def countries() -> list[tuple[str, str]]:
    """Return the code and name of every country, in the reader's language."""
    names = Locale(get_language() or "sq").territories
    codes = {str(code) for code in names} - NO_COUNTRY
    countries = [(code, names[code]) for code in codes if len(code) == 2 and code.isalpha()]
    return sorted(countries, key=lambda country: country[1])


NO_COUNTRY = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


class UseValue(blocks.StructValue):
    """A place where a model has been used."""

    @property
    def country_name(self) -> str:
        """The country in the visitor's language."""
        return Locale(get_language() or "sq").territories.get(self["country"], self["country"])

    @property
    def country_beside(self) -> str:
        """The country's name beside that of the place; empty where the place is the country."""
        return "" if self["place"] == self.country_name else self.country_name

    @property
    def line(self) -> str:
        """The place with its country and the years."""
        return ", ".join(filter(None, (self["place"], self.country_beside, self["years"])))


class UseBlock(blocks.StructBlock):
    """Where a model has been used."""

    place = blocks.CharBlock(label=_("Municipality or region"), max_length=160)
    country = blocks.ChoiceBlock(choices=countries, default="AL", label=_("Country"))
    years = blocks.CharBlock(label=_("Years"), max_length=40, required=False, default="")
    text = ProseBlock(label=_("What is known of it"), required=False)

    class Meta:
        icon = "site"
        label = _("Place")
        value_class = UseValue


class PartnerBlock(blocks.StructBlock):
    """Somebody without whom the model does not work."""

    name = blocks.CharBlock(label=_("Partner"), max_length=160)
    part = blocks.TextBlock(label=_("What they bring"), required=False, default="", rows=2)

    class Meta:
        icon = "group"
        label = _("Partner")


class RiskBlock(blocks.StructBlock):
    """What may go wrong, and what guards against it."""

    risk = blocks.TextBlock(label=_("Risk"), rows=2)
    safeguard = blocks.TextBlock(label=_("Safeguard"), rows=2)

    class Meta:
        icon = "warning"
        label = _("Risk")


class Weight(models.TextChoices):
    """How much a model depends on a condition."""

    ESSENTIAL = "essential", _("Without it the model does not work")
    HELPFUL = "helpful", _("It works better with it")


class ConditionBlock(blocks.StructBlock):
    """Something that must be there for the model to work, put as a question of yes or no."""

    question = blocks.CharBlock(
        label=_("Question"),
        max_length=200,
        help_text=_("For example: Is there a case manager in the municipality?"),
    )
    weight = blocks.ChoiceBlock(
        choices=Weight.choices, default=Weight.ESSENTIAL, label=_("How much it matters")
    )
    advice = blocks.TextBlock(
        label=_("What to do where it is missing"), required=False, default="", rows=2
    )

    class Meta:
        icon = "help"
        label = _("Condition")


def parts_field(label: Any, help_text: Any = "") -> StreamField:
    """Return a field for named parts in order."""
    return StreamField(
        [("part", PartBlock(label=_("Part")))],
        blank=True,
        verbose_name=label,
        help_text=help_text,
    )
