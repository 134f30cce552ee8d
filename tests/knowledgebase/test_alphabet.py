"""Albanian's own alphabetical order, and English's."""

import random

import pytest

from knowledgebase.text.alphabet import first_letter, letter, letters, sort_key


def in_order(texts, language):
    return sorted(texts, key=lambda text: sort_key(text, language))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sq", ["cak", "çati", "dysheme", "dhënë", "emër", "ëmbël", "fill"]),
        ("sq", ["gur", "gjak", "hap", "lumë", "llaç", "mal", "nuk", "njeri", "orë"]),
        ("sq", ["rysh", "rrugë", "sy", "shah", "tym", "thikë", "ujë"]),
        ("sq", ["vlerë", "web", "xixë", "xhami", "yll", "zyrë", "zhvillim"]),
        ("en", ["case", "cost", "dhow", "dyad", "each"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet(language, words):
    shuffled = random.Random(4).sample(words, len(words))
    assert in_order(shuffled, language) == words


def test_digraphs_are_letters_within_words_too():
    assert in_order(["adhuroj", "adresë", "adytë"], "sq") == ["adresë", "adytë", "adhuroj"]


def test_digits_and_signs_come_first():
    assert in_order(["anë", "9669", "«Vatra»"], "sq") == ["«Vatra»", "9669", "anë"]


def test_a_shorter_text_comes_before_the_longer_that_begins_with_it():
    texts = ["dhunë në familje", "dhunë", "dhunëtar", "dhunë ekonomike"]
    assert in_order(texts, "sq") == ["dhunë", "dhunë ekonomike", "dhunë në familje", "dhunëtar"]


def test_accents_and_case_decide_only_last():
    assert in_order(["Ára", "arb", "ara", "Öl", "ok"], "sq") == ["ara", "Ára", "arb", "ok", "Öl"]


def test_c_and_e_with_marks_are_the_same_letters_in_english():
    assert in_order(["façade", "facet", "fab"], "en") == ["fab", "façade", "facet"]


def test_decomposed_characters_are_the_same_letters():
    assert sort_key("e\u0308mbe\u0308l", "sq")[0] == sort_key("ëmbël", "sq")[0]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("dhunë", "sq", "Dh"),
        ("DHUNË", "sq", "Dh"),
        ("ëmbël", "sq", "Ë"),
        ("Çështje", "sq", "Ç"),
        ("dhow", "en", "D"),
        ("Ësht", "en", "E"),
        ("Öl", "sq", "O"),
        ("web", "sq", "W"),
        ("112", "sq", "#"),
        ("", "sq", "#"),
    ],
)
def test_a_text_stands_under_a_letter(text, language, expected):
    assert letter(text, language) == expected


def test_the_alphabets_have_all_their_letters():
    assert (len(letters("sq")), len(letters("en"))) == (36, 26)
    assert letters("sq")[:8] == ["A", "B", "C", "Ç", "D", "Dh", "E", "Ë"]


def test_headings_come_in_the_order_of_the_texts():
    words = ["zhdukje", "112", "dhunë", "drejtësi", "xhami", "çështje", "celulë"]
    headings = [letter(word, "sq") for word in in_order(words, "sq")]
    assert headings == ["#", "C", "Ç", "D", "Dh", "Xh", "Zh"]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [("Dhurata", "sq", "Dh"), ("Dhurata", "en", "D"), ("Ömer", "sq", "Ö"), ("", "sq", "")],
)
def test_the_first_letter_is_kept_as_it_is_written(name, language, expected):
    assert first_letter(name, language) == expected
