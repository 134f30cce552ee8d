"""The measures of retrieval, on lists whose values can be worked out by hand."""

import pytest

from search.evaluation.measures import ndcg, recall, reciprocal_rank, summary

GRADES = {"a": 1, "b": 1}


def test_the_best_order_has_a_gain_of_one():
    assert ndcg(["a", "b", "x"], GRADES) == 1


def test_a_later_place_is_worth_less():
    # 1/log2(3) + 1/log2(4) over 1/log2(2) + 1/log2(3)
    assert ndcg(["x", "a", "b"], GRADES) == pytest.approx(0.6934, abs=0.0001)


def test_nothing_counts_after_the_tenth_place():
    far = [*"0123456789", "a"]
    assert ndcg(far, GRADES) == reciprocal_rank(far, GRADES) == recall(far, GRADES) == 0


def test_grades_are_weighed():
    assert ndcg(["b", "a"], {"a": 3, "b": 1}) < ndcg(["a", "b"], {"a": 3, "b": 1}) == 1


def test_the_first_relevant_result_decides_the_reciprocal_rank():
    assert reciprocal_rank(["x", "y", "b", "a"], GRADES) == pytest.approx(1 / 3)


def test_recall_is_the_share_of_what_there_is_to_find():
    assert recall(["x", "b"], GRADES) == 0.5


def test_a_summary_takes_means():
    found = {"q1": ["a"], "q2": []}
    measured = summary(found, {"q1": {"a": 1}, "q2": {"b": 1}}, [1.0, 3.0])
    assert measured == {
        "ndcg@10": 0.5,
        "mrr@10": 0.5,
        "recall@10": 0.5,
        "zero_result_rate": 0.5,
        "p50_ms": 2.0,
        "p95_ms": 2.9,
        "queries": 2,
    }
