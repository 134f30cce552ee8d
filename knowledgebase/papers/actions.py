"""Asking for a PDF: what is made already is given, what is not is made once for all who wait."""

import datetime
from functools import partial, reduce
from operator import or_

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from knowledgebase.models.paper import LONGEST_QUEUE, Paper, PaperStatus
from knowledgebase.models.study import ChapterPage
from knowledgebase.papers.subjects import Subject
from knowledgebase.papers.tasks import make_paper
from knowledgebase.training.models import LessonPage, QuizPage
from portal.pages import PublicPage
from portal.quotas import demand

# PDFs that one network may have made, in so many seconds; those that are ready are not counted.
ORDERS = ((5, 60), (30, 3600))
# The last places of the queue are for networks that have ordered nothing within the hour.
RESERVE, FIRST_ORDER = 5, ((1, 3600),)
# How exact it is known when a paper was asked for last, so that most readers cause no writing.
A_DAY = datetime.timedelta(days=1)


class BusyError(Exception):
    """Raised when too many papers wait already."""


@transaction.atomic
def request_paper(*, subject: Subject, sender: str, again: bool = False) -> Paper:
    """Return the paper that shows the subject as it is now, and have it made if it is not yet.

    One that failed is only tried again if `again` says so. Raises `BusyError`, and `TooManyError`
    where the sender has ordered many already.
    """
    paper, is_new = Paper.objects.get_or_create(
        fingerprint=subject.fingerprint(), defaults={"subject": str(subject)}
    )
    if is_new or is_to_be_made(paper, again):
        waiting = Paper.objects.unfinished().count()
        if waiting > LONGEST_QUEUE:
            raise BusyError
        # Where this refuses, its count is undone with the rest, and the next one is refused again.
        demand("papers", sender, ORDERS if waiting <= LONGEST_QUEUE - RESERVE else FIRST_ORDER)
        paper.requested_at = timezone.now()
        paper.report(PaperStatus.WAITING, progress=0)
        transaction.on_commit(lambda: make_paper.enqueue(paper.pk))
    elif paper.is_ready and paper.requested_at < timezone.now() - A_DAY:
        paper.requested_at = timezone.now()
        paper.save(update_fields=["requested_at"])
    return paper


def is_to_be_made(paper: Paper, again: bool) -> bool:
    """Whether it failed and is tried `again`, or its file is gone."""
    if paper.is_ready:
        return not paper.file.storage.exists(str(paper.file.name))
    return paper.has_failed and again


@transaction.atomic
def forget_papers(*, page: PublicPage) -> None:
    """Delete the papers that show the page, in every language.

    Its own, those of the study or module that it is a part of, comparisons. A paper that is being
    made meanwhile is not kept either.
    """
    keys = [page.translation_key]
    if isinstance(page, ChapterPage | LessonPage | QuizPage):
        keys.append(page.get_parent().translation_key)
    papers = Paper.objects.filter(reduce(or_, (Q(subject__contains=str(key)) for key in keys)))
    for paper in papers:
        if paper.file:
            transaction.on_commit(partial(paper.file.storage.delete, str(paper.file.name)))
    papers.delete()
