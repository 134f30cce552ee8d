"""The figures of search as Markdown: tables, and one line for each target."""

from __future__ import annotations

from collections.abc import Iterator

from bench.report import at_least, budget, table
from bench.search_page import Figures, Times
from bench.search_quality import QUERIES, Evaluation, differences, places, reasons, texts

Quality = dict[str, dict[str, Evaluation]]  # by engine and kind of queries
MEASURES = ("ndcg@10", "mrr@10", "recall@10", "zero_result_rate")
PLACES = ("first", "2nd to 10th", "not in ten", "nothing found")
REASONS = (
    "one word, elsewhere too",
    "all its words elsewhere too",
    "a similar word there",
    "another word there",
)
EXAMPLES = 5
NDCG = {"as titled": 0.93, "without ë and ç": 0.93, "inflected": 0.90}
SAME_FIRST = 0.95
SEARCH_MS = {"SQLite": 80, "PostgreSQL": 40, "Elasticsearch": 40, "OpenSearch": 40}
SUGGESTIONS_MS = 15
SERVERS = ("Elasticsearch", "OpenSearch")


def quality(found: Quality) -> str:
    """Return the table of engines and measures, and what is not found first."""
    head = ["engine, queries", "number", *MEASURES, "p50 ms", "p95 ms", "same first"]
    rows = [
        quality_row(f"{engine}, {kind}", each, found["SQLite"][kind])
        for engine, kinds in found.items()
        for kind, each in kinds.items()
    ]
    return "\n".join(
        [
            "### How well it finds",
            "",
            "`manage.py search_evaluate` on the texts and queries of `tests/search/data`: each",
            "has one known answer. *Same first*: share with the same first result as on SQLite.",
            "",
            *table(head, rows),
            "",
            *different(found),
            "",
            *errors(found["SQLite"]),
        ]
    )


def quality_row(name: str, each: Evaluation, sqlite: Evaluation) -> list[str]:
    figures = each.figures
    return [
        name,
        str(figures["queries"]),
        *(f"{figures[measure]:.3f}" for measure in MEASURES),
        f"{figures['p50_ms']:.1f}",
        f"{figures['p95_ms']:.1f}",
        f"{same_first(each, sqlite):.1%}",
    ]


def same_first(one: Evaluation, other: Evaluation) -> float:
    return 1 - len(differences(one, other)) / len(one.found)


def different(found: Quality) -> list[str]:
    """Return for each engine the queries that it answers first with something else."""
    lines = []
    for engine, kinds in found.items():
        queries = [
            f"{texts(QUERIES[kind])[query]} ({kind})"
            for kind, each in kinds.items()
            for query in differences(each, found["SQLite"][kind])
        ]
        examples = f": {', '.join(queries[:EXAMPLES])}" if queries else ""
        lines.append(f"- {engine}: {len(queries)} queries with another first result{examples}")
    return lines[1:]


def errors(sqlite: dict[str, Evaluation]) -> list[str]:
    """Return where the known answers stand, and why not first where they do not."""
    head = ["on SQLite", *PLACES, *(f"not first: {reason}" for reason in REASONS)]
    rows = []
    for kind, each in sqlite.items():
        where, why = places(each), reasons(kind, each)
        counts = [*(where[place] for place in PLACES), *(why[reason] for reason in REASONS)]
        rows.append([kind, *map(str, counts)])
    return [
        "Where the known answer stands; and, where not first, whether it has the words at all.",
        "Many texts have the word of a query of one word, and only one of them counts as right.",
        "",
        *table(head, rows),
    ]


def words(analyser: dict[str, float], spelling: dict[str, float]) -> str:
    """Return what the analyser and "did you mean" take and reach."""
    rows = [
        ["analyser: words a second, all new to it", f"{analyser['new_words_a_second']:,.0f}"],
        ["analyser: words a second, the same text again", f"{analyser['words_a_second']:,.0f}"],
        ["analyser: ms to load", f"{analyser['load_ms']:.0f}"],
        ["analyser: MB of memory once loaded", f"{analyser['memory_mb']:.0f}"],
        ["forms: share of pairs of one word that meet", f"{analyser['pair_recall']:.3f}"],
        ["forms: pairs of words confused", f"{analyser['confused']:.0f}"],
        ["did you mean: misspelt words", f"{spelling['typos']:.0f}"],
        ["did you mean: what was meant comes first", f"{spelling['first']:.3f}"],
        ["did you mean: it is among five", f"{spelling['in_five']:.3f}"],
        ["did you mean: p50 ms", f"{spelling['p50_ms']:.1f}"],
        ["did you mean: p95 ms", f"{spelling['p95_ms']:.1f}"],
    ]
    return "\n".join(["### Words", "", *table(["", "measured"], rows)])


def pages(found: dict[str, Figures], count: int) -> str:
    """Return how quickly the search page answers, and what it reads for that."""
    asked = next(iter(found.values())).queries
    named = [f"{each['name']} `{each['text']}`" for each in asked]
    head = ["engine, looked for", "results", "p50 ms", "p95 ms", "SQL", "rows", "visited"]
    return "\n".join(
        [
            f"### The search page, {count:,} pages",
            "",
            "From request to answer through gunicorn, one request after the other, nothing cached;",
            "the engines take turns.",
            f"Looked for: {', '.join(named)};",
            "then suggestions, each for other letters that a word begins with.",
            "*SQL, rows*: what the page asks its database, and what it gets; *visited*: rows that",
            "PostgreSQL looked at to find those.",
            "",
            *table(
                head, [row for engine, each in found.items() for row in page_rows(engine, each)]
            ),
            "",
            *(growth_line(engine, each) for engine, each in found.items()),
        ]
    )


def page_rows(engine: str, found: Figures) -> Iterator[list[str]]:
    for query in found.queries:
        read = [str(query.get(key, "")) for key in ("sql", "rows", "visited")]
        times = milliseconds(found.times[query["name"]])
        yield [f"{engine}, {query['name']}", f"{query['total']:,}", *times, *read]
    yield [f"{engine}, suggestions", "", *milliseconds(found.suggestions), "", "", ""]


def milliseconds(times: Times) -> list[str]:
    return [f"{value:.1f}" for value in times]


def growth_line(engine: str, found: Figures) -> str:
    missed = f"; too slow {found.missed} times, the database answered" if found.missed else ""
    return (
        f"- {engine}: the common word takes {growth(found):.2f} times as long as the rare{missed}"
    )


def growth(found: Figures) -> float:
    """Return how many times longer a common word takes than a rare one."""
    return found.times["common"].p50 / found.times["rare"].p50


def targets(found: Quality, analyser: dict[str, float], on_pages: dict[str, Figures]) -> str:
    """Return one line for each target, met or not."""
    lines = [*quality_targets(found), *analyser_targets(analyser), *page_targets(on_pages)]
    return "\n".join(["### Targets", "", *lines])


def quality_targets(found: Quality) -> Iterator[str]:
    for engine, kinds in found.items():
        for kind, each in kinds.items():
            yield at_least(f"{engine}: nDCG@10, {kind},", each.figures["ndcg@10"], NDCG[kind])
    for engine, kinds in found.items():
        same = min(same_first(kinds[kind], found["SQLite"][kind]) for kind in QUERIES)
        if engine != "SQLite":
            yield at_least(f"{engine}: share with the same first result", same, SAME_FIRST)


def analyser_targets(analyser: dict[str, float]) -> Iterator[str]:
    rate = analyser["new_words_a_second"] / 1000
    yield at_least("Analyser: thousand words a second, all new to it,", rate, 300)
    yield budget("Analyser: ms to load", analyser["load_ms"], 150)
    yield budget("Analyser: MB of memory", analyser["memory_mb"], 30)
    yield at_least("Forms: share of pairs that meet", analyser["pair_recall"], 0.99)
    yield budget("Forms: pairs confused", analyser["confused"], 3)


def page_targets(found: dict[str, Figures]) -> Iterator[str]:
    for engine, each in found.items():
        for name, times in each.times.items():
            yield budget(f"{engine}: ms at the median, {name},", times.p50, SEARCH_MS[engine])
        yield budget(f"{engine}: ms for suggestions, p95,", each.suggestions.p95, SUGGESTIONS_MS)
        if engine in SERVERS:
            yield budget(f"{engine}: times that it was too slow", each.missed, 0)
