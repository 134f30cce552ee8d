"""What a visitor may read: the one answer, as a condition that every list takes into its query.

A page is *closed* when a view restriction stands on it, on a page above it, on the same page in
another language, on the page that it is an alias of, or on any page above those, however often
one has to go up and across. It is *readable* when it is live, not closed, and the page whose
content it shows is there.
"""

from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from wagtail.models import Page, PageViewRestriction

ALL_RESTRICTIONS = f"SELECT page_id FROM {PageViewRestriction._meta.db_table}"  # noqa: S608
# No letter of a tree path comes after "~".
BELOW = "page.path >= closed.path AND page.path < (closed.path || '~')"
# Byte by byte, as its index compares; the first part only lets its planner expect few rows.
BELOW_ON_POSTGRESQL = (
    "page.path ^@ closed.path AND page.path ~>=~ closed.path AND page.path ~<~ (closed.path || '~')"
)


def readable() -> Q:
    """Return the condition that anybody may read a page, as part of one query."""
    return Q(live=True) & ~is_closed() & (~is_placeholder_row() | has_original())


def is_closed() -> Q:
    """Return the condition that a restriction closes a page."""
    return Q(pk__in=closed_by(ALL_RESTRICTIONS))


def is_placeholder_row() -> Q:
    """Return the condition that a page shows another's content (see `i18n.is_placeholder`)."""
    is_source = Q(locale__language_code=settings.LANGUAGE_CODE)
    return Q(alias_of__isnull=False) | (Q(live_revision__isnull=True) & ~is_source)


def has_original() -> Q:
    """Return the condition that there is a page whose content a placeholder can show."""
    same = Page.objects.filter(translation_key=OuterRef("translation_key"))
    first = Page.objects.filter(pk=OuterRef("alias_of_id"))
    second = Page.objects.filter(pk=OuterRef("alias_of__alias_of_id"))
    return Q(*(Exists(originals(pages)) for pages in (same, first, second)), _connector=Q.OR)


def originals(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Return those of the pages that show content of their own, closed or not."""
    return pages.filter(~is_placeholder_row(), live=True)


def closed_by(seed: str, *values: Any) -> RawSQL:
    """Return the ids of all pages that a restriction on any page of `seed` would close.

    `seed` is a statement that selects ids of pages.
    """
    return RawSQL(f"{_reach(seed)} SELECT DISTINCT id FROM closed", values)  # noqa: S608, S611


def restrictions_on(page: Page) -> QuerySet[PageViewRestriction]:
    """Return the restrictions that close a page, in one query."""
    reach = _reach(ALL_RESTRICTIONS, with_origin=True)
    closing = RawSQL(f"{reach} SELECT DISTINCT origin FROM closed WHERE id = %s", [page.pk])  # noqa: S608, S611
    return PageViewRestriction.objects.filter(page_id__in=closing).order_by("pk")


def _reach(seed: str, *, with_origin: bool = False) -> str:
    """Return the recursive part: down the tree, across languages, from originals to aliases."""
    table = Page._meta.db_table
    below = BELOW_ON_POSTGRESQL if connection.vendor == "postgresql" else BELOW
    origin, first = (", origin", ", id") if with_origin else ("", "")
    return f"""
        WITH RECURSIVE closed (id, path, translation_key{origin}) AS (
            SELECT id, path, translation_key{first} FROM {table} WHERE id IN ({seed})
            UNION
            SELECT page.id, page.path, page.translation_key{origin}
            FROM closed JOIN {table} page ON (
                {below}
                OR page.translation_key = closed.translation_key
                OR page.alias_of_id = closed.id
            )
        )"""  # noqa: S608, names of ours
