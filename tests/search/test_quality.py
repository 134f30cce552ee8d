"""How well search finds on the texts and queries of `data/`, with a margin."""

import itertools
from pathlib import Path

import pytest

from search.analysis import analyse
from search.evaluation.files import read_grades, read_lines
from search.evaluation.measures import summary
from search.evaluation.run import ask, index_corpus

DATA = Path(__file__).parent / "data"


@pytest.mark.django_db
@pytest.mark.dialect
def test_what_people_type_is_found():
    names = index_corpus(read_lines(DATA / "corpus.jsonl"), "sq")
    grades = read_grades(DATA / "qrels.tsv")
    least = {"queries": 0.94, "queries_undiacritised": 0.94, "queries_inflected": 0.92}
    for file, wanted in least.items():
        found, milliseconds = ask(read_lines(DATA / f"{file}.jsonl"), "sq", names)
        measured = summary(found, grades, milliseconds)
        assert measured["ndcg@10"] >= wanted, file
        assert measured["recall@10"] >= 0.97, file
        assert measured["zero_result_rate"] <= 0.002, file


def families() -> list[tuple[str, list[str]]]:
    lines = (DATA / "forms.txt").read_text().splitlines()
    rows = [line.split("|") for line in lines if line and not line.startswith("#")]
    return [(family, forms.split()) for family, _lemma, forms in rows]


def test_forms_of_a_word_meet():
    pairs = [pair for _, forms in families() for pair in itertools.combinations(forms, 2)]
    met = sum(analyse(one, "sq") == analyse(other, "sq") for one, other in pairs)
    assert met / len(pairs) >= 0.99


def test_forms_of_different_words_do_not_meet():
    terms = [(family, tuple(analyse(form, "sq"))) for family, forms in families() for form in forms]
    confused = {
        frozenset((one, other))
        for (one, term), (other, same) in itertools.combinations(terms, 2)
        if one != other and term == same
    }
    assert len(confused) <= 3
