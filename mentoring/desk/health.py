"""How pairs are doing, told by dates alone: when either of the two last gave a sign of life."""

from datetime import timedelta
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from mentoring.models import Request
from mentoring.models.request import AT_WORK

# What a pair leaves behind: a relation to it, and when. Each further kind is a line.
SIGNS = (("changes", "at"), ("messages", "created_at"), ("sessions", "moved_at"))
QUIET_AFTER = timedelta(days=14)
SILENT_AFTER = timedelta(days=30)
# A pair that has worked for so long is asked whether it ends well or goes on.
USUAL_LENGTH = timedelta(days=180)


class Health(TextChoices):
    """How a pair is doing, what needs somebody first."""

    SILENT = "silent", pgettext_lazy("pair", "silent: no activity for 30 days")
    ENDING = "ending", pgettext_lazy("pair", "ending: at work for half a year")
    QUIET = "quiet", pgettext_lazy("pair", "quiet: no activity for two weeks")
    WORKING = "working", pgettext_lazy("pair", "working")
    OVER = "over", pgettext_lazy("pair", "over")


def last_sign(pairs: QuerySet[Request]) -> QuerySet[Any]:
    """Annotate when each pair last gave a sign of life, of whatever kind."""
    signs = [Coalesce(_latest(*sign), "created_at") for sign in SIGNS]
    return pairs.annotate(last_sign=Greatest("created_at", *signs))


def _latest(relation: str, moment: str) -> Subquery:
    found: Any = Request._meta.get_field(relation)
    to_pair = found.field.name
    rows = found.related_model._default_manager.filter(**{to_pair: OuterRef("pk")}).order_by()
    return Subquery(rows.values(to_pair).annotate(latest=Max(moment)).values("latest"))


def with_health(pairs: QuerySet[Request]) -> QuerySet[Any]:
    """Annotate the last sign of life of each pair, and its `health`."""
    now = timezone.now()
    health = Case(
        When(~Q(state__in=AT_WORK), then=Value(Health.OVER)),
        When(last_sign__lt=now - SILENT_AFTER, then=Value(Health.SILENT)),
        When(answered_at__lt=now - USUAL_LENGTH, then=Value(Health.ENDING)),
        When(last_sign__lt=now - QUIET_AFTER, then=Value(Health.QUIET)),
        default=Value(Health.WORKING),
        output_field=CharField(),
    )
    return last_sign(pairs).annotate(health=health)
