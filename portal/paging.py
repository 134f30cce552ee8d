"""Lists in pages that an address asks for."""

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import QueryDict


def requested_page(paginator: Paginator, query: QueryDict) -> Page | None:
    """Return the page that `page` in the address names, the first by default; None if not there."""
    try:
        return paginator.page(query.get("page", "1"))
    except InvalidPage:
        return None
