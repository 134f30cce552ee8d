"""What is known of a model, in the EMMIE frame of the (UK) College of Policing.

Effect, mechanism, moderators, implementation and economics (Johnson, Tilley and Bowers, 2015),
each with the strength of what it rests on; cost and impact in the manner of the toolkit of the
Education Endowment Foundation.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from portal.blocks.text import PROSE
from portal.synchronised import synchronised


class Strength(models.IntegerChoices):
    """How far evidence can be relied on; None stands for not yet rated."""

    VERY_WEAK = 1, _("very weak")
    WEAK = 2, _("weak")
    MODERATE = 3, _("moderate")
    STRONG = 4, _("strong")
    VERY_STRONG = 5, _("very strong")


class Cost(models.IntegerChoices):
    """What a model costs for one person, beside others; None stands for not yet rated."""

    VERY_LOW = 1, _("very low")
    LOW = 2, _("low")
    MODERATE = 3, _("moderate")
    HIGH = 4, _("high")
    VERY_HIGH = 5, _("very high")


class Impact(models.IntegerChoices):
    """What difference a model makes; None stands for not yet rated."""

    NEGATIVE = -1, _("negative")
    NONE = 0, _("none found")
    SMALL = 1, _("small")
    MODERATE = 2, pgettext_lazy("impact", "moderate")
    LARGE = 3, _("large")


class Dimension(models.TextChoices):
    """The five questions of EMMIE."""

    EFFECT = "effect", _("Effect")
    MECHANISM = "mechanism", _("Mechanism")
    MODERATORS = "moderators", _("Moderators")
    IMPLEMENTATION = "implementation", _("Implementation")
    ECONOMICS = "economics", _("Economics")

    @property
    def question(self) -> str:
        """The dimension as a question."""
        return str(QUESTIONS[self])


QUESTIONS = {
    Dimension.EFFECT: _("Does it help, and how much?"),
    Dimension.MECHANISM: _("Why does it help?"),
    Dimension.MODERATORS: _("For whom and where does it help more, or less?"),
    Dimension.IMPLEMENTATION: _("What does it take to do it well?"),
    Dimension.ECONOMICS: _("What does it cost, and what does it save?"),
}


@dataclass(frozen=True)
class Finding:
    """What is known in one dimension."""

    dimension: Dimension
    text: str
    strength: Strength | None

    @property
    def is_known(self) -> bool:
        """Whether anything is written or rated."""
        return bool(self.text or self.strength)


def strength_field() -> models.PositiveSmallIntegerField:
    """Return the field for the strength of evidence in one dimension."""
    return models.PositiveSmallIntegerField(
        _("strength of evidence"),
        choices=Strength,
        null=True,
        blank=True,
        help_text=_("Empty means: not yet rated."),
    )


def finding_field(dimension: Dimension) -> RichTextField:
    """Return the field for what is known in one dimension, with its sources."""
    return RichTextField(
        dimension.label,
        blank=True,
        features=PROSE,
        help_text=_("Name the sources where they are used: [@key]."),
    )


class Evidence(models.Model):
    """The ratings of a model and what they rest on."""

    cost = models.PositiveSmallIntegerField(
        _("cost"),
        choices=Cost,
        null=True,
        blank=True,
        help_text=_("For one person, beside other models. Empty means: not yet rated."),
    )
    impact = models.SmallIntegerField(
        _("impact"),
        choices=Impact,
        null=True,
        blank=True,
        help_text=_("What difference it makes. Empty means: not yet rated."),
    )
    ratings_are_examples = models.BooleanField(
        _("the ratings are examples"),
        default=False,
        help_text=_("They only show what ratings look like, and are marked so everywhere."),
    )
    effect = finding_field(Dimension.EFFECT)
    effect_strength = strength_field()
    mechanism = finding_field(Dimension.MECHANISM)
    mechanism_strength = strength_field()
    moderators = finding_field(Dimension.MODERATORS)
    moderators_strength = strength_field()
    implementation = finding_field(Dimension.IMPLEMENTATION)
    implementation_strength = strength_field()
    economics = finding_field(Dimension.ECONOMICS)
    economics_strength = strength_field()

    evidence_panels = [
        FieldRowPanel([FieldPanel("cost"), FieldPanel("impact")], heading=_("At a glance")),
        FieldPanel("ratings_are_examples"),
        *(
            MultiFieldPanel(
                [FieldPanel(dimension.value), FieldPanel(f"{dimension.value}_strength")],
                heading=dimension.label,
                help_text=QUESTIONS[dimension],
            )
            for dimension in Dimension
        ),
    ]
    override_translatable_fields = [
        *synchronised("cost", "impact", "ratings_are_examples"),
        *synchronised(*(f"{each.value}_strength" for each in Dimension)),
    ]

    class Meta:
        abstract = True

    @property
    def strength(self) -> Strength | None:
        """The strength of the evidence on the effect, which stands for the whole in lists."""
        return None if self.effect_strength is None else Strength(self.effect_strength)

    @property
    def findings(self) -> list[Finding]:
        """What is known in each dimension, in the order of the frame."""
        return [self.finding(dimension) for dimension in Dimension]

    def finding(self, dimension: Dimension) -> Finding:
        """Return what is known in one dimension."""
        strength = getattr(self, f"{dimension.value}_strength")
        text = getattr(self, dimension.value)
        return Finding(dimension, text, None if strength is None else Strength(strength))

    @property
    def has_findings(self) -> bool:
        """Whether anything is known or rated in any dimension."""
        return any(finding.is_known for finding in self.findings)

    @property
    def cost_label(self) -> str:
        """The cost in the visitor's language; empty while it is not rated."""
        return "" if self.cost is None else str(Cost(self.cost).label)

    @property
    def impact_label(self) -> str:
        """The impact in the visitor's language; empty while it is not rated."""
        return "" if self.impact is None else str(Impact(self.impact).label)

    @property
    def strength_label(self) -> str:
        """The strength of the evidence in the visitor's language; empty while it is not rated."""
        return "" if self.strength is None else str(self.strength.label)
