"""What the admin says is used is used, and what is used is not deleted by mistake."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.search.backends import get_search_backend
from wagtail.snippets.models import get_snippet_models

from home.models import StandardPage
from knowledgebase.models import ResourcePage
from portal.furniture.models import Furniture
from portal.media.models import Document, Image
from portal.media.usage import unused, with_usage
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from search.models import BestBet, PromotedPage
from tests.factories import (
    ConsultationGroupFactory,
    MunicipalityFactory,
    NewsPageFactory,
    OrganisationFactory,
    ProjectPageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    ModelPageFactory,
    NeedFactory,
    ReferenceFactory,
    ResourcePageFactory,
    StudyPageFactory,
    add_file,
)
from tests.media.factories import DocumentFactory, ImageFactory

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


RICH = '<p><a linktype="document" id="{}">x</a></p>'


@pytest.fixture
def files() -> tuple[Image, Document]:
    return ImageFactory(title="E fotografuar"), DocumentFactory(title="E shkruar")


def figure(image: Image) -> list:
    image.contextual_alt_text, image.decorative = "Një rrugë", False
    return [("figure", {"image": image, "caption": "C"})]


def resource_with(document: Document) -> ResourcePage:
    page = ResourcePageFactory()
    add_file(page, document)
    return page


def furniture_with(image: Image) -> Furniture:
    row = Furniture.objects.get(locale__language_code="sq")
    row.logo = image
    row.save()
    return row


USES = {
    "a cover": lambda image, _: ProjectPageFactory(cover=image),
    "a figure": lambda image, _: StandardPageFactory(body=figure(image)),
    "a numbered figure": lambda image, _: ChapterPageFactory(
        parent=StudyPageFactory(), body=figure(image)
    ),
    "a logo of an organisation": lambda image, _: OrganisationFactory(logo=image),
    "the logo of the site": lambda image, _: furniture_with(image),
    "the cover of a document": lambda image, _: DocumentFactory(cover=image),
    "a list of documents": lambda _, document: StandardPageFactory(
        body=[("documents", {"title": "T", "documents": [document]})]
    ),
    "a link in a field": lambda _, document: ProjectPageFactory(aim=RICH.format(document.pk)),
    "a link in a stream": lambda _, document: StandardPageFactory(
        body=[("text", RICH.format(document.pk))]
    ),
    "a link in a part of a part": lambda _, document: StandardPageFactory(
        body=[("accordion", {"items": [{"title": "T", "text": RICH.format(document.pk)}]})]
    ),
    "a child row": lambda _, document: resource_with(document),
}


@pytest.mark.django_db
@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_file_is_used_by_whatever_names_it(files, use):
    user = use(*files)
    users = [each.pk for file in files for each, _references in file.get_usage()]
    assert users.count(user.pk) == 1
    assert sum(counts_of(file) for file in files) == len(users)


def counts_of(file: Image | Document) -> int:
    return with_usage(type(file).objects.filter(pk=file.pk)).get().usage_count


@pytest.mark.django_db
def test_each_language_counts_once_however_often_it_names_a_file(files, english, publish):
    image, _ = files
    page = ProjectPageFactory(title="P", slug="p", cover=image, body=[*figure(image)] * 3)
    assert counts_of(image) == image.get_usage().count() == 1
    words = [("P", "P"), ("p", "p"), ("Një rrugë", "A road"), ("C", "C")]
    publish(publish_translation, ProjectPage.objects.get(pk=page.pk), english, words)
    assert counts_of(image) == image.get_usage().count() == 2


@pytest.mark.django_db
def test_two_things_with_one_id_are_two_uses(files):
    image, _ = files
    organisation = OrganisationFactory(logo=image)
    page = StandardPageFactory(body=figure(image))
    base = ContentType.objects.get_for_model(Page)
    uses = ReferenceIndex.get_references_to(image)
    uses.filter(base_content_type=base, object_id=str(page.pk)).update(object_id=organisation.pk)
    assert counts_of(image) == 2 + uses.filter(base_content_type=base).count() - 1


@pytest.mark.django_db
def test_a_draft_uses_its_files(files, publish, admin_client):
    image, _ = files
    admin_client.cookies.load({"django_language": "en"})
    page = StandardPageFactory(title="Faqja me draft")
    page.body = figure(image)
    revision = publish(page.save_revision)
    assert counts_of(image) == image.get_usage().count() == 1
    assert not unused(Image.objects.all()).exists()
    listed = admin_client.get(image.usage_url).content.decode()
    assert "Faqja me draft" in listed
    assert "In a draft" in listed
    asked = admin_client.get(reverse("wagtailimages:delete", args=[image.pk]))
    assert asked.context["usage_count"] == 1
    bulk = reverse("wagtail_bulk_action", args=["media", "image", "delete"])
    asked = admin_client.get(f"{bulk}?id={image.pk}")
    assert [each["usage_count"] for each in asked.context["items"]] == [1]
    publish(revision.publish)
    assert counts_of(image) == image.get_usage().count() >= 1
    assert "In public" in admin_client.get(image.usage_url).content.decode()
    page = StandardPage.objects.get(pk=page.pk)
    page.body = []
    publish(page.save_revision)
    page.delete()
    assert counts_of(image) == 0


@pytest.mark.django_db
def test_drafts_that_were_there_before_are_counted_each_night(files, publish):
    image, _ = files
    page = StandardPageFactory()
    page.body = figure(image)
    page.save_revision()
    other = StandardPageFactory()
    assert counts_of(image) == 0
    publish(call_command, "follow_drafts")
    assert counts_of(image) == 1
    page.body = []
    page.save_revision()
    publish(call_command, "follow_drafts")
    assert counts_of(image) == 0
    assert other.live


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["images", "docs"])
def test_lists_of_files_tell_how_often_each_is_used(
    files, kind, admin_client, publish, django_assert_max_num_queries
):
    admin_client.cookies.load({"django_language": "en"})
    file = files[kind == "docs"]
    address = reverse(f"wagtail{kind}:index")
    make = ImageFactory if kind == "images" else DocumentFactory

    def use(each) -> None:
        named = {"cover": each} if kind == "images" else {"aim": RICH.format(each.pk)}
        ProjectPageFactory(**named)

    def ask(**query) -> tuple[int, list]:
        cache.clear()
        with django_assert_max_num_queries(200) as counted:
            answer = admin_client.get(address, query)
        return len(counted), list(answer.context["object_list"])

    use(file)
    ask()
    few, rows = ask()
    assert rows[0].usage_count == counts_of(file) >= 1
    for _ in range(4):
        use(make())
    spare = publish(make, title="E tepërt")
    many, rows = ask()
    assert len(rows) == 6
    # Each picture of the list is made when it is first shown.
    again, _ = ask()
    assert min(many, again) <= few
    assert ask(unused="none")[1] == [spare]
    assert ask(ordering="usage_count")[1][0] == spare
    assert ask(ordering="-usage_count", unused="none")[1] == [spare]
    get_search_backend().add_bulk(type(file), [file, spare])
    found = [ask(q="tepërt", **more)[1] for more in ({}, {"unused": "none"})]
    assert [[row.title for row in rows] for rows in found] == [["E tepërt"]] * 2
    results = admin_client.get(reverse(f"wagtail{kind}:index_results"), {"unused": "none"})
    assert "E tepërt" in results.content.decode()


@pytest.mark.django_db
def test_the_grid_of_pictures_and_the_forms_say_how_often_they_are_used(files, admin_client):
    admin_client.cookies.load({"django_language": "en"})
    image, document = files
    StandardPageFactory(body=[*figure(image), ("text", RICH.format(document.pk))])
    grid = admin_client.get(reverse("wagtailimages:index")).content.decode()
    count = counts_of(image)
    assert f"Used in {count} place" in grid
    for name, file in (("images", image), ("docs", document)):
        edit = admin_client.get(reverse(f"wagtail{name}:edit", args=[file.pk]))
        assert edit.context["usage_count_val"] == counts_of(file) >= 1
