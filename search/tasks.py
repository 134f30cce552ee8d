"""Tells the search server what changed, while nobody waits."""

import logging
from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from search.engines import EngineError, search_server
from search.engines.server import Server
from search.index.outbox import BATCH, send
from search.index.rebuild import rebuild
from search.models import Change

AGAIN = timedelta(seconds=15)
logger = logging.getLogger(__name__)


@task(backend="background", queue_name="search")
def send_changes() -> None:
    """Send what waits; what cannot be sent is tried again, for as long as there is a server.

    May run twice: it sends what the pages say now.
    """
    server = search_server()
    if not server:
        return
    try:
        _send_waiting(server)
    except EngineError as error:
        logger.warning("Changes wait for the search server (%s)", error)
    finally:
        if Change.objects.exists():
            _send_later()


def send_soon() -> None:
    """Have the changes sent, unless that is going to happen anyway."""
    if not _is_planned():
        send_changes.enqueue()


def _send_later() -> None:
    if send_changes.get_backend().supports_defer and not _is_planned():
        send_changes.using(run_after=timezone.now() + AGAIN).enqueue()


def _is_planned() -> bool:
    tasks = DBTaskResult.objects.filter(task_path=send_changes.module_path)
    return tasks.filter(status=TaskResultStatus.READY).exists()


def _send_waiting(server: Server) -> None:
    if not server.indexes.are_ready():
        rebuild(server.indexes)
    last = 0
    while rows := _changes_after(last):
        ids = {entry_id for _, entry_id in rows}
        refused = send(server.indexes.live, ids)
        server.indexes.live.refresh()
        sent = [pk for pk, entry_id in rows if entry_id not in refused]
        Change.objects.filter(pk__in=sent).delete()
        if refused == ids:
            raise EngineError("it refuses what it is sent")
        last = rows[-1][0]


def _changes_after(last: int) -> list[tuple[int, int]]:
    changes = Change.objects.filter(pk__gt=last).order_by("pk")
    return list(changes.values_list("pk", "entry_id")[:BATCH])
