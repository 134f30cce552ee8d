"""What administrators read of background work, without the words of a program."""

import re

from django.db import Error
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

QUEUES = {
    "mail": gettext_lazy("E-mails"),
    "search": gettext_lazy("Site search"),
    "papers": gettext_lazy("PDFs of pages"),
    "documents": gettext_lazy("Documents"),
    "people": gettext_lazy("People’s data"),
}
# By the first class that fits; an exception of ours may say its own in an attribute `reason`.
REASONS = {
    OSError: gettext_lazy("A server or a file could not be reached."),
    Error: gettext_lazy("The database did not answer, or refused what was to be stored."),
    ImportError: gettext_lazy("This version of the portal no longer has this kind of task."),
    MemoryError: gettext_lazy("There was not enough memory."),
}
PLACE = re.compile(r'File ".*?([^/"]+)", line (\d+)')


def subject(row: DBTaskResult) -> str:
    """Return what a task is about: the numbers of what it works on, never a word."""
    numbers = [str(each) for each in row.args_kwargs["args"] if isinstance(each, int)]
    return ", ".join(numbers) or "–"


def state(row: DBTaskResult) -> str:
    """Return how far a task is, and since or until when."""
    if row.status == TaskResultStatus.FAILED:
        return _("failed on %(time)s") % {"time": _moment(row.finished_at)}
    if row.status == TaskResultStatus.RUNNING:
        return _("has run since %(time)s") % {"time": _moment(row.started_at)}
    if row.exception_class_path:
        return _("will be tried again on %(time)s") % {"time": _moment(row.run_after)}
    return _("has waited since %(time)s") % {"time": _moment(row.enqueued_at)}


def reason(row: DBTaskResult) -> str:
    """Return why a task failed last, with the place in the program where nobody foresaw it."""
    if not row.exception_class_path:
        return ""
    kind = _kind(row.exception_class_path)
    known = getattr(kind, "reason", None)
    known = known or next((REASONS[each] for each in REASONS if issubclass(kind, each)), None)
    return str(
        known or _("A fault in the program. Tell support: %(fault)s") % {"fault": _fault(row)}
    )


def _kind(path: str) -> type:
    """Return the class of an exception; one that cannot be found is any."""
    try:
        return import_string(path)
    except ImportError:
        return Exception


def _fault(row: DBTaskResult) -> str:
    name = row.exception_class_path.rpartition(".")[2]
    places = PLACE.findall(row.traceback)
    return " ".join([name, *(":".join(place) for place in places[-1:])])


def _moment(time: object) -> str:
    return date_format(localtime(time), "SHORT_DATETIME_FORMAT")  # type: ignore[arg-type]
