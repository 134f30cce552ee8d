"""What results are filtered by, in the visitor's language."""

import pytest
from django.utils.translation import override
from wagtail_localize.operations import translate_object

from search.facets import kind_labels, term_labels
from tests.factories import MunicipalityFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


def test_every_kind_of_content_has_a_label_and_pages_of_no_kind_are_last():
    with override("en"):
        labels = kind_labels()
    assert labels["project"] == "Projects"
    assert labels["term"] == "Glossary"  # a part of a page
    assert [*labels][-1] == "page"
    others = [*labels.values()][:-1]
    assert others == sorted(others)


def test_kinds_are_called_by_the_visitors_language():
    with override("en"):
        english = kind_labels()["project"]
    with override("sq"):
        assert kind_labels()["project"] != english


def test_terms_are_called_by_the_visitors_language_else_by_the_source(
    english, django_assert_num_queries
):
    vlora = MunicipalityFactory(name="Vlorë", slug="vlora")
    MunicipalityFactory(name="Berat", slug="berat")
    ThemeFactory(name="Strehim", slug="strehim")
    translate_object(vlora, [english])
    type(vlora).objects.filter(locale=english).update(name="Vlora")
    with override("en"), django_assert_num_queries(1):
        labels = term_labels()
    assert [*labels["municipality"].items()] == [("berat", "Berat"), ("vlora", "Vlora")]
    assert labels["theme"] == {"strehim": "Strehim"}
    with override("sq"):
        assert term_labels()["municipality"]["vlora"] == "Vlorë"
