"""What follows when the knowledge base's content is saved or published."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django_tasks import TaskResultStatus
from django_tasks.signals import task_finished
from wagtail.signals import page_unpublished

from knowledgebase.models import ChapterPage, Paper
from knowledgebase.models.paper import PaperStatus
from knowledgebase.papers.actions import forget_papers
from knowledgebase.papers.subjects import KINDS
from knowledgebase.papers.tasks import make_paper
from knowledgebase.study.chapter import count_words, outline_rows
from knowledgebase.training.models import LessonPage, QuizPage


@receiver(pre_save, sender=ChapterPage)
def describe_text(instance: ChapterPage, **kwargs: Any) -> None:
    """Keep what contents and reading times say of a chapter true, whoever saves it."""
    instance.outline = outline_rows(instance.body)
    instance.word_count = count_words(instance.body)


def forget_what_shows(instance: Any, **kwargs: Any) -> None:
    """Leave no PDF of a page that visitors may not read any more."""
    forget_papers(page=instance)


@receiver(task_finished)
def tell_readers_of_failure(task_result: Any, **kwargs: Any) -> None:
    """Let nobody wait for a PDF that ended its worker each time it was begun."""
    if task_result.task.func == make_paper.func and task_result.status == TaskResultStatus.FAILED:
        unready = Paper.objects.filter(pk__in=task_result.args).exclude(status=PaperStatus.READY)
        unready.update(status=PaperStatus.FAILED, progress=0)


for kind in (*KINDS, LessonPage, QuizPage):
    page_unpublished.connect(forget_what_shows, sender=kind)
