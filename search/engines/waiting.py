"""One answer of two engines: the server's, and the database's for what the server does not know.

So a change is found, and what is public no more is not, before the server is told.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from search.engines.base import Answer, Order, Question
from search.models import Change, Entry

# A question names them all; where more wait, the database answers by itself.
MOST_WAITING = 500
Find = Callable[[Question], Answer | None]


def waiting_entries() -> frozenset[int]:
    """Return the ids of the entries that the server was not told of, one too many at most."""
    ids = Change.objects.order_by().values_list("entry_id", flat=True).distinct()
    return frozenset(ids[: MOST_WAITING + 1])


def together(
    question: Question,
    waiting: frozenset[int],
    server: Find,
    database: Callable[[Question], Answer],
) -> Answer | None:
    """Return both engines' answer in one, or None where the server has none.

    By relevance, hits of the database stand behind: ranking puts them in order. It ranks the
    first stretch only, so that those after it are the server's alone.
    """
    if not waiting:
        return server(question)
    is_by_day = question.order is not Order.RELEVANCE
    # Any of them may come before the stretch that is asked for.
    wider = replace(question, first=0, size=question.first + question.size)
    asked = wider if is_by_day else question
    known = server(replace(asked, besides=waiting))
    if known is None:
        return None
    new = database(replace(asked, among=waiting))
    ids = known.ids + new.ids
    return Answer(
        _by_day(ids, question.order)[question.first :][: question.size] if is_by_day else ids,
        known.total + new.total,
        {facet: _sum(known.counts[facet], new.counts[facet]) for facet in question.counted},
    )


def _by_day(ids: list[int], order: Order) -> list[int]:
    """Return those of the entries that are still there in the order of their days."""
    days = dict(Entry.objects.filter(pk__in=ids).values_list("pk", "date"))
    sign = -1 if order is Order.NEWEST else 1
    keys = {pk: (day is None, sign * day.toordinal() if day else 0, pk) for pk, day in days.items()}
    return sorted(keys, key=keys.__getitem__)


def _sum(known: dict[str, int], new: dict[str, int]) -> dict[str, int]:
    return dict(Counter(known) + Counter(new))
