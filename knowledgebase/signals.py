"""What follows when the knowledge base's content is saved or published."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.signals import page_unpublished

from knowledgebase.models import ChapterPage, GlossaryPage, GlossaryTerm, ResourcePage
from knowledgebase.papers.actions import forget_papers
from knowledgebase.papers.subjects import KINDS
from knowledgebase.study.chapter import count_words, outline_rows
from portal.media.models import Document, DocumentText
from search.index.refresh import refresh_soon


@receiver([post_save, pre_delete], sender=Document)
@receiver([post_save, post_delete], sender=DocumentText)
def find_by_file(instance: Document | DocumentText, **kwargs: Any) -> None:
    """Let search find resources by what their files say now."""
    refresh_soon(ResourcePage.objects.filter(files__document=instance.pk))


@receiver([post_save, post_delete], sender=GlossaryTerm)
def find_term(**kwargs: Any) -> None:
    """Let search find the glossary's terms as they are now."""
    refresh_soon(GlossaryPage.objects.all())


@receiver(pre_save, sender=ChapterPage)
def describe_text(instance: ChapterPage, **kwargs: Any) -> None:
    """Keep what contents and reading times say of a chapter true, whoever saves it."""
    instance.outline = outline_rows(instance.body)
    instance.word_count = count_words(instance.body)


def forget_what_shows(instance: Any, **kwargs: Any) -> None:
    """Leave no PDF of a page that visitors may not read any more."""
    forget_papers(page=instance)


for kind in KINDS:
    page_unpublished.connect(forget_what_shows, sender=kind)
