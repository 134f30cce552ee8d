"""What "make bench" makes of what it measures."""

import pytest
from bench import document
from bench.report import at_least, budget
from bench.search_quality import place, reason


@pytest.fixture
def result(tmp_path, monkeypatch):
    path = tmp_path / "measured.md"
    monkeypatch.setattr(document, "RESULT", path)
    return path


def test_a_section_takes_the_place_of_its_last_run(result):
    document.write("Pages", "one")
    document.write("Search", r"two \1")
    result.write_text(f"{result.read_text()}\nSomebody's remark.\n")
    document.write("Pages", "three")
    text = result.read_text()
    assert "one" not in text.partition("## Pages")[2]
    assert text.index("three") < text.index(r"two \1") < text.index("Somebody's remark.")
    assert text.count("## Pages") == 1


def test_a_section_whose_title_begins_alike_stays(result):
    document.write("Search in 1,000 pages", "many")
    document.write("Search", "few")
    assert "many" in result.read_text()


@pytest.mark.parametrize(
    ("found", "where"),
    [
        (["a", "b"], "first"),
        (["b", "a"], "2nd to 10th"),
        ([*"bcdefghijk", "a"], "not in ten"),
        ([], "nothing found"),
    ],
)
def test_where_the_known_answer_stands(found, where):
    assert place(found, {"a"}) == where


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("bashkive", "one word, elsewhere too"),
        ("bashki strehimi", "all its words elsewhere too"),
        ("bashki strehjm", "a similar word there"),
        ("bashki avokat", "another word there"),
    ],
)
def test_what_may_keep_an_answer_from_being_the_first(query, why):
    assert reason(query, "Bashkia ofron strehim.") == why


def test_a_target_is_met_at_its_limit():
    assert budget("ms", 40, 40).startswith("- met:")
    assert at_least("share", 0.949, 0.95).startswith("- NOT MET:")
