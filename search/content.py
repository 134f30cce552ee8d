"""What a page gives to search: every public page type joins by one mixin."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID, uuid5

from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.search import index

from portal.blocks.phone import phone_spellings
from portal.terms.models import Municipality, Term, Theme
from portal.terms.rows import term_rows
from search.models.best_bets import queries_for
from search.texts import Text, headings_and_paragraphs

# In `search_depends_on`: the page above.
PARENT = ".."
# Indexed apart from the text, each with a weight of its own.
APART = ("title", "summary")
# Fields by which pages name terms, and those kinds of terms that visitors can filter by.
TERM_FIELDS = ("municipalities", "themes", "needs", "skills")
FACETS = {Municipality: "municipality", Theme: "theme"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """The text of a file, page by page; a file without pages has one."""

    title: str
    language: str
    pages: Sequence[str]


@dataclass(frozen=True, slots=True)
class Content:
    """A page, or a part of one, as search takes it in.

    It is found by `names` too, and by the words of `asked`, each after its language, which weigh as
    the summary; no excerpt shows either. `labels` are pairs of facet and value;
    `same` are other ways to say the title; `weight` is 1, or less for what should stand behind.
    `precision` says how exactly the date is known: day, month or year. A part stands on its page
    at `fragment`, or has a view of its own at `path`, in whatever language that is given.
    """

    kind: str
    language: str
    title: str
    summary: str = ""
    headings: Sequence[str] = ()
    paragraphs: Sequence[str] = ()
    names: Sequence[str] = ()
    asked: Sequence[tuple[str, str]] = ()
    attachments: Sequence[Attachment] = ()
    labels: Sequence[tuple[str, str]] = ()
    date: datetime.date | None = None
    precision: str = "day"
    weight: float = 1.0
    fragment: str = ""
    path: str = ""
    same: Sequence[str] = ()


class Searchable:
    """Makes a page searchable; comes before the page's base.

    Its texts are those of Wagtail's `search_fields`; titles and summaries weigh more. What its
    entries are made of besides its own columns stands in `search_depends_on`: lookups such as
    "files__document", of which every row on the way counts; "app.Model" for all rows of a model;
    `PARENT` for the page above.
    """

    pk: int
    translation_key: UUID

    search_kind: ClassVar[str] = "page"
    search_kind_label: ClassVar[str | Promise] = _("Pages")
    search_weight: ClassVar[float] = 1.0
    # Of the parts that are found by themselves: kind and label.
    search_part_kinds: ClassVar[dict[str, str | Promise]] = {}
    # The model whose rows are the parts, where each is read by itself: a row has the part's `key`,
    # and says by `is_in_search` whether it can be one.
    search_part_model: ClassVar[str] = ""
    search_depends_on: ClassVar[tuple[str, ...]] = ("locale",)

    def get_search_content(self) -> Content:
        """Return all that search should know of this page."""
        page: Any = self
        text = self.get_search_text()
        date, precision = self.get_search_date()
        with override(page.locale.language_code):
            names = [*self._term_names(), *map(str, self.get_search_names())]
            is_special = self.search_kind != Searchable.search_kind
            kind = [str(self.search_kind_label)] if is_special else []
        return Content(
            kind=self.search_kind,
            language=page.locale.language_code,
            title=page.title,
            summary=page.summary,
            headings=[*kind, *text.headings],
            paragraphs=text.paragraphs,
            names=names,
            asked=queries_for(page.translation_key),
            attachments=self.get_search_attachments(),
            labels=list(self.get_search_labels()),
            date=date,
            precision=precision,
            weight=self.search_weight,
        )

    def get_search_text(self) -> Text:
        """Return the headings and paragraphs of the page's own texts."""
        page: Any = self
        names = (field.field_name for field in page.search_fields if is_text(field))
        return headings_and_paragraphs(getattr(page, name) for name in names if name not in APART)

    def get_search_terms(self) -> list[Term]:
        """Return the terms that the page is filed under, and found by."""
        fields = (getattr(self, name) for name in TERM_FIELDS if hasattr(self, name))
        return [term for field in fields for term in field.all()]

    def get_search_names(self) -> Iterable[str | Promise]:
        """Return the labels that its template writes, by which the page is found too."""
        return ()

    def get_search_labels(self) -> Iterable[tuple[str, str]]:
        """Return pairs of facet and value that visitors can filter by."""
        for term in self.get_search_terms():
            if facet := FACETS.get(type(term)):
                yield facet, term.slug

    def get_search_date(self) -> tuple[datetime.date | None, str]:
        """Return the date that the content is of, and how exactly that is known."""
        page: Any = self
        day = page.first_published_at and timezone.localdate(page.first_published_at)
        return day, "day"

    def _term_names(self) -> list[str]:
        keys: dict[type[Model], list[Any]] = {}
        for term in self.get_search_terms():
            keys.setdefault(type(term), []).append(term.translation_key)
        rows = term_rows(keys) if keys else {}
        return [row.name for kind in rows.values() for row in kind]

    def get_search_attachments(self) -> Sequence[Attachment]:
        """Return the texts of the page's files."""
        return ()

    def get_search_parts(self) -> Iterable[tuple[Any, Content]]:
        """Return what is found by itself on this page, each with its translation key."""
        return ()

    def get_search_parts_with(self, keys: Collection[UUID]) -> Iterable[tuple[Any, Content]]:
        """Return those of the parts that have these keys."""
        return [part for part in self.get_search_parts() if part[0] in keys]


def contact_part(page: Any, block: Any, title: str, lines: Iterable[str]) -> tuple[UUID, Content]:
    """Return somebody to call, as a part of the page that shows the block with the number.

    `lines` are the block's values that are read with it; it is found by every way to write the
    number.
    """
    values = block.value
    return uuid5(page.translation_key, str(block.id)), Content(
        kind="contact",
        language=page.locale.language_code,
        title=title,
        paragraphs=[values[name] for name in lines if values[name]],
        names=phone_spellings(values["number"]),
        weight=0.7,  # the page that explains answers before each office's number
    )


def is_text(field: Any) -> bool:
    """Whether a search field holds words to read, not words to complete or to filter by."""
    return isinstance(field, index.SearchField)
