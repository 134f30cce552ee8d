"""The questions of a quiz, as authors write them; right answers stand here and on no page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField

from knowledgebase.training.blocks import OptionBlock
from portal.blocks.text import ProseBlock


class QuestionBlock(blocks.StructBlock):
    """What every question has."""

    text = blocks.TextBlock(label=_("Question"), rows=2)
    marks = blocks.IntegerBlock(label=_("Marks"), default=1, min_value=1, max_value=20)


class SingleBlock(QuestionBlock):
    """One answer is right."""

    options = blocks.ListBlock(OptionBlock(), label=_("Answers"), min_num=2, max_num=8)

    class Meta:
        icon = "radio-full"
        label = _("One right answer")


class MultipleBlock(QuestionBlock):
    """Any number of answers are right; half right earns a part of the marks."""

    options = blocks.ListBlock(OptionBlock(), label=_("Answers"), min_num=2, max_num=8)

    class Meta:
        icon = "tick"
        label = _("Several right answers")


class TrueFalseBlock(QuestionBlock):
    """A statement that is true or false."""

    is_true = blocks.BooleanBlock(label=_("The statement is true"), required=False)
    explanation = blocks.TextBlock(label=_("Why"), rows=2)

    class Meta:
        icon = "check"
        label = _("True or false")


class PairBlock(blocks.StructBlock):
    """Two things that belong together."""

    left = blocks.CharBlock(label=_("This"), max_length=200)
    right = blocks.CharBlock(label=_("belongs with"), max_length=200)


class MatchingBlock(QuestionBlock):
    """Things to put together in pairs."""

    pairs = blocks.ListBlock(PairBlock(label=_("Pair")), label=_("Pairs"), min_num=2, max_num=8)
    explanation = blocks.TextBlock(label=_("Why"), rows=2)

    class Meta:
        icon = "link"
        label = _("Matching")


class OrderingBlock(QuestionBlock):
    """Things to put in order."""

    items = blocks.ListBlock(
        blocks.CharBlock(max_length=200, label=_("Step")),
        label=_("Steps in the right order"),
        min_num=3,
        max_num=8,
    )
    explanation = blocks.TextBlock(label=_("Why"), rows=2)

    class Meta:
        icon = "list-ol"
        label = _("Ordering")


class ShortTextBlock(QuestionBlock):
    """A word or two to write; endings of words do not matter."""

    accepted = blocks.ListBlock(
        blocks.CharBlock(max_length=100, label=_("Accepted answer")),
        label=_("Accepted answers"),
        min_num=1,
        help_text=_("Endings, capitals and accents do not matter: bashkia accepts bashkisë."),
    )
    explanation = blocks.TextBlock(label=_("Why"), rows=2)

    class Meta:
        icon = "pilcrow"
        label = _("Short text")


PLAIN_QUESTIONS = [
    ("single", SingleBlock()),
    ("multiple", MultipleBlock()),
    ("true_false", TrueFalseBlock()),
    ("matching", MatchingBlock()),
    ("ordering", OrderingBlock()),
    ("short_text", ShortTextBlock()),
]


class ScenarioBlock(blocks.StructBlock):
    """A situation with the questions that it raises, which are drawn together."""

    situation = ProseBlock(label=_("Situation"))
    questions = blocks.StreamBlock(PLAIN_QUESTIONS, label=_("Questions"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Scenario")


class PoolBlock(blocks.StructBlock):
    """Questions about one objective, of which each attempt gets all or a few."""

    title = blocks.CharBlock(
        label=_("What they are about"), max_length=160, help_text=_("For authors and trainers.")
    )
    objective = blocks.IntegerBlock(
        label=_("Number of the objective"),
        required=False,
        min_value=1,
        help_text=_("Counted in the list of the module or programme that the quiz belongs to."),
    )
    draw = blocks.IntegerBlock(
        label=_("How many are asked"),
        required=False,
        min_value=1,
        help_text=_("Drawn again for each attempt. Leave it empty to ask all."),
    )
    questions = blocks.StreamBlock(
        [*PLAIN_QUESTIONS, ("scenario", ScenarioBlock())], label=_("Questions"), min_num=1
    )

    class Meta:
        icon = "folder-open-inverse"
        label = _("Group of questions")


def pools_field() -> StreamField:
    """Return the field for the questions of a quiz."""
    return StreamField([("pool", PoolBlock())], verbose_name=_("questions"), blank=True)
