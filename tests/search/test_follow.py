"""Whatever an entry is made of changes: the index is afterwards what a new one would be."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db.models import Model
from django.urls import reverse
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
)

from knowledgebase.models import GlossaryTerm, ResourcePage
from portal.media.document_processing import process
from portal.media.models import Document, DocumentText
from portal.media.states import Processing
from portal.terms.models import ConsultationGroup, Municipality, Need, Organisation, Term, Theme
from projects.models import ProjectPage
from projects.models.roles import Role
from search.content import PARENT
from search.index.check import compare_pages
from search.index.follow import relations, searchable_types, shown
from search.models import Entry
from tests.factories import (
    ConsultationGroupFactory,
    MunicipalityFactory,
    MunicipalityPageFactory,
    OrganisationFactory,
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    StandardPageFactory,
    ThemeFactory,
    add_organisation,
)
from tests.knowledgebase.factories import (
    GlossaryTermFactory,
    ModelPageFactory,
    NeedFactory,
    ResourcePageFactory,
    add_file,
    in_english,
)
from tests.media.factories import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(home, publish) -> None:
    """A page of every type that names rows of other tables, in the index."""

    def make() -> None:
        needs = [NeedFactory(slug="nevoja")]
        themes = [ThemeFactory(slug="tema")]
        vlora = MunicipalityFactory(slug="vlora")
        project = ProjectPageFactory(
            title="Projekti",
            municipalities=[vlora],
            themes=themes,
            consultation_groups=[ConsultationGroupFactory(slug="grupi")],
        )
        add_organisation(project, Role.DONOR, OrganisationFactory(slug="donatori"))
        english = Locale.objects.get(language_code="en")
        translated = ProjectPage.objects.get(pk=project.pk).copy_for_translation(english)
        translated.title = "The project"
        translated.save_revision().publish()
        ProjectUpdatePageFactory(parent=ProjectPage.objects.get(pk=project.pk), title="Lajmi")
        MunicipalityPageFactory(title="Vlora", municipality=vlora)
        ModelPageFactory(title="Modeli", needs=needs)
        resource = ResourcePageFactory(title="Manuali", themes=themes, needs=needs)
        collection = Collection.get_first_root_node().add_child(name="Skedat")
        document = DocumentFactory(
            title="Skeda",
            file=ContentFile(b"\n", "skeda.txt"),
            processing=Processing.READY,
            collection=collection,
        )
        DocumentText.objects.create(document=document, text="fshati")
        add_file(resource, document)
        GlossaryTermFactory(name="strehimi", slug="strehimi")
        for model in (Theme, Need, Municipality, Organisation, ConsultationGroup):
            for term in model.objects.all():
                term.copy_for_translation(english).save()

    publish(make)
    assert not compare_pages().all


def rename(model: type[Model], language: str = "sq") -> Callable[[], None]:
    def change() -> None:
        row: Any = model.objects.get(locale__language_code=language)
        row.name = "emërimiri"
        row.slug = "emri-i-ri"
        row.save()

    return change


def project() -> ProjectPage:
    return ProjectPage.objects.get(title="Projekti")


def file_under_another_theme() -> None:
    ThemeFactory(slug="tjeter").projectpage_set.add(project())


def clear_projects_of_a_theme() -> None:
    Theme.objects.get(slug="tjeter").projectpage_set.clear()


def give_the_project_a_municipality() -> None:
    page = project()
    page.municipalities.add(MunicipalityFactory(slug="berati"))
    page.save()


def drop_the_organisation() -> None:
    project().organisations.get().delete()


def delete_the_theme() -> None:
    ResourcePage.objects.get(title="Manuali").themes.get().delete()


def change_the_text() -> None:
    text = DocumentText.objects.get()
    text.text = "tjetër"
    text.save()


def forget_the_text() -> None:
    DocumentText.objects.get().delete()


def withdraw_the_document() -> None:
    Document.objects.get().withdraw()


def find_no_text() -> None:
    """Process a document that holds no text."""
    process(Document.objects.get().pk)
    assert Document.objects.get().processing == Processing.NO_TEXT


def rename_the_document() -> None:
    document = Document.objects.get()
    document.title = "Dosja"
    document.save()


def change_the_files_language() -> None:
    file = ResourcePage.objects.get(title="Manuali").files.get()
    file.language = "it"
    file.save()


def folder() -> Collection:
    return Collection.objects.get(name="Skedat")


def close_the_collection() -> None:
    CollectionViewRestriction.objects.create(collection=folder(), restriction_type="login")


def close_the_collection_above() -> None:
    root = Collection.get_first_root_node()
    CollectionViewRestriction.objects.create(collection=root, restriction_type="login")


def open_all_collections() -> None:
    for restriction in CollectionViewRestriction.objects.all():
        restriction.delete()


def closed_folder() -> Collection:
    closed = Collection.get_first_root_node().add_child(name="E mbyllur")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    return closed


def move_the_document() -> None:
    document = Document.objects.get()
    document.collection = closed_folder()
    document.save()


def delete_the_term() -> None:
    GlossaryTerm.objects.get().delete()


def add_a_term() -> None:
    GlossaryTermFactory(name="banesa", slug="banesa")


def unpublish_the_term() -> None:
    GlossaryTerm.objects.get().unpublish()


def unpublish_a_bare_page() -> None:
    Page.objects.get(title="Modeli").unpublish()


def close(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def close_in_english() -> None:
    close(Page.objects.get(title="The project"))


def open_again() -> None:
    close(Page.objects.get(title="Projekti")).delete()


def move_below_a_closed_page() -> None:
    closed = StandardPageFactory(title="E mbyllur")
    close(in_english(closed))
    page = Page.objects.get(title="Manuali")
    page.move(Page.objects.get(pk=closed.pk), pos="last-child")


CHANGES = [
    *(rename(model) for model in (Theme, Municipality, Organisation, ConsultationGroup, Need)),
    *(rename(model, "en") for model in (Theme, Municipality)),
    *(file_under_another_theme, clear_projects_of_a_theme, give_the_project_a_municipality),
    *(drop_the_organisation, delete_the_theme, rename(GlossaryTerm)),
    *(change_the_text, forget_the_text, withdraw_the_document, find_no_text),
    rename_the_document,
    *(change_the_files_language, close_the_collection, open_all_collections),
    *(close_the_collection_above, open_all_collections),
    *(move_the_document, delete_the_term, add_a_term, unpublish_the_term, unpublish_a_bare_page),
    *(close_in_english, open_again, move_below_a_closed_page),
]


def test_whatever_changes_the_index_is_what_a_new_one_would_be(
    site, django_capture_on_commit_callbacks
):
    """One after the other, because only making the site takes long."""
    for change in CHANGES:
        before = set(Entry.objects.values_list("key", "audience", "digest"))
        with django_capture_on_commit_callbacks(execute=True):
            change()
        assert not compare_pages().all, change
        after = set(Entry.objects.values_list("key", "audience", "digest"))
        assert (after == before) is (change is open_again), change


def test_a_file_moved_together_with_others_is_followed(site, publish, admin_client):
    """The admin moves several by one UPDATE."""
    document, closed = Document.objects.get(), closed_folder()
    address = reverse("wagtail_bulk_action", args=["media", "document", "add_to_collection"])
    data = {"collection": closed.pk}
    publish(admin_client.post, f"{address}?id={document.pk}", data)
    assert Document.objects.get().collection == closed
    assert not compare_pages().all


def test_a_collection_moved_in_the_admin_is_followed(site, publish, admin_client):
    closed = closed_folder()
    address = reverse("wagtailadmin_collections:edit", args=[folder().pk])
    publish(admin_client.post, address, {"name": "Skedat", "parent": closed.pk})
    assert folder().is_descendant_of(Collection.objects.get(pk=closed.pk))
    assert not Entry.objects.exclude(attached_terms="").exists()
    assert not compare_pages().all


def test_every_relation_of_a_page_to_terms_is_named():
    """A new relation to something with a name belongs into `search_depends_on`, or is none."""
    missing = [
        f"{page_type.__name__}.{field.name}"
        for page_type in searchable_types()
        for field in page_type._meta.get_fields()
        if isinstance(field.related_model, type)
        and issubclass(field.related_model, Term)
        and field.concrete
        and field.name not in {name.partition("__")[0] for name in page_type.search_depends_on}
    ]
    assert missing == []


def test_what_is_named_is_watched():
    labels = {model._meta.label for model in shown()}
    assert {"terms.Theme", "media.Document", "wagtailcore.Collection"} <= labels
    assert {"knowledgebase.ResourceFile", "media.DocumentText", "wagtailcore.Locale"} <= labels
    assert ProjectPage.themes.through in relations()
    assert any(PARENT in each.search_depends_on for each in searchable_types())
