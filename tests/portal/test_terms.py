"""Terms of several kinds are read in the visitor's language, with one query."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from django.utils.translation import override

from portal.terms.models import ConsultationGroup, Municipality, Organisation, Theme
from portal.terms.rows import term_rows
from portal.translation_records import publish_translation
from tests.factories import (
    ConsultationGroupFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ThemeFactory,
)
from tests.media.factories import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


@pytest.fixture
def terms() -> dict:
    """Return one term of each kind, by model."""
    return {
        Municipality: MunicipalityFactory(name="Vlorë", slug="vlora"),
        Theme: ThemeFactory(name="Plane"),
        ConsultationGroup: ConsultationGroupFactory(name="Fëmijë"),
        Organisation: OrganisationFactory(
            name="UNDP", url="https://example.org/", logo=ImageFactory(), logo_alt="Shenja"
        ),
    }


def keys(terms: dict) -> dict:
    return {model: [term.translation_key] for model, term in terms.items()}


def test_four_kinds_take_one_query(terms, django_assert_num_queries):
    with django_assert_num_queries(1), override("en"):
        rows = term_rows(keys(terms))
    assert {kind: [row.name for row in found] for kind, found in rows.items()} == {
        "municipality": ["Vlorë"],
        "theme": ["Plane"],
        "consultationgroup": ["Fëmijë"],
        "organisation": ["UNDP"],
    }


def test_each_kind_has_what_is_its_own_and_nothing_else(terms):
    with override("sq"):
        rows = term_rows(keys(terms))
    vlora, undp = rows["municipality"][0], rows["organisation"][0]
    assert (float(vlora.longitude), float(vlora.latitude)) == (19.818, 41.328)
    assert (vlora.url, vlora.logo_id, vlora.logo_alt) == ("", None, "")
    assert (undp.url, undp.logo_alt) == ("https://example.org/", "Shenja")
    assert undp.logo_id == terms[Organisation].logo_id
    assert (undp.longitude, undp.latitude) == (None, None)


def test_a_term_is_named_in_the_visitors_language_under_the_id_of_the_source(terms, english):
    vlora = terms[Municipality]
    publish_translation(vlora, english, [("Vlorë", "Vlora")])
    for language, name in (("sq", "Vlorë"), ("en", "Vlora")):
        with override(language):
            row = term_rows(keys(terms))["municipality"][0]
        assert (row.name, row.id, row.slug, row.language) == (name, vlora.pk, "vlora", language)


def test_a_term_without_translation_is_named_as_in_the_source(terms):
    with override("en"):
        assert term_rows(keys(terms))["theme"][0].language == "sq"


def test_terms_are_sorted_by_the_name_that_is_shown(english):
    first, second = ThemeFactory(name="A"), ThemeFactory(name="B")
    publish_translation(first, english, [("A", "Z")])
    wanted = {Theme: [first.translation_key, second.translation_key]}
    with override("en"):
        assert [row.name for row in term_rows(wanted)["theme"]] == ["B", "Z"]


def test_no_keys_no_rows(terms):
    with override("sq"):
        assert term_rows({Theme: [], Municipality: []}) == {"theme": [], "municipality": []}


def test_a_slug_stands_once_in_a_language(terms):
    with pytest.raises(IntegrityError):
        ThemeFactory(slug=terms[Theme].slug)


def test_a_slug_that_is_taken_is_said_by_its_field(terms, admin_client):
    address = reverse("wagtailsnippets_terms_theme:add")
    response = admin_client.post(address, {"name": "Tjetër", "slug": terms[Theme].slug})
    assert response.context["form"].errors["slug"] == [
        "Ky kod është përdorur tashmë. Zgjidhni një tjetër."
    ]
    assert Theme.objects.count() == 1


@pytest.mark.parametrize(("longitude", "latitude"), [("181", "41"), ("19", "-91")])
def test_a_seat_lies_on_the_earth(longitude, latitude):
    with pytest.raises(ValidationError) as refused:
        MunicipalityFactory.build(longitude=longitude, latitude=latitude).clean_fields()
    assert set(refused.value.message_dict) & {"longitude", "latitude"}
