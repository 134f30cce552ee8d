"""The page of the glossary."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from knowledgebase.citation import stable_url
from knowledgebase.citing.schema_org import defined_term, defined_term_set
from knowledgebase.glossary import Entry, glossary
from knowledgebase.models.term import GlossaryTerm
from portal.frame import Frame
from portal.pages import PublicPage
from search.content import Content, Searchable


class GlossaryPage(Searchable, PublicPage):
    """All terms in the alphabetical order of the language."""

    share_look = "saffron"
    max_count_per_parent = 1
    parent_page_types = ["knowledgebase.KnowledgeBasePage"]
    subpage_types: list[str] = []

    search_part_kinds = {"term": _("Glossary")}
    search_depends_on = (*Searchable.search_depends_on, "knowledgebase.GlossaryTerm")

    class Meta:
        verbose_name = _("glossary")
        verbose_name_plural = _("glossaries")

    def get_search_parts(self) -> Iterable[tuple[UUID, Content]]:
        """Return the terms in the language of the page."""
        for term in GlossaryTerm.objects.published().filter(locale=self.locale_id):
            yield term.translation_key, term.get_search_content()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the terms by letter."""
        context = super().get_context(request, *args, **kwargs)
        context["letters"] = letters = glossary()
        url = context["frame"].absolute(stable_url(self.translation_key))
        entries = [entry for letter in letters for entry in letter.entries]
        context["structured_data"] = defined_term_set(
            url=url,
            name=self.title,
            language=context["frame"].language,
            terms=[_described(entry, url, context["frame"]) for entry in entries],
        )
        return context


def _described(entry: Entry, glossary_url: str, frame: Frame) -> dict[str, Any]:
    """Return a term as schema.org describes one."""
    return defined_term(
        url=frame.absolute(stable_url(entry.key)),
        name=entry.name,
        definition=entry.definition,
        language=frame.language,
        also=[name for name in (entry.abbreviation, *entry.synonyms) if name],
        in_set=glossary_url,
    )
