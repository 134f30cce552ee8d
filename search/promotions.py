"""Best bets: the pages that editors put above the results of a query."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page

from search.index.refresh import refresh_keys
from search.models import BestBet, PromotedPage, PromotedQuery
from search.models.best_bets import query_key


def promotions_for(query: str, language: str) -> dict[int, str]:
    """Return the ids of the promoted pages in their order, each with its note, if any.

    Whether visitors may read a page is for whoever shows it to find out.
    """
    promoted = PromotedPage.objects.filter(
        best_bet__language=language, best_bet__keys__key=query_key(query, language)
    )
    return dict(promoted.order_by("best_bet", "sort_order").values_list("page_id", "note"))


@receiver(post_save, sender=BestBet)
def write_keys(instance: BestBet, **kwargs: Any) -> None:
    """Write the queries of a best bet as search compares them."""
    with transaction.atomic():
        instance.keys.all().delete()
        PromotedQuery.objects.bulk_create(
            PromotedQuery(best_bet=instance, key=key) for key in instance.queries_by_key()
        )


@receiver(post_save, sender=BestBet)
def follow_queries(instance: BestBet, **kwargs: Any) -> None:
    """Have the pages found by the words of changed queries."""
    follow_promoted(instance.pages.values_list("page_id", flat=True))


@receiver([post_save, post_delete], sender=PromotedPage)
def follow_page(instance: PromotedPage, **kwargs: Any) -> None:
    """Have a page found by the words of the queries that it now answers, or no longer does."""
    follow_promoted([instance.page_id])


def follow_promoted(page_ids: Iterable[int]) -> None:
    """Read pages again that best bets name."""
    pages = Page.objects.filter(pk__in=page_ids)
    refresh_keys(pages.values_list("translation_key", flat=True))


def write_all_keys() -> None:
    """Write the queries of all best bets again, after the analyser has changed."""
    for best_bet in BestBet.objects.all():
        write_keys(best_bet)
