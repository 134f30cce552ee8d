"""The list of programmes, and a programme with what it takes to complete it."""

from collections.abc import Iterable
from decimal import Decimal
from math import ceil
from typing import Any, cast

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.search import index

from knowledgebase.training.around import around
from knowledgebase.training.blocks import objectives_field
from knowledgebase.training.completing.ending import Ending
from knowledgebase.training.outline import programmes_here
from portal.accounts.models import User
from portal.blocks import body_field
from portal.blocks.text import PROSE
from portal.pages import PublicPage
from portal.synchronised import synchronised
from search.content import Searchable


class TrainingPage(Searchable, PublicPage):
    """Leads to all programmes."""

    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    share_look = "walnut"
    max_count_per_parent = 1
    parent_page_types = ["knowledgebase.KnowledgeBasePage"]
    subpage_types = ["training.ProgrammePage"]
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("list of training programmes")
        verbose_name_plural = _("lists of training programmes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the programmes."""
        context = super().get_context(request, *args, **kwargs)
        context["programmes"] = programmes_here(context["frame"])
        return context


class ProgrammeForm(WagtailAdminPageForm):
    """What an author fills in about a programme."""

    def clean(self) -> dict[str, Any]:
        """Say by the field that certificates would expire which nobody could renew."""
        said = super().clean()
        if said.get("valid_months") and not said.get("needs_post_test"):
            self.add_error(
                "valid_months",
                _(
                    "An expired certificate is renewed by passing the final test again. Tick “the "
                    "final test is passed”, or leave this empty so that certificates do not expire."
                ),
            )
        return said


class ProgrammePage(Searchable, PublicPage):
    """Modules that are followed together, and what completes them."""

    audience = RichTextField(_("who it is for"), blank=True, features=PROSE)
    objectives = objectives_field()
    prerequisites = RichTextField(
        _("what is needed beforehand"),
        blank=True,
        features=PROSE,
        help_text=_("Experience or other programmes. Empty: nothing."),
    )
    body = body_field()
    hours = models.DecimalField(
        _("hours"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text=_("What it takes in all, live sessions included; it appears on certificates."),
    )
    is_in_order = models.BooleanField(
        _("lessons are followed in their order"),
        default=False,
        help_text=_("Otherwise each person chooses. Nothing is locked; the next lesson is shown."),
    )
    is_open = models.BooleanField(
        _("people may enrol themselves"),
        default=False,
        help_text=_("Otherwise a trainer invites them to a group."),
    )
    needs_lessons = models.BooleanField(_("all lessons are read"), default=True)
    needs_post_test = models.BooleanField(_("the final test is passed"), default=True)
    needs_sessions = models.PositiveSmallIntegerField(
        _("live sessions attended, at least"), default=0
    )
    needs_assignments = models.BooleanField(
        _("all tasks are handed in and accepted"), default=False
    )
    credits = models.DecimalField(
        _("credits"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    accrediting_body = models.CharField(_("accrediting body"), max_length=200, blank=True)
    accreditation_number = models.CharField(_("accreditation number"), max_length=80, blank=True)
    valid_months = models.PositiveSmallIntegerField(
        _("months for which a certificate is valid"),
        null=True,
        blank=True,
        help_text=_("Leave it empty where a certificate does not expire."),
    )

    search_kind = "programme"
    search_kind_label = _("Training programmes")
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("audience"),
        index.SearchField("objectives"),
        index.SearchField("prerequisites"),
        index.SearchField("body"),
    ]
    share_look = "walnut"
    parent_page_types = ["training.TrainingPage"]
    subpage_types = ["training.ModulePage", "training.QuizPage"]
    base_form_class = ProgrammeForm
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("audience"),
        FieldPanel("objectives"),
        FieldPanel("prerequisites"),
        FieldPanel("body"),
    ]
    rule_panels = [
        FieldRowPanel([FieldPanel("hours"), FieldPanel("credits")], heading=_("Length")),
        FieldPanel("is_open"),
        FieldPanel("is_in_order"),
        MultiFieldPanel(
            [
                FieldPanel("needs_lessons"),
                FieldPanel("needs_post_test"),
                FieldPanel("needs_sessions"),
                FieldPanel("needs_assignments"),
            ],
            heading=_("It is completed when"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("accrediting_body"),
                FieldPanel("accreditation_number"),
                FieldPanel("valid_months"),
            ],
            heading=_("Certificate"),
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("The programme")),
            ObjectList(rule_panels, heading=_("Rules")),
            ObjectList(PublicPage.promote_panels, heading=_("Promote")),
            ObjectList(PublicPage.settings_panels, heading=_("Review")),
        ]
    )
    override_translatable_fields = [
        *PublicPage.override_translatable_fields,
        *synchronised(
            "hours",
            "is_in_order",
            "is_open",
            "needs_lessons",
            "needs_post_test",
            "needs_sessions",
            "needs_assignments",
            "credits",
            "accreditation_number",
            "valid_months",
        ),
    ]

    class Meta:
        verbose_name = _("training programme")
        verbose_name_plural = _("training programmes")

    def get_search_names(self) -> Iterable[str | Promise]:
        """Return that it ends with a certificate."""
        return [_("Certificate")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the modules with their lessons, and how it ends for who is signed in."""
        context = super().get_context(request, *args, **kwargs)
        context |= around(context, request)
        progress = context["progress"]
        user, language = cast(User, request.user), context["frame"].language
        ending = Ending(user, progress, self, language) if progress else None
        return context | {"ending": ending}

    @property
    def hours_label(self) -> str:
        """What it takes in all, in words; empty where it is not known."""
        if self.hours is None:
            return ""
        number = localize(self.hours.normalize())
        text = ngettext("%(number)s hour", "%(number)s hours", ceil(self.hours))
        return text % {"number": number}
