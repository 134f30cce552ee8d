"""What a certificate of training says: what the person achieved, in each language of the programme.

It tells what they did themselves; what a trainer counted as done is not among it.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from knowledgebase.training.completing.reading import KIND
from knowledgebase.training.completing.rule import Requirements
from knowledgebase.training.models.completion import Completion
from knowledgebase.training.models.learning import Enrolment
from portal.certificates.models import today
from portal.certificates.snapshot import Award, Snapshot, Text
from portal.i18n import live_translations, page_rows


def award(requirements: Requirements, completion: Completion) -> Award:
    """Return what is certified today; the paper begins with the person's language, if it can be."""
    programme, cohort = requirements.programme, completion.cohort
    months = programme.valid_months
    texts = texts_of(requirements)
    own = requirements.user.language
    enrolment = Enrolment.objects.get(user=requirements.user, programme=completion.programme)
    began, ended = (
        timezone.localdate(each) for each in (enrolment.joined_at, completion.completed_at)
    )
    if cohort and cohort.starts_on and cohort.starts_on <= ended:
        began = cohort.starts_on
    return Award(
        kind=KIND,
        subject=completion.programme,
        snapshot=Snapshot(
            texts=texts,
            hours=programme.hours,
            credits=programme.credits,
            accreditor=programme.accrediting_body,
            accreditation=programme.accreditation_number,
            cohort=cohort.name if cohort else "",
            began_on=began,
            ended_on=ended,
        ),
        languages=sorted(texts, key=lambda language: language != own),
        valid_until=months_later(today(), months) if months else None,
    )


def texts_of(requirements: Requirements) -> dict[str, Text]:
    """Return the title of the programme and what was achieved, by language."""
    key = requirements.programme.translation_key
    found = {}
    for language, row in live_translations(page_rows(translation_key=key), key).items():
        with override(language):
            found[language] = Text(title=row.title, achieved=[*achieved(requirements)])
    return found


def achieved(requirements: Requirements) -> Iterator[str]:
    """Yield a line for each kind of thing that the person did, in the active language."""
    if count := len(requirements.lessons_done):
        yield ngettext("%(num)s lesson done", "%(num)s lessons done", count) % {"num": count}
    if best := requirements.best_test:
        yield _("Final test passed with %(score)s%%; %(mark)s%% were needed") % {
            "score": best.whole_score,
            "mark": best.asked["pass_mark"],
        }
    if count := requirements.sessions_attended:
        yield ngettext("%(num)s live session attended", "%(num)s live sessions attended", count) % {
            "num": count
        }
    if count := len(requirements.tasks_accepted):
        yield ngettext(
            "%(num)s task from the person’s own work, accepted by the trainer",
            "%(num)s tasks from the person’s own work, accepted by the trainer",
            count,
        ) % {"num": count}


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where it has none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
