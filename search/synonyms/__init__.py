"""Synonyms: carries what editors declare to mean the same to where queries look it up."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from search.index.build import expressions
from search.models import Expression, SynonymSet


@receiver(post_save, sender=SynonymSet)
def write_expressions(instance: SynonymSet, **kwargs: Any) -> None:
    """Write the expressions of a set as texts and queries have them."""
    with transaction.atomic():
        forget_expressions(instance)
        Expression.objects.bulk_create(_rows(instance))


@receiver(post_delete, sender=SynonymSet)
def forget_expressions(instance: SynonymSet, **kwargs: Any) -> None:
    """Remove the expressions of a set."""
    Expression.objects.filter(group=instance.pk).delete()


def write_new_sets(sets: Iterable[SynonymSet]) -> None:
    """Save many sets at once, with their expressions."""
    with transaction.atomic():
        saved = SynonymSet.objects.bulk_create(sets)
        Expression.objects.bulk_create(row for each in saved for row in _rows(each))


def write_all_expressions() -> None:
    """Write the expressions of all sets again, after the analyser has changed."""
    for synonyms in SynonymSet.objects.all():
        write_expressions(synonyms)


def _rows(synonyms: SynonymSet) -> Iterator[Expression]:
    for language, lines in synonyms.by_language().items():
        for terms, asked in expressions(lines, language).items():
            yield Expression(group=synonyms.pk, language=language, terms=terms, asked=asked)
