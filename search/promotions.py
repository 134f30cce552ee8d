"""Best bets: the pages that editors put above the results of a query."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

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


def write_all_keys() -> None:
    """Write the queries of all best bets again, after the analyser has changed."""
    for best_bet in BestBet.objects.all():
        write_keys(best_bet)
