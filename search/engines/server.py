"""A search server: Elasticsearch or OpenSearch, which take the same questions."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from search.engines.base import WEIGHTS, Answer, EngineError, Order, Question
from search.engines.circuit import Circuit
from search.engines.client import Client
from search.engines.indexes import Indexes
from search.query.tree import AllOf, AnyOf, Node, Phrase, Term

# A page asks up to six times and is to be there within two seconds: five answers that were only
# just quick enough to ask again, and a last one that never came, take 1.85.
SEARCH_SECONDS, SLOW_SECONDS = 0.6, 0.25
MOST_LABELS = 5000
# Where all facets are counted that nothing is chosen of.
FOUND = "found"
FIELDS = [f"{name}^{weight}" for name, weight in WEIGHTS.items()]
# To have another part is worth more than to have one everywhere: BM25 gives up to 2.2 times its
# rarity for each field, times the field's weight.
DECISIVE = 25
SORTS: dict[Order, list[Any]] = {
    Order.RELEVANCE: ["_score", {"id": "asc"}],
    Order.NEWEST: [{"date": {"order": "desc", "missing": "_last"}}, {"id": "asc"}],
    Order.OLDEST: [{"date": {"order": "asc", "missing": "_last"}}, {"id": "asc"}],
}
Query = dict[str, Any]


class Server:
    """The index on a search server."""

    def __init__(self, engine: str, url: str, ca: str, prefix: str) -> None:
        """Take its address, a file of authorities to trust, and how our indexes' names begin."""
        self.client = Client(engine, url, ca)
        self.indexes = Indexes(self.client, prefix)
        self.circuit = Circuit()

    def find(self, question: Question) -> Answer:
        """Return what matches, best first."""
        body = asked(question)
        with self.client.within(SEARCH_SECONDS) as client:
            return _answer(question, self.indexes.live.search(client, body))


def asked(question: Question) -> dict[str, Any]:
    """Return a question as the body of a request."""
    return {
        "query": {
            "bool": {
                "must": _best(question),
                "filter": _one_of("for", {question.audience}),
                "must_not": {"terms": {"id": sorted(question.besides)}},
            }
        },
        "post_filter": _chosen(question),
        "aggs": {facet: _counted(question, facet) for facet in (FOUND, *question.chosen)},
        "sort": SORTS[question.order],
        "from": question.first,
        "size": question.size,
        "_source": False,
        "stored_fields": "_none_",
        "track_total_hits": True,
    }


def _best(question: Question) -> Query:
    matches = written(question.node)
    typed = {question.typed: 1.0} if question.typed else {}
    parts = [
        {"constant_score": {"filter": written(node), "boost": weight * DECISIVE}}
        for node, weight in (question.weights or typed).items()
    ]
    return {"bool": {"must": matches, "should": parts}}


def _counted(question: Question, facet: str) -> Query:
    """Return how to count all that is found, or all that a facet's other values would find."""
    labels = {"terms": {"field": "labels", "size": MOST_LABELS}}
    return {"filter": _chosen(question, besides=facet), "aggs": {"labels": labels}}


def _chosen(question: Question, besides: str = "") -> Query:
    filters = [
        _one_of(facet, values)
        for facet, values in question.chosen.items()
        if values and facet != besides
    ]
    return {"bool": {"filter": filters}}


def _one_of(facet: str, values: Iterable[str]) -> Query:
    return {"terms": {"labels": [f"{facet}:{value}" for value in sorted(values)]}}


def written(node: Node) -> Query:
    """Return a tree of terms in the server's language; what counts adds up over the fields."""
    match node:
        case Term(value):
            return {"multi_match": {"query": value, "fields": FIELDS, "type": "most_fields"}}
        case Phrase(terms):
            phrase = {"query": " ".join(terms), "type": "phrase", "tie_breaker": 1}
            return {"multi_match": {**phrase, "fields": FIELDS}}
        case AllOf(parts):
            return {"bool": {"must": [written(part) for part in parts]}}
        case AnyOf(parts):
            ways = [written(part) for part in parts]
            return {"bool": {"should": ways, "minimum_should_match": 1}}


def _answer(question: Question, body: Any) -> Answer:
    if body["timed_out"] or body["_shards"]["failed"]:
        raise EngineError("it answered for a part only")
    hits = body["hits"]
    ids = [int(hit["sort"][-1]) for hit in hits["hits"]]
    found = {facet: _counts(counted) for facet, counted in body["aggregations"].items()}
    counts = {facet: found.get(facet, found[FOUND]).get(facet, {}) for facet in question.counted}
    return Answer(ids, int(hits["total"]["value"]), counts)


def _counts(counted: Any) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for bucket in counted["labels"]["buckets"]:
        facet, _, value = bucket["key"].partition(":")
        counts[facet][value] = bucket["doc_count"]
    return counts
