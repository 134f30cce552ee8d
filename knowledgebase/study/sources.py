"""The cited works and the glossary terms that a page needs, with one query for both."""

import datetime
from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject

from knowledgebase.models.glossary import GlossaryPage
from knowledgebase.models.reference import Reference
from knowledgebase.models.term import GlossaryTerm
from portal.i18n import page_url
from portal.readable import readable

WORK = [field.name for field in Reference._meta.concrete_fields if field.editable]
TERM = ["slug", "name", "abbreviation", "synonyms", "other_forms", "definition"]


class ExplainedTerm(NamedTuple):
    """A term of the glossary as `Explainer` takes it."""

    key: str
    forms: list[str]
    definition: str
    url: str
    language: str


def sources(
    keys: Collection[str], locale_id: int
) -> tuple[dict[str, Reference], list[ExplainedTerm]]:
    """Return the works with these keys by key, and the published terms of a language by name."""
    found: dict[str, list[dict[str, Any]]] = {"work": [], "term": []}
    for kind, values in _works(keys).union(_terms(locale_id), all=True):
        found[kind].append(values)
    works = [_work(values) for values in found["work"]]
    terms = sorted(found["term"], key=lambda values: values["name"])
    return {work.key: work for work in works}, [_term(values) for values in terms]


def _works(keys: Collection[str]) -> QuerySet[Any, Any]:
    cited = Reference.objects.filter(key__in=keys)
    return _rows(cited, "work", {name: F(name) for name in WORK})


def _terms(locale_id: int) -> QuerySet[Any, Any]:
    """Return the terms, unless no glossary can be read that their explanations could lead to."""
    glossary = GlossaryPage.objects.filter(readable(), locale_id=OuterRef("locale_id"))
    terms = GlossaryTerm.objects.filter(locale_id=locale_id, live=True).annotate(
        glossary=Subquery(glossary.values("url_path")[:1])
    )
    more = {"glossary": F("glossary"), "language": F("locale__language_code")}
    return _rows(terms.exclude(glossary=None), "term", {name: F(name) for name in TERM} | more)


def _rows(rows: QuerySet[Any], kind: str, fields: dict[str, F]) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(Value(kind, output_field=CharField()), JSONObject(**fields))


def _work(values: dict[str, Any]) -> Reference:
    if values["accessed_on"]:
        values["accessed_on"] = datetime.date.fromisoformat(values["accessed_on"])
    return Reference(**values)


def _term(values: dict[str, Any]) -> ExplainedTerm:
    glossary, language = values.pop("glossary"), values.pop("language")
    term = GlossaryTerm(**values)
    url = f"{page_url(glossary, language)}#term-{term.slug}"
    return ExplainedTerm(term.slug, term.forms, term.definition, url, language)
