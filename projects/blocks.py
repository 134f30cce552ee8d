"""The parts of a project that repeat: pillars, expected results, beneficiaries."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.blocks.asides import LinkBlock
from portal.blocks.pages import PageLinkBlock
from portal.blocks.text import ProseBlock


class PillarBlock(blocks.StructBlock):
    """One of the things that the project does."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = ProseBlock(label=_("Text"), required=False)
    page = PageLinkBlock(
        label=_("Page about it"),
        required=False,
        help_text=_("The study, programme or plan that came of it, once it has a page."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Pillar")


class IndicatorValue(blocks.StructValue):
    """An indicator, with how far it has come."""

    @property
    def has_progress(self) -> bool:
        """Whether there is anything to draw."""
        return self["actual"] is not None


class IndicatorBlock(blocks.StructBlock):
    """What shows whether a result is reached (IATI: indicator, baseline, target, actual)."""

    name = blocks.CharBlock(label=_("Indicator"), max_length=200)
    unit = blocks.CharBlock(
        label=_("Unit"),
        max_length=40,
        required=False,
        default="",
        help_text=_("For example: persons, plans."),
    )
    baseline = blocks.DecimalBlock(label=_("Baseline"), required=False)
    target = blocks.DecimalBlock(label=_("Target"), required=False)
    actual = blocks.DecimalBlock(
        label=_("Actual"),
        required=False,
        help_text=_("Leave empty while nothing is reported."),
    )

    class Meta:
        icon = "order"
        label = _("Indicator")
        value_class = IndicatorValue


class ResultStatus(models.TextChoices):
    """How far an expected result has come, as the project itself reports it."""

    UNREPORTED = "unreported", _("Not reported")
    PLANNED = "planned", _("Planned")
    ONGOING = "ongoing", _("In progress")
    ACHIEVED = "achieved", _("Achieved")
    MISSED = "missed", _("Not achieved")


class ResultValue(blocks.StructValue):
    """An expected result."""

    @property
    def status_label(self) -> str:
        """The status in the visitor's language; empty while nothing is reported."""
        status = ResultStatus(self["status"])
        return "" if status is ResultStatus.UNREPORTED else str(status.label)

    @property
    def is_reported(self) -> bool:
        """Whether each indicator says how far it has come."""
        return all(indicator.has_progress for indicator in self["indicators"])


class ResultBlock(blocks.StructBlock):
    """What the project is to achieve; numbered I, II, … by its place."""

    title = blocks.TextBlock(label=_("Expected result"), rows=2)
    text = ProseBlock(label=_("Description"), required=False)
    status = blocks.ChoiceBlock(
        choices=ResultStatus.choices, default=ResultStatus.UNREPORTED, label=_("Status")
    )
    indicators = blocks.ListBlock(IndicatorBlock(), label=_("Indicators"), default=[])
    evidence = blocks.ListBlock(LinkBlock(), label=_("Evidence"), default=[])

    class Meta:
        icon = "success"
        label = _("Expected result")
        value_class = ResultValue


class BeneficiaryKind(models.TextChoices):
    """Whom the project serves, as donors ask for it."""

    MAIN = "main", _("Main beneficiary")
    DIRECT = "direct", _("Direct beneficiaries")
    FINAL = "final", _("Final beneficiaries")


class Precision(models.TextChoices):
    """How exactly a count is known."""

    EXACT = "exact", _("exactly")
    AT_LEAST = "at_least", _("at least")
    ABOUT = "about", _("about")


class BeneficiaryValue(blocks.StructValue):
    """A group of beneficiaries with its figures."""

    @property
    def kind_label(self) -> str:
        """The kind in the visitor's language."""
        return str(BeneficiaryKind(self["kind"]).label)

    @property
    def women(self) -> int | None:
        """Share of women in per cent."""
        return self["women_share"]

    @property
    def men(self) -> int | None:
        """Share of men in per cent."""
        return self["men_share"]


def share_block(label: Any) -> blocks.IntegerBlock:
    """Return a block for a share in per cent."""
    return blocks.IntegerBlock(label=label, required=False, min_value=0, max_value=100)


class BeneficiaryBlock(blocks.StructBlock):
    """Who benefits, how many of them, and where the figure comes from."""

    kind = blocks.ChoiceBlock(choices=BeneficiaryKind.choices, label=_("Kind"))
    group = blocks.TextBlock(label=_("Who they are"), rows=2)
    precision = blocks.ChoiceBlock(
        choices=Precision.choices, default=Precision.EXACT, label=_("The count is")
    )
    count = blocks.IntegerBlock(label=_("Count"), required=False, min_value=0)
    women_share = share_block(_("Women, per cent"))
    men_share = share_block(_("Men, per cent"))
    base_precision = blocks.ChoiceBlock(
        choices=Precision.choices,
        default=Precision.EXACT,
        label=_("The base figure is"),
    )
    base_count = blocks.IntegerBlock(label=_("Base figure"), required=False, min_value=0)
    base_text = blocks.TextBlock(
        label=_("What the base figure counts, and who reported it"),
        required=False,
        default="",
        rows=2,
    )

    class Meta:
        icon = "group"
        label = _("Beneficiaries")
        value_class = BeneficiaryValue

    def clean(self, value: Any) -> Any:
        """Refuse shares that do not add up to 100, and a base figure without its source."""
        cleaned = super().clean(value)
        errors = {}
        shares = [cleaned["women_share"], cleaned["men_share"]]
        if shares != [None, None] and (None in shares or sum(shares) != 100):
            errors["men_share"] = ValidationError(_("Women and men must add up to 100 per cent."))
        if cleaned["base_count"] is not None and not cleaned["base_text"]:
            errors["base_text"] = ValidationError(_("Say what is counted and who reported it."))
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned
