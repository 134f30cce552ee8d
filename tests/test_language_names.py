"""Languages in lists of content are called as the reader calls them."""

import pytest
from django.utils.translation import override

from knowledgebase.models.resource import FileLanguage
from portal.languages import language_name, language_names

NAMES = {
    "sq": ("Shqip", "Albanian"),
    "en": ("Anglisht", "English"),
    "mk": ("Maqedonisht", "Macedonian"),
    "rom": ("Romisht", "Romani"),
    "sgn": ("Gjuha shqipe e shenjave", "Albanian Sign Language"),
}


@pytest.mark.parametrize(("index", "language"), [(0, "sq"), (1, "en")])
def test_are_in_the_active_language(index, language):
    with override(language):
        assert {code: language_name(code) for code in NAMES} == {
            code: names[index] for code, names in NAMES.items()
        }


def test_begin_with_those_of_the_site():
    with override("sq"):
        assert [*language_names().items()][:2] == [("sq", "Shqip"), ("en", "Anglisht")]


def test_know_every_language_of_a_file_with_one_name_in_both_places():
    with override("sq"):
        assert {code: language_names()[code] for code in FileLanguage.values} == dict(
            FileLanguage.choices
        )
