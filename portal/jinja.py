"""The Jinja2 environment of the public templates."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.template.defaultfilters import filesizeformat, linebreaks_filter
from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import date_format, localize
from django.utils.timezone import localtime
from django.utils.translation import (
    get_language,
    gettext,
    ngettext,
    npgettext,
    override,
    pgettext,
)
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from wagtail.rich_text import expand_db_html

from portal import charts
from portal.accounts.browsers import browser_name
from portal.blocks.text import anchor, contents
from portal.chosen import Chosen, named
from portal.i18n import og_locale, page_url
from portal.languages import language_name
from portal.links import links_in_texts
from portal.media.pictures import picture, shown_picture
from portal.sharing.subjects import drawn_picture


@pass_context
def prose(context: Context, text: Any) -> Markup:
    """Return rich text as HTML, its links to pages taken from what the frame has read.

    A page may `annotate` its texts: a callable in its context that takes HTML and returns HTML.
    """
    source = getattr(text, "source", text) or ""
    token = links_in_texts.set(context["frame"].links)
    try:
        with named(getattr(text, "chosen", None) or Chosen(texts=[source])):
            html = Markup(expand_db_html(source))  # noqa: S704
    finally:
        links_in_texts.reset(token)
    annotate = context.get("annotate")
    return annotate(html) if annotate else html


def in_language(language: str, caller: Callable[[], Markup]) -> Markup:
    """Render what a `call` block holds with messages, dates and numbers of `language`."""
    with override(language):
        return caller()


def date(value: Any, form: str = "DATE_FORMAT") -> str:
    """Write a day, or a moment by the clock of `TIME_ZONE`, in one of Django's formats."""
    return date_format(localtime(value) if isinstance(value, datetime) else value, form)


FUNCTIONS = {
    "charts": charts,
    "contents": contents,
    "drawn_picture": drawn_picture,
    "get_language": get_language,
    "get_messages": get_messages,
    "in_language": in_language,
    "languages": settings.LANGUAGES,
    "og_locale": og_locale,
    "page_url": page_url,
    "picture": picture,
    "shown_picture": shown_picture,
    "static": static,
    "url": reverse,
}
FILTERS = {
    "anchor": anchor,
    "browser_name": browser_name,
    "date": date,
    "filesize": filesizeformat,
    "language_name": language_name,
    "linebreaks": linebreaks_filter,
    "number": localize,
    "prose": prose,
}


def environment(**options: Any) -> Environment:
    """Return the environment with our filters, functions and Django's translations."""
    env = Environment(**options)  # noqa: S701  (Django's backend passes autoescape=True)
    env.trim_blocks = env.lstrip_blocks = True
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.globals.update(FUNCTIONS)
    env.filters.update(FILTERS)
    return env
