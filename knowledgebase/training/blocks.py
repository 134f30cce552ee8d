"""What a lesson is written with besides running text: what a trainee does, tries and keeps.

People's answers hang on the ids of blocks and of their items, which every language shares.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField

from portal.blocks import BODY_BLOCKS
from portal.blocks.text import ProseBlock


class OptionBlock(blocks.StructBlock):
    """An answer to choose, and why it is right or wrong."""

    text = blocks.CharBlock(label=_("Answer"), max_length=300)
    is_right = blocks.BooleanBlock(label=_("This answer is right"), required=False)
    feedback = blocks.TextBlock(
        label=_("Why"),
        rows=2,
        help_text=_("Shown to whoever chose it. Say what to look at, not only “wrong”."),
    )

    class Meta:
        icon = "check"
        label = _("Answer")


class CheckBlock(blocks.StructBlock):
    """One question in the middle of a lesson; nothing is scored."""

    question = blocks.TextBlock(label=_("Question"), rows=2)
    options = blocks.ListBlock(OptionBlock(), label=_("Answers"), min_num=2, max_num=6)

    class Meta:
        icon = "help"
        label = _("Short check")
        template = "training/blocks/check.html"

    def clean(self, value: Any) -> Any:
        """Refuse a question without a right answer."""
        cleaned = super().clean(value)
        if not any(option["is_right"] for option in cleaned["options"]):
            message = _("Mark at least one answer as right.")
            raise StructBlockValidationError({"options": ValidationError(message)})
        return cleaned


class ChoiceBlock(blocks.StructBlock):
    """What somebody in the case could do, and where that leads."""

    text = blocks.CharBlock(label=_("What could be done"), max_length=300)
    outcome = blocks.TextBlock(label=_("What follows"), rows=3)
    scene = blocks.IntegerBlock(
        label=_("Goes on with scene number"),
        required=False,
        min_value=2,
        help_text=_("Leave it empty where the case ends here."),
    )

    class Meta:
        icon = "arrow-right"
        label = _("Choice")


class SceneBlock(blocks.StructBlock):
    """A moment in a case at which somebody has to decide."""

    text = ProseBlock(label=_("What happens"))
    choices = blocks.ListBlock(ChoiceBlock(), label=_("Choices"), min_num=2, max_num=5)

    class Meta:
        icon = "form"
        label = _("Scene")


class CaseBlock(blocks.StructBlock):
    """A case in which each choice leads to another moment or to an end; scenes count from one."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    scenes = blocks.ListBlock(SceneBlock(), label=_("Scenes"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Case study")
        template = "training/blocks/case.html"

    def clean(self, value: Any) -> Any:
        """Refuse a choice that leads to a scene that is not there, or back to an earlier one."""
        cleaned = super().clean(value)
        count = len(cleaned["scenes"])
        for number, scene in enumerate(cleaned["scenes"], start=1):
            for choice in scene["choices"]:
                if choice["scene"] and not number < choice["scene"] <= count:
                    message = _("A choice in scene %(number)s must lead to a later scene.")
                    error = ValidationError(message, params={"number": number})
                    raise StructBlockValidationError({"scenes": error})
        return cleaned


class ReflectionBlock(blocks.StructBlock):
    """A question that a trainee answers for themselves; nobody else reads the answer."""

    prompt = blocks.TextBlock(label=_("Question"), rows=3)

    class Meta:
        icon = "edit"
        label = _("Reflection")
        template = "training/blocks/reflection.html"


class ChecklistBlock(blocks.StructBlock):
    """Things to tick off, at work or before it."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    items = blocks.ListBlock(
        blocks.CharBlock(max_length=300, label=_("Point")), label=_("Points"), min_num=1
    )

    class Meta:
        icon = "tick"
        label = _("Checklist")
        template = "training/blocks/checklist.html"


class WorksheetBlock(blocks.StructBlock):
    """Sheets to download, and what to do with them."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = ProseBlock(label=_("What to do with it"), required=False)
    documents = blocks.ListBlock(DocumentChooserBlock(), label=_("Documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Worksheet")
        template = "training/blocks/worksheet.html"


class AssignmentBlock(blocks.StructBlock):
    """A task in the trainee's own municipality, handed in and answered by the trainer."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = ProseBlock(label=_("What to do"))

    class Meta:
        icon = "site"
        label = _("In your municipality")
        template = "training/blocks/assignment.html"


LESSON_BLOCKS = [
    *BODY_BLOCKS,
    ("check", CheckBlock()),
    ("case", CaseBlock()),
    ("reflection", ReflectionBlock()),
    ("checklist", ChecklistBlock()),
    ("worksheet", WorksheetBlock()),
    ("assignment", AssignmentBlock()),
]


def lesson_field() -> StreamField:
    """Return the field for a lesson's text and what is done in it."""
    return StreamField(LESSON_BLOCKS, verbose_name=_("content"), blank=True)


def objectives_field() -> StreamField:
    """Return the field for what people can do afterwards."""
    return StreamField(
        [("objective", blocks.CharBlock(label=_("Objective"), max_length=300, icon="pick"))],
        verbose_name=_("objectives"),
        blank=True,
        help_text=_("What people can do afterwards: begin each with a verb."),
    )
