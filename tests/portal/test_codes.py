"""An address with the code that a term had before leads to the list by its code of today."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from portal.accounts.roles import Role
from portal.terms.codes import current_codes
from portal.terms.models import FormerCode
from tests.factories import ConsultationGroupFactory, ProjectPageFactory, ThemeFactory
from tests.knowledgebase.factories import GlossaryTermFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    theme = ThemeFactory(name="Strehim", slug="strehim")
    ProjectPageFactory(title="Projekti", themes=[theme])
    return theme


@pytest.fixture
def rename(client_as, publish):
    """A function by which a moderator gives a term another code in its form."""
    client = client_as(Role.MODERATOR)

    def change(theme, code: str) -> None:
        url = reverse("wagtailsnippets_terms_theme:edit", args=[theme.pk])
        assert publish(client.post, url, {"name": theme.name, "slug": code}).status_code == 302

    return change


@pytest.mark.parametrize("address", ["/sq/projekte/", "/sq/kerko/"])
def test_a_former_code_leads_to_the_one_of_today(theme, rename, address):
    before = Client().get(f"{address}?theme=strehim&q=projekti")
    assert before.status_code == 200
    rename(theme, "strehez")
    rename(theme, "banim")
    for code in ("strehim", "strehez"):
        response = Client().get(f"{address}?theme={code}&q=projekti")
        assert (response.status_code, response["Location"]) == (
            301,
            f"{address}?theme=banim&q=projekti",
        )
    assert Client().get(f"{address}?theme=banim&q=projekti").status_code == 200
    assert Client().get(f"{address}?theme=kurre&q=projekti").status_code == 404


def test_a_code_that_another_term_took_is_that_terms(theme, rename):
    rename(theme, "banim")
    other = ThemeFactory(name="Tjetër", slug="strehim")
    ProjectPageFactory(title="Tjetri", themes=[other])
    assert Client().get("/sq/projekte/?theme=strehim").status_code == 200


@pytest.mark.parametrize("other", [ConsultationGroupFactory, GlossaryTermFactory])
def test_what_another_kind_was_called_leads_nobody_astray(theme, rename, other):
    rename(theme, "banim")
    former = other(slug="tjeter")
    FormerCode.objects.create(
        content_type=ContentType.objects.get_for_model(former),
        code="strehim",
        translation_key=former.translation_key,
    )
    ThemeFactory(name="Tjetër", slug="tjeter")
    response = Client().get("/sq/projekte/?theme=strehim")
    assert (response.status_code, response["Location"]) == (301, "/sq/projekte/?theme=banim")


def test_a_term_that_is_gone_or_got_its_code_back_leads_nowhere(theme, rename):
    rename(theme, "banim")
    rename(theme, "strehim")
    assert current_codes(["strehim", "banim"]) == {"banim": {"strehim"}}
    FormerCode.objects.update(translation_key="00000000-0000-0000-0000-000000000000")
    assert current_codes(["banim"]) == {}
