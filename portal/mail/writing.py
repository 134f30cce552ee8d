"""A mail's words, in both parts: neither subject nor sender says what it is about."""

import re
from functools import cache
from typing import Any, NamedTuple, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.urls import resolve, reverse, translate_url
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _
from jinja2 import Environment

from portal.mail.kinds import Kind


class Written(NamedTuple):
    """Both parts of a mail."""

    text: str
    html: str


def subject() -> str:
    """Return the one subject of all mails: somebody else may see the phone."""
    return _("A message for you")


def write(kind: Kind, language: str, context: dict[str, Any]) -> Written:
    """Return a mail in a language; `link` in the context is a path of ours or a whole address."""
    with override(language):
        link = address_of(context.get("link", ""), language)
        choices = address_of(reverse("mail_choices"), language) if kind.optional else ""
        words = {**context, "link": link, "choices": choices, "kind": kind}
        text = plain().get_template(f"mail/{kind.template}.txt").render(words).strip() + "\n"
        paragraphs = [each.strip() for each in re.split(r"\n\s*\n", text)]
        shown = {"paragraphs": paragraphs, "language": language, "subject": subject()}
        html = environment().get_template("mail/base.html").render(shown)
    return Written(re.sub(r"\n{3,}", "\n\n", text), html)


@cache
def plain() -> Environment:
    """Return the environment of texts, in which nothing is escaped."""
    return environment().overlay(autoescape=False)


def environment() -> Environment:
    """Return the environment of our templates."""
    return cast(Jinja2, engines["jinja2"]).env


def address_of(link: str, language: str) -> str:
    """Return a link as a whole address, in the language of its reader where we have it in that."""
    if link.startswith("/"):
        link = settings.WAGTAILADMIN_BASE_URL + link
    path = urlsplit(link).path
    written_in = get_language_from_path(path)
    if not written_in:
        return link
    with override(written_in):
        # A page has another path in another language, which its own is no help to find.
        is_page = resolve(path).url_name == "wagtail_serve"
        return link if is_page else translate_url(link, language)
