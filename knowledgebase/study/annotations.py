"""What is added to the texts of one page: notes, references, explanations of terms."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup
from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page

from knowledgebase.citing.styles import STYLES
from knowledgebase.study.references import cited_work
from knowledgebase.study.sources import sources
from knowledgebase.text.explain import Explainer
from knowledgebase.text.notes import Footnote, Notes, Reference, citation_keys


class CitedWork(NamedTuple):
    """An entry in the list of references, how it is to be printed, and the work's language."""

    entry: Reference
    text: Markup
    language: str


class Annotations:
    """Turns the marks in a page's texts into links, and explains its terms.

    Templates call it with the HTML of each text, in the order in which readers meet them.
    """

    def __init__(self, page: Page, texts: Iterable[str | StreamValue]) -> None:
        """Read the works that `texts` cite and the terms of the page's language."""
        keys = {key for text in texts for key in citation_keys(marked(text))}
        self.works, terms = sources(keys, page.locale_id)
        self.notes = Notes(self.works)
        self.explain = Explainer(terms, terms[0].language if terms else "")

    def __call__(self, html: str) -> Markup:
        """Return the HTML with everything added."""
        return self.explain(self.notes(html))

    @property
    def footnotes(self) -> list[Footnote]:
        """The notes of the texts so far."""
        return self.notes.footnotes

    @property
    def references(self) -> list[CitedWork]:
        """The works that were cited so far."""
        return [
            CitedWork(entry, STYLES["apa"](cited_work(work)), work.language)
            for entry in self.notes.references
            if (work := self.works[entry.key])
        ]


def marked(text: str | StreamValue) -> str:
    """Return a text in which marks are found as they were typed; a stream as its JSON."""
    return text if isinstance(text, str) else json.dumps(text.get_prep_value())
