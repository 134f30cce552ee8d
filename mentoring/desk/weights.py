"""How much each fact counts when mentors are suggested, as the coordinator sets it."""

from typing import Any

from django import forms
from django.db import transaction
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, Table

from mentoring.desk.confirming import DeskFormView
from mentoring.models import Weights
from mentoring.roles import CHANGE_WEIGHTS
from portal.accounts.models import User
from portal.personal.audit import Action, record

CHOICES = [
    (0, _("0 – does not count")),
    (1, _("1 – counts least")),
    *((number, str(number)) for number in range(2, 5)),
    (5, _("5 – counts most")),
]


class WeightsForm(forms.ModelForm):
    """A number from 0 to 5 for each fact, one at least above 0."""

    class Meta:
        model = Weights
        fields = Weights.NAMES
        widgets = {name: forms.Select(choices=CHOICES) for name in Weights.NAMES}

    def clean(self) -> dict[str, Any]:
        """Refuse weights by which all mentors would be alike."""
        said = super().clean() or {}
        if not self.errors and not any(said.values()):
            raise forms.ValidationError(
                gettext("Let at least one of them count: else all mentors would fit alike.")
            )
        return said


@transaction.atomic
def save(*, weights: Weights, by: User) -> None:
    """Have mentors suggested by these weights from now on."""
    weights.save()
    facts = {name: getattr(weights, name) for name in Weights.NAMES}
    record(Action.WEIGHTS_CHANGED, by=by, of=weights, **facts)


def in_words(weights: Weights) -> list[dict[str, Any]]:
    """Return what each weight does, for a mentee who has said something of everything."""
    total = sum(getattr(weights, name) for name in Weights.NAMES) or 1
    most = gettext("%(share)s of 100 points for a full match")
    none = gettext("does not count")
    fields: Any = {name: Weights._meta.get_field(name) for name in Weights.NAMES}
    return [
        {
            "what": capfirst(field.verbose_name),
            "does": most % {"share": round(100 * number / total)} if number else none,
        }
        for name, field in fields.items()
        for number in [getattr(weights, name)]
    ]


class WeightsView(DeskFormView):
    page_title = _("What counts in suggestions")
    header_icon = "sliders"
    question = _(
        "A mentor gets points for each fact that fits what the mentee has said. Only what the "
        "mentor shows to members counts. Mentees read the reasons in words, never the points."
    )
    button = _("Save")
    done = _("Saved. From now on suggestions follow these choices; you can change them back here.")

    def is_allowed(self) -> bool:
        """Whether who asks may change what counts."""
        return self.request.user.has_perm(CHANGE_WEIGHTS)

    @property
    def back(self) -> str:
        """Here, where the table says what the weights do now."""
        return reverse("mentoring_weights")

    @cached_property
    def form(self) -> WeightsForm:
        """The weights that are set."""
        return WeightsForm(self.request.POST or None, instance=Weights.current())

    def act(self) -> None:
        """Save them."""
        save(weights=self.form.save(commit=False), by=self.administrator)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say what the weights do that are set now."""
        columns = [Column("what", label=_("Fact")), Column("does", label=_("Counts now"))]
        details = Table(columns, in_words(Weights.current()))
        return super().get_context_data(**kwargs) | {"details": details}
