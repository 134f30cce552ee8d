"""How many of the queries that people type find a fitting page at once, on the site as it is."""

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import mean, quantiles
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db.models import F
from wagtail.models import Page

from portal.furniture.models import Furniture
from search.cries.lists import is_cry
from search.find import Wanted, find
from search.models import Entry
from search.promotions import promotions_for

AT_ONCE = 3


def measure(questions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the share with a fitting page among the first three, of all and by trait.

    A question has `_id`, `text`, `language`, `user`, `kind`, and in `fits` the slugs of all pages
    that answer it, as the source language has them; a part of a page is its slug, "#" and the
    title of the part. Raises CommandError for a page or part that the site does not have.
    """
    names = _names()
    _require_known(questions, names)
    shown, milliseconds = {}, []
    for question in questions:
        start = time.perf_counter()
        ids = _first(question["text"], question["language"])
        milliseconds.append((time.perf_counter() - start) * 1000)
        shown[question["_id"]] = [names[entry_id] for entry_id in ids]
    fits = {each["_id"]: _fits(each, shown[each["_id"]]) for each in questions}
    percentiles = quantiles(milliseconds, n=20, method="inclusive")
    return {
        "first_three": _share(fits.values()),
        "queries": len(fits),
        **{trait: _by(trait, questions, fits) for trait in ("language", "user", "kind")},
        "p50_ms": round(percentiles[9], 2),
        "p95_ms": round(percentiles[18], 2),
        "failed": {
            each["text"]: [max(names, key=len) for names in shown[each["_id"]]]
            for each in questions
            if not fits[each["_id"]]
        },
    }


def _first(text: str, language: str) -> list[int]:
    """Return the entries that stand first: best bets, and above all the contacts for a cry."""
    cry = is_cry(text)
    found = find(Wanted(text, language, size=AT_ONCE, is_urgent=cry)).ids
    ids = [*(_help(language) if cry else []), *_promoted(text, language), *found]
    return [*dict.fromkeys(ids)][:AT_ONCE]


def _promoted(text: str, language: str) -> list[int]:
    """Return the entries of the pages that editors put above the results, in their order."""
    pages = list(promotions_for(text, language))
    entries = Entry.objects.filter(audience=language, key=F("owner"))
    ids = dict(entries.filter(page_id__in=pages).values_list("page_id", "pk"))
    return [ids[page] for page in pages if page in ids]


def _help(language: str) -> list[int]:
    pages = Furniture.objects.values_list("help_page__translation_key")
    entries = Entry.objects.filter(audience=language, key__in=pages)
    return list(entries.values_list("pk", flat=True))


def _names() -> dict[int, set[str]]:
    """Return by the id of each entry how its page, or its part of a page, may be named."""
    pages = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    slugs = dict(pages.values_list("translation_key", "slug"))
    own = Entry.objects.filter(audience=settings.LANGUAGE_CODE)
    titles = dict(own.values_list("key", "title"))
    return {
        pk: {slugs[owner]} | ({f"{slugs[owner]}#{titles[key]}"} if key != owner else set())
        for pk, key, owner in Entry.objects.values_list("pk", "key", "owner")
        if key in titles and owner in slugs
    }


def _require_known(questions: Sequence[Mapping[str, Any]], names: Mapping[int, set[str]]) -> None:
    known = set().union(*names.values())
    unknown = {name for question in questions for name in question["fits"]} - known
    if unknown:
        raise CommandError(f"the site has no {', '.join(sorted(unknown))}")


def _fits(question: Mapping[str, Any], shown: Iterable[set[str]]) -> bool:
    return any(not names.isdisjoint(question["fits"]) for names in shown)


def _by(
    trait: str, questions: Sequence[Mapping[str, Any]], fits: Mapping[str, bool]
) -> dict[str, float]:
    groups: dict[str, list[bool]] = defaultdict(list)
    for question in questions:
        groups[question[trait]].append(fits[question["_id"]])
    return {value: _share(found) for value, found in sorted(groups.items())}


def _share(found: Iterable[bool]) -> float:
    return round(mean(found), 4)
