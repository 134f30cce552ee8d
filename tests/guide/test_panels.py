"""Every part of every form of the admin leads to what the guide says about it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import wagtail.admin
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.template.loader import get_template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.panels import CommentPanel, FieldPanel, ObjectList, Panel, PublishingPanel
from wagtail.contrib.settings.registry import registry
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile

from portal.accounts.models import SignUp, User
from portal.accounts.roles import Role
from portal.guide.chapters import section_words
from portal.guide.panels import ABOUT, find, first_field
from portal.guide.templatetags import guide
from tests.factories import StandardPageFactory, ThemeFactory
from tests.media.factories import DocumentFactory, ImageFactory

LANGUAGES = [language for language, _name in settings.LANGUAGES]
OUTSIDE = (CommentPanel, PublishingPanel)  # stand beside the form, without a heading
OBJECT_LIST = "wagtailadmin/panels/object_list.html"


def definitions() -> Iterator[Panel]:
    yield from (model.get_edit_handler() for model in get_page_models() if model is not Page)
    yield from (model.snippet_viewset.get_edit_handler() for model in get_snippet_models())
    yield from map(get_setting_edit_handler, registry)


def parts(panel: Panel) -> Iterator[Panel]:
    """Yield what stands in a form with a heading of its own."""
    for child in panel.children:
        if isinstance(child, ObjectList):
            yield from parts(child)
        elif not isinstance(child, OUTSIDE):
            yield child


def every_part() -> list[tuple[str, str, Panel]]:
    return [
        (definition.model._meta.label_lower, first_field(part), part)
        for definition in definitions()
        for part in parts(definition)
    ]


def test_every_part_of_a_form_leads_to_a_section_that_is_there_in_each_language():
    known = [section_words(language).keys() for language in LANGUAGES]
    lost = {
        (form, field)
        for form, field, _part in every_part()
        if not all(find(form, field) in sections for sections in known)
    }
    assert not lost


def test_every_part_of_a_form_has_a_heading_beside_which_the_link_stands():
    bare = [
        (form, field)
        for form, field, part in every_part()
        if not part.heading and not isinstance(part, FieldPanel)  # whose heading is its label
    ]
    assert not bare


def test_every_line_of_the_table_is_about_some_form():
    used = {find(form, field) for form, field, _part in every_part()}
    assert {section for _forms, _fields, section in ABOUT} == used


def test_the_form_differs_from_wagtails_by_the_link_alone():
    theirs = Path(wagtail.admin.__file__).parent / "templates" / OBJECT_LIST
    ours = Path(get_template(OBJECT_LIST).origin.name)
    assert ours != theirs
    text = ours.read_text()
    for added in (
        "{# Wagtail's own, but for the link to the guide beside each heading. #}\n",
        " " * 8
        + "{% fragment stripped as header_controls %}{% guide_link child %}{% endfragment %}\n",
        " header_controls=header_controls",
    ):
        assert text.count(added) == 1
        text = text.replace(added, "")
    assert text.replace(" guide %}", " %}") == theirs.read_text()


@pytest.fixture
def form_of(client_as):
    """Return a form of the admin in a language, as a moderator sees it."""
    client = client_as(Role.MODERATOR)

    def read(address: str, language: str) -> BeautifulSoup:
        user = User.objects.get(email="moderator@example.org")
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        response = client.get(address)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return read


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("sq", "Udhëzuesi: Titulli dhe përmbledhja (hapet në një skedë të re)"),
        ("en", "Guide: Title and summary (opens in a new tab)"),
    ],
)
def test_each_heading_of_a_form_has_the_link_in_the_language_of_the_admin(
    language, name, home, form_of
):
    page = StandardPageFactory(parent=home)
    form = form_of(reverse("wagtailadmin_pages:edit", args=[page.pk]), language)
    headings = form.select("[role=tabpanel] > .w-form-width > [data-panel] > .w-panel__header")
    links = [heading.select_one("a.guide-link") for heading in headings]
    assert len(links) > 8
    assert all(link["target"] == "_blank" for link in links)
    assert links[0]["aria-label"] == name
    assert links[0]["href"] == reverse("guide_chapter", args=["forms"]) + "#title"


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_of_files_terms_and_settings_lead_to_the_guide(language, home, form_of):
    addresses = {
        reverse("wagtailimages:add"): "pictures#consents",
        reverse("wagtailimages:add_multiple"): "pictures#consents",
        reverse("wagtailimages:edit", args=[ImageFactory().pk]): "pictures#consents",
        reverse("wagtaildocs:add"): "pictures#documents",
        reverse("wagtaildocs:add_multiple"): "pictures#documents",
        reverse("wagtaildocs:edit", args=[DocumentFactory().pk]): "pictures#documents",
        reverse("wagtailsnippets_terms_theme:edit", args=[ThemeFactory().pk]): "lists#terms",
        reverse("wagtailsnippets_comments_cannedreply:add"): "lists#replies",
    }
    for address, section in addresses.items():
        chapter, _hash, anchor = section.partition("#")
        place = f"{reverse('guide_chapter', args=[chapter])}#{anchor}"
        links = form_of(address, language).select(f"main a[href='{place}'][target=_blank]")
        assert links, address


@pytest.mark.django_db
def test_settings_lead_to_the_guide(admin_client):
    options = SignUp._meta
    address = reverse("wagtailsettings:edit", args=[options.app_label, options.model_name])
    form = BeautifulSoup(admin_client.get(address, follow=True).content, "html.parser")
    assert form.select("a.guide-link[href$='#accounts']")


@pytest.mark.django_db
def test_the_links_ask_the_database_nothing(home, client_as, monkeypatch):
    page = StandardPageFactory(parent=home)
    client, address = client_as(Role.MODERATOR), reverse("wagtailadmin_pages:edit", args=[page.pk])

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    asked()  # fills what is remembered between requests
    with_links = asked()
    monkeypatch.setattr(guide, "section_about", lambda panel: "")
    assert with_links == asked()
