"""The search page: finds pages by the words of their titles and summaries."""

import re
import unicodedata

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from portal.frame import Frame
from portal.i18n import PageRow, page_rows
from portal.paging import requested_page

MAX_LENGTH = 200
MAX_RESULTS = 100
PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages that answer `q`, in the visitor's language."""
    query = clean(request.GET.get("q", ""))
    paginator = Paginator(find(query), PER_PAGE)
    page = requested_page(paginator, request.GET)
    context = {
        "frame": Frame(request, view_name="search"),
        "content_language": get_language(),
        "query": query,
        "page": page,
        "paginator": paginator,
    }
    return TemplateResponse(
        request, "search/search.html", context, status=404 if page is None else 200
    )


def clean(query: str) -> str:
    """Return what a person can have meant: no control characters, no endless text."""
    printable = "".join(
        " " if unicodedata.category(letter).startswith("C") else letter for letter in query
    )
    return " ".join(printable.split())[:MAX_LENGTH]


def find(query: str) -> list[PageRow]:
    """Return the complete pages in the visitor's language that hold every word, best first."""
    # Punctuation and capitals mean something to the database's own search.
    words = " ".join(re.findall(r"\w+", query.lower()))
    if not words:
        return []
    pages = Page.objects.live().filter(locale=Locale.get_active())
    found = [page.pk for page in pages.search(words, operator="and")[:MAX_RESULTS]]
    rows = {row.id: row for row in page_rows(Page.objects.filter(pk__in=found))}
    return [rows[pk] for pk in found if pk in rows and rows[pk].is_complete]
