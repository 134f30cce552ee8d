"""What follows when the knowledge base's content is saved or published."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver

from knowledgebase.models import ChapterPage
from knowledgebase.study.chapter import count_words, outline_rows


@receiver(pre_save, sender=ChapterPage)
def describe_text(instance: ChapterPage, **kwargs: Any) -> None:
    """Keep what contents and reading times say of a chapter true, whoever saves it."""
    instance.outline = outline_rows(instance.body)
    instance.word_count = count_words(instance.body)
