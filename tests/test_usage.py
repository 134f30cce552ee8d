"""What the admin says is used is used, and what is used is not deleted by mistake."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.snippets.models import get_snippet_models

from portal.media.models import Document, Image
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from search.models import BestBet, PromotedPage
from tests.factories import (
    ConsultationGroupFactory,
    MunicipalityFactory,
    NewsPageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.knowledgebase.factories import (
    ModelPageFactory,
    NeedFactory,
    ReferenceFactory,
    ResourcePageFactory,
    StudyPageFactory,
)

# Relations that are no use of a thing: rights, languages, tasks, what is made from it.
NO_USE = {
    "DocumentText.document": "its own text",
    "Enquiry.subject": "a message stays without its subject",
    "GroupPagePermission.page": "who may edit it",
    "PageLogEntry.page": "its history",
    "PageSubscription.page": "who is told of comments",
    "PageViewRestriction.page": "who may read it",
    **dict.fromkeys(
        (f"Profile.{name}" for name in ("municipality", "needs", "skills", "integration_models")),
        "what members of the mentoring programme say of themselves",
    ),
    "PromotedQuery.best_bet": "made from it",
    "Rendition.image": "made from it",
    "User.municipality": "what people say of themselves, which is not for editors to read",
    "WorkflowPage.page": "how it is reviewed",
}
TERMS = [
    (ProjectPageFactory, "themes", ThemeFactory),
    (ProjectPageFactory, "municipalities", MunicipalityFactory),
    (ProjectPageFactory, "consultation_groups", ConsultationGroupFactory),
    (ModelPageFactory, "needs", NeedFactory),
    (NewsPageFactory, "municipalities", MunicipalityFactory),
    (ResourcePageFactory, "needs", NeedFactory),
    (ResourcePageFactory, "themes", ThemeFactory),
]


def users_of(thing) -> list:
    """Return what the list of usages names."""
    return [user for user, _references in ReferenceIndex.get_grouped_references_to(thing)]


def is_counted(field) -> bool:
    """Whether Wagtail's index of references reads a relation."""
    if getattr(field, "wagtail_reference_index_ignore", False):
        return field.name == "alias_of"  # Wagtail's own: an alias goes with its original
    is_read = field.many_to_one or hasattr(field, "extract_references")
    return field.model in ReferenceIndex.tracked_models and is_read


def test_every_relation_to_something_that_can_be_deleted_is_counted():
    things = (Page, Image, Document, *get_snippet_models())
    relations = (
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.related_model and not field.auto_created
        if issubclass(field.related_model, things)
    )
    uncounted = {
        f"{field.model.__name__}.{field.name}" for field in relations if not is_counted(field)
    }
    assert uncounted == set(NO_USE)


@pytest.mark.django_db
def test_terms_are_used_by_the_pages_that_name_them():
    wrong = []
    for make_page, field, make_term in TERMS:
        term = make_term()
        page = make_page(**{field: [term]})
        usage = ReferenceIndex.get_grouped_references_to(term)
        if [user.pk for user, _ in usage] != [page.pk] or not usage.is_protected:
            wrong.append((field, "named"))
        getattr(page, field).clear()
        page.save()
        if users_of(term):
            wrong.append((field, "named no more"))
    assert wrong == []


@pytest.mark.django_db
def test_a_work_is_used_by_the_texts_that_cite_it(english, publish):
    work, other = ReferenceFactory(key="hoxha-2020"), ReferenceFactory(key="other")
    study = StudyPageFactory(title="S", slug="s", in_short="<p>Po^[Shih [@hoxha-2020, f. 2].]</p>")
    chapter = ModelPageFactory(used_in=[("use", {"place": "V", "text": "<p>[@hoxha-2020]</p>"})])
    words = [("S", "S"), ("s", "s"), ("Po^[Shih [@hoxha-2020, f. 2].]", "Yes [@hoxha-2020]")]
    publish(publish_translation, study, english, words)
    pks = {study.pk, chapter.pk, study.get_translation(english).pk}
    assert {user.pk for user in users_of(work)} == pks
    assert users_of(other) == []
    study.refresh_from_db()
    copy = study.copy(update_attrs={"slug": "kopje"})
    assert copy.in_short == study.in_short
    pks |= {copy.pk, copy.get_translation(english).pk}
    assert {user.pk for user in users_of(work)} == pks


@pytest.mark.django_db
def test_what_is_used_is_not_deleted_and_the_page_says_where_it_is_used(admin_client):
    theme, work = ThemeFactory(), ReferenceFactory(key="k")
    admin_client.cookies.load({"django_language": "en"})
    page = ProjectPageFactory(title="Projekti i Vlorës", themes=[theme])
    StudyPageFactory(title="Studimi i parë", in_short="<p>[@k]</p>")
    for thing, title in [(theme, "Projekti i Vlorës"), (work, "Studimi i parë")]:
        names = thing.snippet_viewset
        delete = reverse(names.get_url_name("delete"), args=[thing.pk])
        answer = admin_client.get(delete).content.decode()
        assert "serious" not in answer
        assert "take it out of each page" in answer
        usage = reverse(names.get_url_name("usage"), args=[thing.pk])
        assert usage in answer
        assert title in admin_client.get(usage).content.decode()
        admin_client.post(delete)
        options = [thing._meta.app_label, thing._meta.model_name, "delete"]
        bulk = reverse("wagtail_bulk_action", args=options)
        admin_client.post(f"{bulk}?id={thing.pk}")
        thing.refresh_from_db()
    page.themes.clear()
    page.save()
    admin_client.post(reverse(theme.snippet_viewset.get_url_name("delete"), args=[theme.pk]))
    assert not type(theme).objects.filter(pk=theme.pk).exists()


@pytest.mark.django_db
def test_best_bets_and_sites_use_their_pages(home):
    page = StandardPageFactory()
    bet = BestBet(language="sq", queries="strehim", pages=[PromotedPage(page=page)])
    bet.save()
    assert users_of(page) == [bet]
    assert Site.objects.get() in users_of(Page.objects.get(pk=Site.objects.get().root_page_id))


@pytest.mark.django_db
def test_usages_of_what_was_there_before_are_counted_by_wagtails_command():
    theme = ThemeFactory()
    page = ProjectPageFactory(themes=[theme])
    content_type = ContentType.objects.get_for_model(Page)
    ReferenceIndex.objects.filter(base_content_type=content_type).delete()
    call_command("rebuild_references_index", verbosity=0)
    assert users_of(theme) == [Page.objects.get(pk=page.pk)]
    assert ProjectPage.objects.get(pk=page.pk).themes.get() == theme
