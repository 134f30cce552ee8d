"""What a mentee writes to a mentor, what a mentor answers, and what the coordinator proposes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Profile, Request
from mentoring.models.request import Reason
from portal.contacts import refuse_contacts
from portal.disclosure import GentleCheck
from portal.inputs import NeutralText

NO_CONTACTS = _(
    "Leave out telephone numbers and addresses: you exchange them once you work together. Name "
    "nobody whom you support."
)


class Text(NeutralText):
    """A text to somebody with whom one does not work yet: without contact details."""

    default_validators = [refuse_contacts]


class AskForm(GentleCheck, forms.Form):
    """What a mentee wants to learn, and why from this mentor; a draft may still be empty."""

    checked_fields: Sequence[str] = ("goals", "message")
    goals = Text(
        label=_("What do you want to learn or solve?"),
        max_length=1000,
        help_text=NO_CONTACTS,
        error_messages={"required": _("Say what you want to learn: the mentor decides by it.")},
    )
    message = Text(
        label=_("Why do you ask this mentor?"),
        max_length=1000,
        required=False,
        rows=4,
        help_text=_("If you like, in a few sentences."),
    )

    def __init__(self, *args: Any, is_draft: bool = False, **options: Any) -> None:
        """Let a draft be kept that is not finished, which nobody else reads."""
        super().__init__(*args, **options)
        if is_draft:
            self.fields["goals"].required = False
            self.checked_fields = ()


class DeclineForm(GentleCheck, forms.Form):
    """A reason from the list, and words of one's own for whoever wants to add some."""

    checked_fields = ("answer",)
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=Reason,
        widget=forms.RadioSelect,
        help_text=_("The other person reads this sentence."),
        error_messages={"required": _("Choose the sentence that fits best.")},
    )
    answer = Text(label=_("A few words of your own"), max_length=500, required=False, rows=3)


class ProposeForm(forms.Form):
    """Two people, and what the coordinator says to both."""

    mentee = forms.ModelChoiceField(Profile.objects.none(), label=_("Mentee"))
    mentor = forms.ModelChoiceField(Profile.objects.none(), label=_("Mentor"))
    goals = Text(label=_("What the pair would work on"), max_length=1000, rows=4)
    message = Text(
        label=_("Why you propose it; both read it"), max_length=1000, required=False, rows=4
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer who takes part."""
        super().__init__(*args, **options)
        here = Profile.objects.filter(left_at=None, user__is_active=True).order_by("name", "pk")
        self._offer("mentee", here.filter(is_mentee=True))
        self._offer("mentor", here.filter(pk__in=Profile.objects.listed()))

    def _offer(self, name: str, people: QuerySet[Profile]) -> None:
        field: Any = self.fields[name]
        field.queryset = people
        field.label_from_instance = lambda person: ", ".join(
            filter(None, [person.name, person.organisation])
        )


def typed_in(draft: Request | None) -> dict[str, str]:
    """Return what a draft says, to go on with it."""
    return {"goals": draft.goals, "message": draft.message} if draft else {}
