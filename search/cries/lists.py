"""Whether a query is a cry for help, by the lists of all languages that editors keep."""

from functools import partial
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from search.cries.patterns import compiled
from search.models import AskedQuery, CryList

KEY = "search:cries"
# Other processes may go by the list of before for as long.
FRESH_SECONDS = 60


def is_cry(query: str) -> bool:
    """Whether somebody who asks this needs help now, whatever language the page is in."""
    lists = cache.get_or_set(KEY, _read, FRESH_SECONDS) or ()
    return any(compiled(*each).fit(query) for each in lists)


def _read() -> tuple[tuple[str, str, str], ...]:
    return tuple(CryList.objects.values_list("language", "anywhere", "alone"))


@receiver([post_save, post_delete], sender=CryList)
def follow_changed(**kwargs: Any) -> None:
    """Go by a changed list at once, and forget what was counted before it said more."""
    transaction.on_commit(partial(cache.delete, KEY))
    transaction.on_commit(forget_cries)


def forget_cries() -> None:
    """Delete searches that were counted before the list knew them."""
    kept = AskedQuery.objects.exclude(text="").values_list("pk", "text")
    AskedQuery.objects.filter(pk__in=[pk for pk, text in kept if is_cry(text)]).delete()
