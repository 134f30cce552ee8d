"""Texts that mentoring writes to people; nobody is named, for messages outlive accounts."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import override

from mentoring.models import Sentence
from portal.accounts.messages import write
from portal.accounts.models import User


@dataclass(frozen=True)
class Text:
    """A message by its key; `subject` and `text` are lazy, and `text` may have a place for a day.

    What the coordinator adds stands after the text.
    """

    key: str
    subject: Any
    text: Any

    def write(self, to: User, *, link: str, day: str = "", more: str = "") -> None:
        """Write it to a person in their language, with `more` that is for them alone."""
        with override(to.language):
            said = [self.said(day), more, Sentence.of(self.key, to.language)]
            write(to, subject=self.subject, text="\n\n".join(filter(None, said)), link=link)

    def said(self, day: str) -> str:
        """Return the text with a day in its place, in the active language."""
        return str(self.text).replace("%(day)s", day)
