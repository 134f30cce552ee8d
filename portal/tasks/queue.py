"""The rows of the queue: who works on a task, how long they have it, and what became of it.

The tables are django_tasks_db's. While a task runs, `run_after` is the moment until which its
worker has it, which the worker moves on; whoever finds that moment past takes the task up again.
`worker_ids` has an entry for each try, and `started_at` tells the tries apart: a worker that was
away for too long writes nothing any more.
"""

import traceback
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks.signals import task_finished
from django_tasks.utils import get_module_path
from django_tasks_db.models import DBTaskResult, get_date_max

BACKEND = "background"
DELAYS = (timedelta(minutes=1), timedelta(minutes=10))  # before the second try, and the third
TRIES = len(DELAYS) + 1
UNFINISHED = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


class WorkerDiedError(Exception):
    """Why a task was set aside that ended its worker each time."""

    reason = _("The worker ended three times while it did this; perhaps memory ran out.")


def due(queue: str) -> QuerySet[DBTaskResult]:
    """Return what may be begun now, and what somebody began and does not work on any more."""
    rows = DBTaskResult.objects.filter(backend_name=BACKEND, status__in=UNFINISHED)
    at_once = Q(run_after=get_date_max())
    return rows.filter(at_once | Q(run_after__lte=timezone.now()), queue_name=queue)


@transaction.atomic
def claim(queue: str, worker: str) -> DBTaskResult | None:
    """Return the next task of a queue, which the worker has from now on, or None."""
    while row := due(queue).select_for_update(skip_locked=True).first():
        if row.status == TaskResultStatus.READY or len(row.worker_ids) < TRIES:
            row.run_after = _end_of_lease()
            row.save(update_fields=["run_after"])
            row.claim(worker)
            return row
        _finish(row, TaskResultStatus.FAILED, WorkerDiedError())
    return None


def renew(row: DBTaskResult) -> bool:
    """Keep the task for longer; return whether the worker still has it."""
    return bool(_mine(row).update(run_after=_end_of_lease()))


def succeed(row: DBTaskResult) -> None:
    """Write down that the task is done; what it returned is nobody's business."""
    _finish(row, TaskResultStatus.SUCCESSFUL)


def fail(row: DBTaskResult, error: BaseException) -> None:
    """Have the task tried again later, or set it aside after the last try."""
    tries = len(row.worker_ids)
    if tries >= TRIES:
        _finish(row, TaskResultStatus.FAILED, error)
        return
    _mine(row).update(
        status=TaskResultStatus.READY, run_after=timezone.now() + DELAYS[tries - 1], **_why(error)
    )


def give_back(row: DBTaskResult) -> None:
    """Let another worker begin the task anew; this try does not count."""
    _mine(row).update(
        status=TaskResultStatus.READY, run_after=timezone.now(), worker_ids=row.worker_ids[:-1]
    )


def try_again(pk: str) -> bool:
    """Put a task that was set aside, or waits for another try, in the queue as if it were new."""
    rows = DBTaskResult.objects.filter(pk=pk, backend_name=BACKEND).exclude(exception_class_path="")
    return bool(
        rows.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.FAILED]).update(
            status=TaskResultStatus.READY,
            run_after=timezone.now(),
            finished_at=None,
            worker_ids=[],
        )
    )


def hurry(task: Task[Any, Any], *args: Any) -> bool:
    """Have a task begun at once that waits with these arguments; return whether there is one."""
    rows = DBTaskResult.objects.filter(task_path=task.module_path, status__in=UNFINISHED)
    mine = rows.filter(args_kwargs={"args": list(args), "kwargs": {}})
    mine.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
    return mine.exists()


def _end_of_lease() -> datetime:
    return timezone.now() + timedelta(seconds=settings.TASK_LEASE)


def _mine(row: DBTaskResult) -> QuerySet[DBTaskResult]:
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    return running.filter(pk=row.pk, started_at=row.started_at)


def _finish(
    row: DBTaskResult, status: TaskResultStatus, error: BaseException | None = None
) -> None:
    changes = {"status": status, "finished_at": timezone.now(), **_why(error)}
    if not _mine(row).update(**changes):
        return
    for name, value in changes.items():
        setattr(row, name, value)
    with suppress(Exception):  # a task that this version does not know, or queue
        task_finished.send_robust(type(row.task.get_backend()), task_result=row.task_result)


def _why(error: BaseException | None) -> dict[str, str]:
    """Return what is kept of an error: its kind and place. Its words may be about somebody."""
    if error is None:
        return {"exception_class_path": "", "traceback": ""}
    places = "".join(traceback.format_tb(error.__traceback__))
    return {"exception_class_path": get_module_path(type(error)), "traceback": places}
