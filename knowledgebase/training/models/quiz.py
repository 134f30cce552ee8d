"""A quiz: its questions, which stand on no public page, and its rules."""

from datetime import datetime, timedelta
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import RichTextField

from knowledgebase.training.around import around
from knowledgebase.training.attempts.problems import problems
from knowledgebase.training.attempts.so_far import SoFar
from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.completion import Concession
from knowledgebase.training.question_blocks import pools_field
from portal.accounts.models import User
from portal.blocks.text import PROSE
from portal.pages import PublicPage
from portal.synchronised import synchronised


class Purpose(models.TextChoices):
    """What a quiz is for."""

    PRACTICE = "quiz", _("Quiz of a module")
    BEFORE = "before", _("Test before the programme")
    AFTER = "after", _("Final test of the programme")


class Reveal(models.TextChoices):
    """When a person sees which answers were right."""

    EACH = "each", _("after each attempt")
    LAST = "last", _("once they passed, or have no attempt left")
    NEVER = "never", _("never")


class QuizPage(PublicPage):
    """Says what is asked and by which rules; the questions are asked in an attempt of one's own."""

    purpose = models.CharField(
        _("purpose"), max_length=10, choices=Purpose, default=Purpose.PRACTICE
    )
    intro = RichTextField(_("before it begins"), blank=True, features=PROSE)
    pools = pools_field()
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark, in per cent"), default=70, validators=[MaxValueValidator(100)]
    )
    attempts = models.PositiveSmallIntegerField(
        _("attempts"), default=3, help_text=_("0 means as many as people like.")
    )
    wait_hours = models.PositiveSmallIntegerField(_("hours between two attempts"), default=0)
    minutes = models.PositiveSmallIntegerField(
        _("minutes for an attempt"),
        null=True,
        blank=True,
        help_text=_("Leave it empty: people learn between two shifts. It cannot be extended."),
    )
    is_shuffled = models.BooleanField(_("questions and answers are shuffled"), default=True)
    reveal = models.CharField(
        _("right answers are shown"), max_length=10, choices=Reveal, default=Reveal.EACH
    )

    share_look = "walnut"
    parent_page_types = ["training.ProgrammePage", "training.ModulePage"]
    subpage_types: list[str] = []
    rule_panels = [
        FieldPanel("purpose"),
        FieldRowPanel([FieldPanel("pass_mark"), FieldPanel("attempts"), FieldPanel("wait_hours")]),
        FieldPanel("minutes"),
        FieldPanel("is_shuffled"),
        FieldPanel("reveal"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*PublicPage.content_panels, FieldPanel("intro"), FieldPanel("pools")],
                heading=_("Questions"),
            ),
            ObjectList([MultiFieldPanel(rule_panels, heading=_("Rules"))], heading=_("Rules")),
            ObjectList(PublicPage.promote_panels, heading=_("Promote")),
            ObjectList(PublicPage.settings_panels, heading=_("Review")),
        ]
    )
    override_translatable_fields = [
        *PublicPage.override_translatable_fields,
        *synchronised(
            "purpose",
            "pass_mark",
            "attempts",
            "wait_hours",
            "minutes",
            "is_shuffled",
            "reveal",
        ),
    ]

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    def attempts_of(self, user: User) -> int | None:
        """Return how many attempts a person has in all; None for as many as they like."""
        if not self.attempts:
            return None
        granted = Concession.objects.filter(
            user=user,
            kind=Concession.Kind.ATTEMPT,
            subject=self.translation_key,
            withdrawn_at=None,
        )
        return self.attempts + granted.count()

    def opens_again(self, last: Attempt) -> datetime:
        """Return when somebody may try again after an attempt that was handed in."""
        return (last.submitted_at or timezone.now()) + timedelta(hours=self.wait_hours)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show its author the questions with their answers, and what is wrong with them."""
        return "training/quiz_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Add what is wrong."""
        return super().get_preview_context(request, mode_name) | {"problems": problems(self)}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the programme around the quiz, and what the person did at it so far."""
        context = super().get_context(request, *args, **kwargs)
        context |= around(context, request)
        progress = context["progress"]
        return context | {"so_far": SoFar(self, progress) if progress else None}
