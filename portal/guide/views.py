"""The editors' guide, as it is read in the admin."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.guide.chapters import chapters

ICON = "help"


@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    """List the chapters, each with its headings."""
    title = _("Guide")
    context = {"page_title": title, "header_title": title, "header_icon": ICON}
    return TemplateResponse(request, "guide/contents.html", context | {"chapters": spoken()})


@require_safe
def chapter(request: HttpRequest, name: str) -> HttpResponse:
    """Show a chapter, and lead to the next one."""
    found = spoken()
    number = next((number for number, each in enumerate(found) if each.name == name), None)
    if number is None:
        raise Http404
    context = {
        "page_title": found[number].title,
        "header_title": found[number].title,
        "header_icon": ICON,
        "chapter": found[number],
        "next": found[number + 1] if number + 1 < len(found) else None,
    }
    return TemplateResponse(request, "guide/chapter.html", context)


def spoken() -> tuple:
    """Return the chapters in the language in which the person uses the admin."""
    return chapters(get_language() or "")
