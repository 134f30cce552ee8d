"""Inflected and unaccented words meet in the search, and words of other meaning do not."""

from itertools import combinations

import pytest

from search.analysis import analyse, query_terms
from tests.search.families import FAMILIES, RELATED


def terms_of(forms):
    return {" ".join(analyse(form, "sq")) for form in forms.split()}


def test_forms_of_one_word_meet():
    terms = {word: terms_of(forms) for word, forms in FAMILIES.items()}

    assert not {word: found for word, found in terms.items() if len(found) != 1}


def test_diacritics_do_not_matter():
    bare = str.maketrans("ëËç", "eEc")

    assert not [
        word
        for word, forms in FAMILIES.items()
        if terms_of(forms.translate(bare)) != terms_of(forms)
    ]


def test_words_of_other_meaning_stay_apart():
    met = {
        (one, other)
        for one, other in combinations(FAMILIES, 2)
        if terms_of(FAMILIES[one]) & terms_of(FAMILIES[other])
    }

    assert met == set(RELATED.items())


@pytest.mark.parametrize(
    ("unknown", "form"),
    [
        ("Brumzallë", "Brumzallës"),
        ("Brumzallë", "Brumzallën"),
        ("kvantor", "kvantorëve"),
        ("kvantor", "kvantorit"),
        ("kvantizoj", "kvantizohet"),
        ("kvantizoj", "kvantizuarave"),
        ("kvantologji", "kvantologjisë"),
        ("kvantshëm", "kvantshmes"),
        ("kvantësi", "kvantësisë"),
        ("kvantizëm", "kvantizmit"),
    ],
)
def test_words_of_no_lexicon_are_stripped(unknown, form):
    assert analyse(form, "sq") == analyse(unknown, "sq")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("16-vjeçar", ["16", "vjecar"]),
        ("COVID-19", ["covid", "19"]),
        ("2024-2026", ["2024", "2026"]),
        ("2024–2026", ["2024", "2026"]),
        ("12.08.2020", ["12", "08", "2020"]),
        ("1.700 1,700 1\u00a0700", ["1700", "1700", "1700"]),
        ("3,5", ["3", "5"]),
        ("vitet ’90-të", ["vit", "90"]),
        ("O.K.B.-së OKB-ja", ["okb", "okb"]),
        ("zyra@bashkia.example", ["zyr", "bashki", "exampl"]),
        ("e-mail email", ["email", "email"]),
        ("jo-qeveritare", ["joqeveritar"]),
        ("ish-kryetari", ["ish", "kryetar"]),
        ("socio-ekonomik socioekonomik", ["socio", "ekonomik"] * 2),
        ("mentor/mentore", ["mentor", "mentor"]),
        ("një_dy", ["nje", "dy"]),
        ("integ\u00adrim inte\u200bgrim", ["integrim", "integrim"]),
        ("DHUNE\u0308S", ["dhun"]),
        ("ﬁnancim ＤＨＢＧＪ", ["financim", "dhbgj"]),
    ],
)
def test_signs_in_words(text, terms):
    assert analyse(text, "sq") == terms


@pytest.mark.parametrize("apostrophe", "'’‘ʼ`´")
def test_every_apostrophe_is_one(apostrophe):
    assert analyse(f"UNDP{apostrophe}së", "sq") == ["undp"]
    assert analyse(f"women{apostrophe}s", "en") == ["women"]


@pytest.mark.parametrize("hyphen", "-\u2010\u2011")
def test_every_hyphen_is_one(hyphen):
    assert analyse(f"ri{hyphen}integrim", "sq") == ["riintegrim"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("municipality", "municipalities"),
        ("survivor", "survivors’"),
        ("supported", "supporting"),
        ("re-integration", "reintegration"),
        ("socio-economic", "socioeconomic"),
        ("U.N.", "UN"),
        ("café", "cafes"),
    ],
)
def test_english_forms_meet(one, other):
    assert analyse(one, "en") == analyse(other, "en")


def test_other_languages_are_only_folded():
    assert analyse("Città È Più", "it") == ["citta", "e", "piu"]


def test_texts_keep_their_function_words():
    assert analyse("e drejta për strehim", "sq") == ["e", "drejt", "per", "strehim"]


@pytest.mark.parametrize(
    ("query", "language", "terms"),
    [
        ("e drejta për strehim", "sq", ["drejt", "strehim"]),
        ("të mbijetuarat e dhunës me bazë gjinore", "sq", ["mbijeto", "dhun", "baz", "gjinor"]),
        ("Çfarë është një plan?", "sq", ["nje", "plan"]),
        ("ç’është plani", "sq", ["plan"]),
        ("the rights of women", "en", ["right", "women"]),
        ("WHO guidelines", "en", ["who", "guidelin"]),
    ],
)
def test_queries_drop_function_words(query, language, terms):
    assert query_terms(query, language) == terms


@pytest.mark.parametrize(("query", "language"), [("me të", "sq"), ("Për", "sq"), ("to be", "en")])
def test_queries_of_function_words_alone_keep_them(query, language):
    assert query_terms(query, language) == analyse(query, language) != []
