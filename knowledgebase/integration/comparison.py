"""Two to four models side by side, as an address names them."""

from functools import cached_property
from http import HTTPStatus
from operator import attrgetter
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import F
from django.http import QueryDict
from django.utils.translation import get_language

from knowledgebase.integration.cards import need_facet
from knowledgebase.models.model import ModelPage
from knowledgebase.titles import COMPARISON as COMPARISON_TITLES
from portal.i18n import is_placeholder, page_url, written_in
from portal.readable import readable
from portal.terms.listing import keys_by_page, terms_by_key
from portal.terms.rows import TermRow

NAME = "compare"
FEWEST, MOST = 2, 4
READ_AT_MOST = 12  # names in an address, however many there are
LONGEST_SLUG = 255


class Chosen(NamedTuple):
    """A model in a comparison; `page` holds the words, in `language`, `url` leads to it."""

    page: ModelPage
    slug: str
    url: str
    language: str
    needs: list[TermRow]


class Comparison:
    """The models that an address asks to compare.

    Each is named by its slug in any language, so that the address says the same in all of them.
    """

    titles = COMPARISON_TITLES

    def __init__(self, query: QueryDict) -> None:
        named = query.getlist(NAME)
        # The button of the list sends an empty name, so that it is heard when nothing is ticked.
        self.is_sent = "" in named
        self.asked = list(dict.fromkeys(filter(None, named)))
        self.is_choosing = "choose" in query

    @cached_property
    def found(self) -> dict[str, tuple[Any, Any]]:
        """By name in the address, the model in the visitor's tree and the one with its words."""
        if not self.asked:
            return {}
        rows = _rows([name for name in self.asked if _is_slug(name)][:READ_AT_MOST])
        keys = {row.slug: row.translation_key for row in sorted(rows, key=_is_here)}
        by_key = {(row.translation_key, row.language): row for row in rows}
        return {
            name: _pair(by_key, keys[name])
            for name in self.asked
            if (keys.get(name), get_language()) in by_key
        }

    @cached_property
    def all(self) -> list[Chosen]:
        """Every model that was found, once, in the order of the address."""
        pairs = {here.pk: (here, words) for here, words in self.found.values()}
        facet = need_facet(modelpage_id__in=pairs)
        keys = keys_by_page(facet) if pairs else {}
        terms = terms_by_key(facet, keys)["need"] if keys else {}
        return [
            Chosen(
                page=words,
                slug=here.slug,
                url=page_url(here.url_path, here.language),
                language=written_in(words),
                needs=[term for key, term in terms.items() if key in keys[here.pk]["need"]],
            )
            for here, words in pairs.values()
        ]

    @property
    def models(self) -> list[Chosen]:
        """The models to compare."""
        return self.all[:MOST]

    @property
    def in_one_order(self) -> list[Chosen]:
        """The models to compare, in the same order however the address names them."""
        return sorted(self.models, key=attrgetter("slug"))

    @property
    def left_out(self) -> list[Chosen]:
        """The models beyond those that fit beside one another."""
        return self.all[MOST:]

    @property
    def missing(self) -> list[str]:
        """The names in the address that no public model bears, as they were typed."""
        return [name for name in self.asked[:READ_AT_MOST] if name not in self.found]

    @property
    def is_too_many(self) -> bool:
        """Whether the address asks for more models than fit beside one another."""
        return len(self.all) > MOST or len(self.asked) > READ_AT_MOST

    @property
    def is_full(self) -> bool:
        """Whether no model can be added."""
        return len(self.models) == MOST

    @property
    def is_shown(self) -> bool:
        """Whether there is something to compare; otherwise the visitor is to choose more."""
        wants_more = self.is_choosing and not self.is_full
        return len(self.models) >= FEWEST and not wants_more

    @property
    def is_empty(self) -> bool:
        """Whether the form was sent without a model."""
        return self.is_sent and not self.asked

    @property
    def status_code(self) -> HTTPStatus:
        """400 for too many models, 404 where one is not there."""
        if self.is_too_many:
            return HTTPStatus.BAD_REQUEST
        return HTTPStatus.NOT_FOUND if self.missing else HTTPStatus.OK

    @property
    def url(self) -> str:
        """The query string of this comparison, with nothing that does not belong to it."""
        return _url([model.slug for model in self.models])

    @property
    def url_asked(self) -> str:
        """The query string of all models that were asked for, found or not."""
        return _url(self.asked)

    @property
    def url_in_one_order(self) -> str:
        """The query string of the one PDF of this comparison."""
        return _url([model.slug for model in self.in_one_order])

    @property
    def url_to_add(self) -> str:
        """The query string of the list to choose another model from."""
        return f"{self.url}&choose=1"

    def url_without(self, slug: str) -> str:
        """Return the query string of the comparison with one model taken away."""
        return _url([model.slug for model in self.models if model.slug != slug])

    @property
    def texts(self) -> list[Any]:
        """Everything in which references and notes may be marked."""
        return [text for model in self.models for text in model.page.noted_texts]

    def linked_page_ids(self) -> set[int]:
        """Return the ids of the pages that the models' texts name."""
        return set().union(*(model.page.text_page_ids() for model in self.models))


def _is_slug(name: str) -> bool:
    """Whether a name could be one; databases refuse what is longer, and NUL."""
    return len(name) <= LONGEST_SLUG and "\x00" not in name


def _rows(slugs: list[str]) -> list[Any]:
    """Return the models with these slugs in every language, in one query."""
    named = ModelPage.objects.filter(slug__in=slugs, live=True).values("translation_key")
    models = ModelPage.objects.filter(readable(), translation_key__in=named)
    return list(
        models.annotate(
            language=F("locale__language_code"),
            language_of_original=F("alias_of__locale__language_code"),
        )
    )


def _is_here(row: Any) -> bool:
    return bool(row.language == get_language())


def _pair(by_key: dict[Any, Any], key: Any) -> tuple[Any, Any]:
    """Return the model in the visitor's tree, and the original where that only stands in for it."""
    here = by_key[key, get_language()]
    original = by_key.get((key, settings.LANGUAGE_CODE), here)
    return here, original if is_placeholder(here) else here


def _url(slugs: list[str]) -> str:
    return f"?{urlencode([(NAME, slug) for slug in slugs])}"
