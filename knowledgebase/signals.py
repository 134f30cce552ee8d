"""What follows when the knowledge base's content is saved or published."""

from typing import Any

from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.search import index
from wagtail.signals import published

from knowledgebase.models import ChapterPage, GlossaryTerm, ResourcePage
from knowledgebase.study.chapter import count_words, outline_rows
from portal.media.models import DocumentText
from portal.translations import carry_to_translations


@receiver(published, sender=GlossaryTerm)
def carry_term(instance: GlossaryTerm, **kwargs: Any) -> None:
    """Bring a term's code into its translations."""
    carry_to_translations(instance)


@receiver(post_save, sender=DocumentText)
def find_by_file(instance: DocumentText, **kwargs: Any) -> None:
    """Let search find the resources whose file was read."""
    for resource in ResourcePage.objects.filter(files__document=instance.document_id):
        index.insert_or_update_object(resource)


@receiver(pre_save, sender=ChapterPage)
def describe_text(instance: ChapterPage, **kwargs: Any) -> None:
    """Keep what contents and reading times say of a chapter true, whoever saves it."""
    instance.outline = outline_rows(instance.body)
    instance.word_count = count_words(instance.body)
