"""Pages that take comments, comments on them, and a reader who fills in the form."""

import re
from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from portal.comments.models import Comment, CommentSettings, State
from portal.comments.pages import CommentablePage, kind_of
from tests.factories import ProjectUpdatePageFactory

SAID = {"name": "Lulja e fushës", "text": "Na ndihmoi shumë në punën tonë."}


def choose(*models: type[CommentablePage]) -> None:
    """Let pages of these kinds, and of no other, take comments."""
    CommentSettings.objects.update_or_create(defaults={"kinds": [*map(kind_of, models)]})


def open_page(**values: Any) -> Any:
    """Return a published page that takes comments."""
    page = ProjectUpdatePageFactory(**values)
    choose(type(page))
    return page


def comment_on(page: CommentablePage, **values: Any) -> Comment:
    """Return a published comment."""
    said = {"language": "sq", "state": State.PUBLISHED, **SAID}
    return Comment.objects.create(translation_key=page.translation_key, **(said | values))


def form_at(page: CommentablePage, language: str = "sq") -> str:
    """Return the address of the form for a page."""
    with override(language):
        return reverse("write_comment", args=[page.translation_key])


class Reader:
    """A browser without an account, whose forms need their token."""

    def __init__(self, page: CommentablePage, language: str = "sq") -> None:
        self.address = form_at(page, language)
        self.client = Client(enforce_csrf_checks=True)

    def fill_in(self, **values: str) -> dict[str, str]:
        """Open the form and return it filled in."""
        return fields(self.client.get(self.address)) | SAID | values

    def send(self, data: dict[str, str]) -> HttpResponse:
        """Send the form."""
        return self.client.post(self.address, data)

    def write(self, **values: str) -> HttpResponse:
        """Open, fill in and send the form."""
        return self.send(self.fill_in(**values))


def fields(response: HttpResponse) -> dict[str, str]:
    """Return what a browser would send of the form on a page: hidden, and as it was typed."""
    main = soup(response).main
    inputs = main.select("form input[name]:not([type=checkbox])")
    found = {each["name"]: each.get("value", "") for each in inputs}
    found |= {each["name"]: "on" for each in main.select("form input[type=checkbox][checked]")}
    found |= {each["name"]: each.text.removeprefix("\n") for each in main.select("textarea[name]")}
    return found


def soup(response: HttpResponse) -> BeautifulSoup:
    """Return a page of an answer."""
    return BeautifulSoup(response.content, "html.parser")


def words(html: Any) -> str:
    """Return a text with single spaces."""
    return re.sub(r"\s+", " ", html.text).strip()
