"""What the knowledge base's front page leads to, and how much there is of each."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, F, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import override
from wagtail.models import Page

from knowledgebase.models.model import ModelPage
from knowledgebase.models.resource import ResourceKind, ResourcePage
from knowledgebase.models.term import GlossaryTerm
from portal.frame import Frame
from portal.i18n import page_url, pages_here, written_in

KINDS = ("studypage", "modelindexpage", "resourceindexpage", "glossarypage", "trainingpage")


class Section(NamedTuple):
    """A page below the front page; `language` is the one that it can be read in."""

    title: str
    summary: str
    url: str
    language: str


class Front:
    """The studies, models, resources and terms that a visitor finds in their language's tree.

    Nothing is read before a template asks for it.
    """

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    @cached_property
    def sections(self) -> dict[str, list[Section]]:
        """The pages below this one by the name of their model, with one query."""
        summaries = [F(f"{kind}__summary") for kind in KINDS]
        pages = self._below(Page).annotate(
            kind=F("content_type__model"), summary=Coalesce(*summaries)
        )
        found = defaultdict(list)
        for page in pages.filter(depth=self._page.depth + 1).order_by("path"):
            url = page_url(page.url_path, page.language)
            found[page.kind].append(Section(page.title, page.summary, url, written_in(page)))
        return found

    @cached_property
    def model_count(self) -> int:
        """The number of integration models."""
        return self._below(ModelPage).count()

    @cached_property
    def resource_counts(self) -> list[tuple[str, int]]:
        """Each kind of resource with how many there are, the most first."""
        kinds = self._below(ResourcePage).order_by().values_list("kind")
        counts = kinds.annotate(count=Count("pk")).order_by("-count", "kind")
        return [(str(ResourceKind(kind).label), count) for kind, count in counts]

    @cached_property
    def term_count(self) -> int:
        """The number of terms in the glossary."""
        terms = GlossaryTerm.objects.filter(live=True)
        return terms.filter(locale__language_code=self.frame.language).count()

    @property
    def _page(self) -> Page:
        return self.frame.page

    def _below(self, model: type[Page]) -> QuerySet:
        with override(self.frame.language):
            return pages_here(model).filter(path__startswith=self._page.path)
