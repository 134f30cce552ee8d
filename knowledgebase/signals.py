"""What follows when the knowledge base's content is saved or published."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.signals import published

from knowledgebase.models import ChapterPage, GlossaryTerm
from knowledgebase.study.chapter import count_words, outline_rows
from portal.translations import carry_to_translations


@receiver(published, sender=GlossaryTerm)
def carry_term(instance: GlossaryTerm, **kwargs: Any) -> None:
    """Bring a term's code into its translations."""
    carry_to_translations(instance)


@receiver(pre_save, sender=ChapterPage)
def describe_text(instance: ChapterPage, **kwargs: Any) -> None:
    """Keep what contents and reading times say of a chapter true, whoever saves it."""
    instance.outline = outline_rows(instance.body)
    instance.word_count = count_words(instance.body)
