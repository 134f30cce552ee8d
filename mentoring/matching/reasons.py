"""Says in words why a mentor fits a mentee, and what does not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.availability import Availability
from mentoring.matching.facts import FIELDS, Facts
from mentoring.matching.score import ROOM, Criterion, Match
from mentoring.models.profile import Language, Meeting, Times

Names = Mapping[str, Mapping[int, str]]
CHOICES: dict[str, Any] = {"languages": Language, "meetings": Meeting, "times": Times}


@dataclass(frozen=True)
class Reason:
    """A sentence for the mentee; whether it speaks for the mentor."""

    speaks_for: bool
    text: str


def reasons(mentee: Facts, match: Match, names: Names) -> list[Reason]:
    """Return what fits, then what does not; `names` by field and id, in the reader's language."""
    found = [
        reason for each in match.criteria for reason in explained(each, mentee, match.mentor, names)
    ]
    return sorted(found, key=lambda reason: not reason.speaks_for)


def explained(criterion: Criterion, mentee: Facts, mentor: Facts, names: Names) -> Iterator[Reason]:
    """Yield the sentences for one criterion: for a part that fits two."""
    if criterion.name in FIELDS:
        known = names[criterion.name]
        missing = getattr(mentee, criterion.name) - criterion.common
        if criterion.common:
            yield Reason(True, COMMON[criterion.name] % {"names": listed(criterion.common, known)})
        if missing:
            yield Reason(False, MISSING[criterion.name] % {"names": listed(missing, known)})
    elif criterion.name in CHOICES:
        labels = dict(CHOICES[criterion.name].choices)
        if criterion.common:
            text = COMMON[criterion.name] % {"names": listed(criterion.common, labels)}
            yield Reason(True, text)
        else:
            yield Reason(False, str(MISSING[criterion.name]))
    elif criterion.name == "place":
        yield Reason(*place(criterion.share))
    else:
        yield Reason(*room(mentor, criterion.share))


def listed(ids: Iterable[Any], names: Mapping[Any, Any]) -> str:
    """Return the names of what is still there, separated by commas."""
    return ", ".join(sorted(str(names[each]) for each in ids if each in names))


COMMON = {
    "needs": gettext_lazy("Works on the same needs: %(names)s."),
    "integration_models": gettext_lazy("Has worked with the models that you chose: %(names)s."),
    "skills": gettext_lazy("Has the skills that you want to learn: %(names)s."),
    "languages": gettext_lazy("You have a language in common: %(names)s."),
    "meetings": gettext_lazy("You can meet in the same way: %(names)s."),
    "times": gettext_lazy("You have time at the same hours: %(names)s."),
}
MISSING = {
    "needs": gettext_lazy("Has not named these needs: %(names)s."),
    "integration_models": gettext_lazy("Has not named these models: %(names)s."),
    "skills": gettext_lazy("Has not named these skills: %(names)s."),
    "languages": gettext_lazy("You have not named a language in common."),
    "meetings": gettext_lazy("You have not named the same way of meeting."),
    "times": gettext_lazy("You have not named the same times of the week."),
}


def place(share: float) -> tuple[bool, str]:
    """Return what the size of both municipalities says."""
    if share:
        return True, _("Works in a municipality of similar size to yours.")
    return False, _("Works in a much larger or much smaller municipality than yours.")


def room(mentor: Facts, share: float) -> tuple[bool, str]:
    """Return when there is time for somebody new."""
    if share == ROOM[Availability.FULL]:
        return False, _("Has no free place at present. You can join the waiting list.")
    if mentor.available_from and share == ROOM[Availability.LATER]:
        return False, _("Is free from %(day)s.") % {"day": date_format(mentor.available_from)}
    return True, _("Has time for somebody new now.")
