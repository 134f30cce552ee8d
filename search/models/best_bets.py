"""Pages that editors put above the results of certain queries."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page

from portal.panels import InlinePanel
from search.lines import languages, lines_of, require_telling
from search.terms import asked_terms

# So many queries stand for all of them in lists.
SHOWN = 3


class BestBet(ClusterableModel):
    """Queries of one language, and the pages that answer them best."""

    language = models.CharField(
        _("language"),
        max_length=8,
        choices=languages,
        help_text=_("Of the visitors who see it."),
    )
    queries = models.TextField(
        _("queries"),
        help_text=_(
            "One a line, for example “strehim Vlorë”. Other forms of the words, another order and "
            "missing diacritics count as the same query."
        ),
    )

    panels = [
        FieldPanel("queries"),
        FieldPanel("language"),
        InlinePanel(
            "pages",
            heading=_("Pages"),
            label=_("Page"),
            help_text=_(
                "In the order in which they appear above the results. Other queries with some of "
                "these words find them too, further down."
            ),
            min_num=1,
        ),
    ]

    class Meta:
        ordering = ["language", "queries"]
        verbose_name = _("best bet")
        verbose_name_plural = _("best bets")

    def __str__(self) -> str:
        queries = lines_of(self.queries)
        return ", ".join(queries[:SHOWN]) + (" …" if len(queries) > SHOWN else "")

    def clean(self) -> None:
        """Refuse queries that say nothing, and those that another best bet answers."""
        super().clean()
        queries = self.queries_by_key()
        require_telling("queries", queries.values(), self.language)
        others = PromotedQuery.objects.filter(key__in=queries, best_bet__language=self.language)
        taken = others.exclude(best_bet=self.pk).select_related("best_bet").first()
        if taken:
            message = _("“%(query)s” has a best bet already: %(best_bet)s.")
            values = {"query": queries[taken.key], "best_bet": taken.best_bet}
            raise ValidationError({"queries": message % values})

    def queries_by_key(self) -> dict[str, str]:
        """Return one query for each that search can tell from the others, by its key."""
        return {query_key(query, self.language): query for query in lines_of(self.queries)}


class PromotedPage(Orderable):
    """A page of a best bet."""

    best_bet = ParentalKey(BestBet, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("One sentence on why this is the answer, in the language of the best bet."),
    )

    panels = [PageChooserPanel("page"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("promoted page")
        verbose_name_plural = _("promoted pages")

    def __str__(self) -> str:
        return str(self.page)


class PromotedQuery(models.Model):
    """A query of a best bet as search compares it; written with the best bet."""

    best_bet = models.ForeignKey(BestBet, on_delete=models.CASCADE, related_name="keys")
    key = models.TextField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["best_bet", "key"], name="portal_search_promoted_query_once"
            )
        ]

    def __str__(self) -> str:
        return self.key


def queries_for(key: UUID) -> list[tuple[str, str]]:
    """Return the queries that a page and its translations answer best, each after its language."""
    promoted = PromotedPage.objects.filter(page__translation_key=key).order_by("best_bet")
    rows = promoted.values_list("best_bet__language", "best_bet__queries")
    return [(language, query) for language, text in rows for query in lines_of(text)]


def query_key(query: str, language: str) -> str:
    """Return what is the same for all queries that ask for the same words."""
    return " ".join(sorted(set(asked_terms(query, language))))
