"""Groups that nobody leads, for administrators, who find somebody to lead them."""

from typing import Any

from django import forms
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from knowledgebase.training.cohorts.leading import leaders, led_by_nobody_but, put_in_charge
from knowledgebase.training.models import Cohort
from portal.accounts.admin.confirming import ConfirmView
from portal.report import Report


class WithoutTrainer(Report):
    """The groups whose trainers are gone, or have another role now."""

    model = Cohort
    page_title = _("Groups without a trainer")
    header_icon = "group"
    name = "groups_without_trainer"
    waiting = ngettext_lazy(
        "%(count)s group has no trainer", "%(count)s groups have no trainer", "count"
    )
    empty = _("Every training group has a trainer.")
    any_permission_required = ["change"]  # which no role has
    list_export = ["name", "people", "created_at"]
    export_headings = {"people": _("People"), "created_at": _("Made on")}
    columns = [
        TitleColumn(
            "name",
            label=_("Group"),
            get_url=lambda cohort: reverse("put_in_charge", args=[cohort.pk]),
        ),
        Column("people", label=_("People")),
        DateColumn("created_at", label=_("Made on")),
    ]

    def get_queryset(self) -> QuerySet[Cohort]:
        """Return them, the newest first, with how many are in each."""
        is_in_it = Q(enrolments__isnull=False, enrolments__left_at=None)
        people = Count("enrolments", filter=is_in_it)
        return led_by_nobody_but().annotate(people=people).order_by("-created_at")

    @classmethod
    def failures(cls) -> int:
        """Return how many there are, which the admin's first page tells."""
        return led_by_nobody_but().count()


class LeaderForm(forms.Form):
    """Who leads a group from now on."""

    trainer = forms.ModelChoiceField(leaders().order_by("name", "email"), label=_("Trainer"))


class PutInChargeView(ConfirmView):
    page_title = _("Choose a trainer for the group")
    header_icon = "group"
    question = _("They see who is in it and lead it from now on. They are told.")
    button = _("Let them lead it")
    done = _("The group has a trainer again.")

    @cached_property
    def subject(self) -> Cohort:
        """The group."""
        return get_object_or_404(Cohort, pk=self.kwargs["pk"])

    @property
    def back(self) -> str:
        """The list."""
        return reverse("groups_without_trainer")

    @cached_property
    def form(self) -> LeaderForm:
        """The choice of a trainer."""
        return LeaderForm(self.request.POST or None)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Put in charge whoever was chosen."""
        if not self.form.is_valid():
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def act(self) -> None:
        """Let them lead it."""
        trainer = self.form.cleaned_data["trainer"]
        put_in_charge(cohort=self.subject, trainer=trainer, by=self.administrator)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the form."""
        return super().get_context_data(form=self.form, **kwargs)
