"""Counts how often one sender takes something, in what all workers share.

Where `CACHE_URL` names Redis the counts stand there, else in the database (`portal.limits`).
"""

import time
from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from portal.limits.models import Count

# Pairs: how often in how many seconds.
Limits = Iterable[tuple[int, int]]

TAKE = """
INSERT INTO limits_count AS known (digest, number, ends) VALUES (%(digest)s, 1, %(ends)s)
ON CONFLICT (digest) DO UPDATE SET
    number = CASE WHEN known.ends > %(now)s THEN known.number + 1 ELSE 1 END,
    ends = CASE WHEN known.ends > %(now)s THEN known.ends ELSE excluded.ends END
RETURNING number
"""


class ForNowError(Exception):
    """Raised when `name` is refused for now; after `seconds`, at most, it is worth another try."""

    status: HTTPStatus

    def __init__(self, name: str, seconds: int) -> None:
        super().__init__(name)
        self.name, self.seconds = name, seconds


class TooManyError(ForNowError):
    """Raised when somebody has taken their share."""

    status = HTTPStatus.TOO_MANY_REQUESTS


class BusyError(ForNowError):
    """Raised when there are more at once than can be served."""

    status = HTTPStatus.SERVICE_UNAVAILABLE


def take(name: str, key: str, *, limit: int, seconds: int) -> bool:
    """Count that `key` takes `name`, and return whether it may: `limit` times in `seconds`.

    The time runs from the first time. Call it outside a transaction that may be undone.
    """
    count = _count_in_redis if settings.USES_REDIS else _count_in_database
    return count(_digest(f"{name}:{seconds}:{key}"), seconds) <= limit


def demand(name: str, key: str, limits: Limits) -> None:
    """Count as `take` does, by each limit; raise `TooManyError`, answered by 429, at the first."""
    for limit, seconds in limits:
        if not take(name, key, limit=limit, seconds=seconds):
            raise TooManyError(name, seconds)


def give_back(name: str, key: str, limits: Limits) -> None:
    """Undo one `demand`: it was not what the limits are for."""
    for _limit, seconds in limits:
        digest = _digest(f"{name}:{seconds}:{key}")
        if settings.USES_REDIS:
            with suppress(ValueError):  # its time has ended
                caches["shared"].decr(digest)
        else:
            Count.objects.filter(digest=digest, number__gt=0).update(number=F("number") - 1)


def sender(request: HttpRequest) -> str:
    """Return the address that a request comes from as it is counted: of IPv6 the network."""
    return str(get_ip(request))


def cache_key(key: Any, key_prefix: str, version: int) -> str:
    """Return the key under which the shared cache keeps `key`, which may hold an address."""
    return _digest(f"{key_prefix}:{version}:{key}")


def _digest(text: str) -> str:
    return salted_hmac("portal.quotas", text, algorithm="sha256").hexdigest()


def _count_in_database(digest: str, seconds: int) -> int:
    now = int(time.time())
    with connection.cursor() as cursor:
        cursor.execute(TAKE, {"digest": digest, "now": now, "ends": now + seconds})
        return int(cursor.fetchone()[0])


def _count_in_redis(digest: str, seconds: int) -> int:
    shared = caches["shared"]
    if shared.add(digest, 1, seconds):
        return 1
    try:
        number = shared.incr(digest)
    except ValueError:  # its time ended just now
        return 1
    if number == 1:  # it ended even later: Redis began to count anew, and without an end
        shared.touch(digest, seconds)
    return number
