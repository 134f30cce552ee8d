"""Whatever people type or upload, the analysis ends soon, and says truly where words stand."""

import io

import pytest
from django.core.management import call_command
from hypothesis import example, given
from hypothesis import strategies as st

from search.analysis import analyse, query_terms, tokens
from search.analysis.analyser import LONGEST_TERM
from search.analysis.normal import fold
from search.analysis.stripper import strip

LANGUAGES = st.sampled_from(["sq", "en", "it", ""])
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=300)
WORDLIKE = st.text("aeiouëçÇËdhgjlnrst-'’.,1 \u00ad\u0301\u200f_", max_size=60)
TEXTS = ANY_TEXT | WORDLIKE
UNITS = (
    *(
        "a",
        "a.",
        "a-",
        "a'",
        "e-",
        "ri-",
        "të ",
        "1.000",
        "1.",
        "9",
        "*",
        "?",
        "-",
        '"',
        "( ",
        "AND ",
    ),
    *("\0", "\u200f", "\u0301", "a\u0301", "ﷺ", "👩\u200d👧", "\ud800", "١", "字"),
)


@given(TEXTS, LANGUAGES)
def test_terms_hold_letters_and_digits_only(text, language):
    for term in analyse(text, language):
        assert term.isalnum()
        assert len(term) <= LONGEST_TERM


@given(TEXTS, LANGUAGES)
def test_offsets_point_at_the_word(text, language):
    found = list(tokens(text, language))

    assert [token.term for token in found] == analyse(text, language)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
    for token in found:
        assert token.term in analyse(text[token.start : token.end], language)


@given(TEXTS, LANGUAGES)
def test_queries_hold_terms_of_the_text(text, language):
    terms = analyse(text, language)
    asked = query_terms(text, language)

    assert set(asked) <= set(terms)
    assert bool(asked) == bool(terms)


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_terms_of_other_languages_stay_as_they_are(text):
    terms = analyse(text, "it")

    assert analyse(" ".join(terms), "it") == terms


@given(st.text("aeioubdhgjlnrstvmk", min_size=1, max_size=25))
@example("er")
@example("zem")
def test_a_stem_is_never_empty(word):
    stem = strip(word)

    assert stem
    assert len(stem) <= len(word) + 1


@given(st.text("abdeghijklmnorstuvëç", min_size=1, max_size=20), LANGUAGES)
def test_case_and_decomposition_do_not_matter(word, language):
    decomposed = word.replace("ë", "e\u0308").replace("ç", "c\u0327")

    assert analyse(word.upper(), language) == analyse(word, language)
    assert analyse(decomposed, language) == analyse(word, language)


def test_offsets_of_words_with_signs():
    text = "Të «ri-integ\u00adrimit» të OSHC-të!"

    found = {token.term: text[token.start : token.end] for token in tokens(text, "sq")}

    assert found == {"te": "të", "riintegrim": "ri-integ\u00adrimit", "oshc": "OSHC"}


@pytest.mark.parametrize("language", ["sq", "en", "it"])
def test_long_input_makes_no_long_terms(language, subtests):
    for unit in UNITS:
        with subtests.test(unit=unit):
            found = query_terms(unit * 10_000, language)
            assert all(0 < len(term) <= LONGEST_TERM for term in found)


def test_a_run_of_letters_is_cut():
    assert analyse("a" * 10_000, "it") == ["a" * LONGEST_TERM]


def test_command_prints_the_terms_of_each_line(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("Dhunës me bazë\n\nri-integrimit\n"))

    call_command("search_analyse", "--language", "sq")

    assert capsys.readouterr().out == "dhun me baz\n\nriintegrim\n"
