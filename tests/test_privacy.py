"""What is closed to the public leaves no word at any public address, in whichever way it is closed.

Each way has a word of its own, which stands in the title, summary, text and address of pages of
every type, and nowhere else.
"""

from collections.abc import Callable, Iterator
from inspect import unwrap
from itertools import cycle

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override
from wagtail.actions import CreatePageAliasAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from home.enquiries.urls import urlpatterns as enquiry_urls
from home.models import HomePage
from knowledgebase.citation import FORMATS
from knowledgebase.models import ChapterPage, ModelPage, ResourcePage
from knowledgebase.papers.documents import document
from knowledgebase.papers.subjects import KINDS, Subject
from knowledgebase.training.urls import urlpatterns as training_urls
from mentoring.urls import urlpatterns as mentoring_urls
from portal.accounts.urls import urlpatterns as account_urls
from portal.certificates.urls import urlpatterns as certificate_urls
from portal.comments.models import Comment
from portal.comments.pages import CommentablePage, kinds
from portal.furniture.models import Furniture
from portal.i18n import page_rows
from portal.media.models import DocumentText
from portal.media.states import Processing
from portal.personal.urls import urlpatterns as my_data_urls
from portal.readable import restrictions_on
from projects.models import ProjectPage
from search.models import BestBet, PromotedPage
from tests.comments.pages import choose, comment_on
from tests.factories import (
    FurnitureFactory,
    MunicipalityPageFactory,
    NewsPageFactory,
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    StandardPageFactory,
)
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    GlossaryTermFactory,
    ModelPageFactory,
    ResourcePageFactory,
    StudyPageFactory,
    add_file,
    add_link,
    in_english,
)
from tests.media.factories import DocumentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
LANGUAGES = ("sq", "en")
# In the text of every closed page, so that a search asks for no word that is looked for.
SAID = "kumbullat"


class Secrets:
    """Pages of every type with one word, below pages without it."""

    def __init__(self, word: str) -> None:
        self.word = word
        choose(*(apps.get_model(name) for name, _label in kinds()))
        self.parent = StandardPageFactory(title=f"Mbi {SAID}")
        self.study = StudyPageFactory(title="Studimi")
        self.standard = self.make(StandardPageFactory, parent=self.parent)
        self.chapter = self.make(ChapterPageFactory, parent=self.study)
        self.project = self.make(ProjectPageFactory)
        self.update = self.make(ProjectUpdatePageFactory, parent=self.project)
        self.model = self.make(ModelPageFactory, body=False)
        self.municipality = self.make(MunicipalityPageFactory)
        self.news = self.make(NewsPageFactory, municipalities=[self.municipality.municipality])
        self.resource = self.make(ResourcePageFactory)
        file = DocumentFactory(title=f"Skeda {word}", processing=Processing.READY)
        DocumentText.objects.create(document=file, text=f"{SAID} {word}")
        add_file(self.resource, file)

    def make(self, factory: Callable[..., Page], body: bool = True, **values: object) -> Page:
        """Return a page that says the word wherever it can."""
        text = {"body": [("text", f"<p>{SAID} {self.word}</p>")]} if body else {"aim": self.word}
        name = factory._meta.model.__name__.lower()
        page = factory(
            title=f"Faqja {self.word}",
            summary=f"{SAID} {self.word}",
            slug=f"{self.word}-{name}",
            show_in_menus=True,
            **text,
            **values,
        )
        page = Page.objects.get(pk=page.pk).specific
        if isinstance(page, CommentablePage):
            comment_on(page, text=f"{SAID} {self.word}")
        return page

    @property
    def without_rows(self) -> list[Page]:
        """Those that Wagtail can make an alias of in the same language: no rows belong to them."""
        return [page for page in self.pages if page is not self.resource]

    @property
    def pages(self) -> list[Page]:
        """All pages with the word."""
        return [
            *(self.standard, self.chapter, self.project, self.update),
            *(self.model, self.municipality, self.resource, self.news),
        ]


def close(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def in_english_only(secrets: Secrets) -> None:
    for page in (secrets.parent, secrets.study):
        in_english(page)
    for page in secrets.pages:
        close(in_english(page))


def same_language_alias(page: Page, **options) -> Page:
    """Make an alias that the gate would refuse, as older databases hold them."""
    return unwrap(CreatePageAliasAction.execute)(CreatePageAliasAction(page, **options))


def original_of_an_alias(secrets: Secrets) -> None:
    for page in secrets.without_rows:
        same_language_alias(page, update_slug=f"{page.slug}-alias")
    for page in secrets.pages:
        close(page)


def above_the_original_of_an_alias(secrets: Secrets) -> None:
    home = HomePage.objects.get(locale=secrets.parent.locale)
    other = StudyPageFactory(title="Studim tjetër")
    same_language_alias(secrets.standard, parent=home, update_slug=f"{secrets.word}-x")
    same_language_alias(secrets.chapter, parent=other, update_slug=f"{secrets.word}-y")
    for page in (secrets.parent, secrets.study, secrets.project):
        close(page)
    for page in (secrets.model, secrets.municipality, secrets.resource, secrets.news):
        close(page)


def original_that_is_a_draft(secrets: Secrets) -> None:
    for page in (secrets.parent, secrets.study):
        in_english(page)
    for page in secrets.pages:
        in_english(page)
    for page in secrets.without_rows:
        same_language_alias(page, update_slug=f"{page.slug}-alias")
    ids = [page.pk for page in secrets.pages]
    Page.objects.filter(pk__in=ids).update(live=False)


WAYS = {
    "fshehurnja": in_english_only,
    "fshehurdyja": original_of_an_alias,
    "fshehurtreja": above_the_original_of_an_alias,
    "fshehurkatra": original_that_is_a_draft,
}


def link_to(pages: list[Page]) -> None:
    """Name pages wherever editors can: in texts, blocks, menus, models, the footer, best bets."""
    links = " ".join(f'<a linktype="page" id="{page.pk}">lidhje</a>' for page in pages)
    StandardPageFactory(title="Lidhjet", slug="lidhjet", body=[("text", f"<p>{links}</p>")])
    ProjectPageFactory(title="Projekti", related=[("page", page) for page in pages])
    model = ModelPageFactory(title="Modeli", slug="modeli")
    for page in pages:
        if isinstance(page, ChapterPage | ResourcePage | ProjectPage):
            add_link(ModelPage.objects.get(pk=model.pk), page)
    home = HomePage.objects.get(locale__language_code="sq")
    parts = [{"title": "Pjesë", "text": "Tekst", "page": page} for page in pages]
    projects = {"title": "Projekte", "count": 9}
    home.body = [
        ("what_we_do", {"title": "Çfarë bëjmë", "items": parts}),
        ("latest_projects", projects),
    ]
    home.save_revision().publish()
    Furniture.objects.all().delete()
    FurnitureFactory(footer_links=[("page", page) for page in pages])
    for language in LANGUAGES:
        bet = BestBet.objects.create(language=language, queries="lidhje")
        for page in pages:
            PromotedPage.objects.create(best_bet=bet, page=page)


def page_urls() -> Iterator[str]:
    yield from (row.url for row in page_rows(depth__gt=1))


def keyed(name: str, *rests: str) -> Iterator[str]:
    """Yield an address for each page of the knowledge base, with each of the rests in turn."""
    types = ("chapterpage", "modelpage", "resourcepage")
    pages = Page.objects.filter(content_type__model__in=types, alias_of=None)
    for key, rest in zip(pages.values_list("translation_key", flat=True), cycle(rests or [""])):
        yield reverse(name, args=[key, rest] if rest else [key])


def commented(name: str) -> Iterator[str]:
    """Yield an address for each page that somebody commented on."""
    keys = Comment.objects.order_by().values_list("translation_key", flat=True).distinct()
    yield from (reverse(name, args=[key]) for key in keys)


def feeds(name: str, model: str) -> Iterator[str]:
    pages = Page.objects.filter(content_type__model=model, alias_of=None)
    yield from (reverse(name, args=[page.translation_key]) for page in pages)


def search_urls(name: str) -> Iterator[str]:
    for query in (SAID, f"{SAID}&sort=newest", "lidhje", "skeda", "fshehu", "fshehurnj"):
        yield f"{reverse(name)}?q={query}"


def comparisons(path: str) -> Iterator[str]:
    slugs = ModelPage.objects.values_list("slug", flat=True).distinct()
    for slug in slugs:
        yield f"{path}?compare={slug}&compare=modeli"


# Every public address by the name of its pattern; what has no name by its pattern.
ADDRESSES: dict[str, Callable[[], Iterator[str]]] = {
    "wagtail_serve": page_urls,
    "share_picture": lambda: (
        reverse("share_picture", args=[row.id, "x"]) for row in page_rows(depth__gt=1)
    ),
    "sitemap": lambda: iter(["/sitemap.xml"]),
    "robots.txt": lambda: iter(["/robots.txt"]),
    "stable": lambda: keyed("stable"),
    "stable_text": lambda: keyed("stable_text"),
    "search": lambda: search_urls("search"),
    "search_feed": lambda: search_urls("search_feed"),
    "search_suggestions": lambda: search_urls("search_suggestions"),
    "citation": lambda: keyed("citation", *FORMATS),
    "page_paper": lambda: keyed("page_paper"),
    "comparison_paper": lambda: comparisons(reverse("comparison_paper")),
    "feedback": lambda: keyed("feedback"),
    "page_comments": lambda: commented("page_comments"),
    "write_comment": lambda: commented("write_comment"),
    "comment_sent": lambda: (each.get_absolute_url() for each in Comment.objects.all()),
    "news_feed": lambda: iter([reverse("news_feed")]),
    "project_feed": lambda: feeds("project_feed", "projectpage"),
    "municipality_feed": lambda: feeds("municipality_feed", "municipalitypage"),
}


def names(patterns: list) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if not str(pattern.pattern).startswith("admin/"):
                yield from names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)


# Addresses that show no page: files and pictures by number, forms, and leaving.
OF_NO_PAGE = {
    "wagtaildocs_serve",
    "wagtaildocs_authenticate_with_password",
    "wagtailimages_serve",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
    "leave",
    "desk_session",
    "wagtailadmin_login",
    "my_page",
    "my_messages",
    "my_message",
    *(pattern.name for pattern in (*account_urls, *my_data_urls)),
    *names([*certificate_urls, *training_urls, *mentoring_urls, *enquiry_urls]),
}


def test_every_public_address_is_walked():
    assert {*names(get_resolver().url_patterns)} == {*ADDRESSES, *OF_NO_PAGE}


def urls() -> list[str]:
    found: set[str] = set()
    for language in LANGUAGES:
        with override(language):
            for make in ADDRESSES.values():
                found |= set(make())
            index = {"sq": "modele-integrimi", "en": "integration-models"}[language]
            rows = [row.url for row in page_rows(slug=index)]
            found |= {url for path in rows for url in comparisons(path)}
    return sorted(found)


def told(url: str) -> str:
    """Return all that an answer says, but for what the visitor said."""
    response = Client().get(url)
    said = b"".join(response) if response.streaming else response.content
    path = url.partition("?")[0]
    text = f"{said.decode()} {dict(response.headers)}".replace(path, "")
    for part in url.partition("?")[2].split("&"):
        text = text.replace(part, "").replace(part.partition("=")[2], "")
    return text


def leaks(where: list[str]) -> set[tuple[str, str]]:
    """Return the words that are told, each with one address that tells it."""
    found: dict[str, str] = {}
    for url in where:
        text = told(url)
        found |= {word: url for word in WAYS if word in text}
    return set(found.items())


@pytest.fixture
def secrets(home, publish) -> list[Secrets]:
    def make() -> list[Secrets]:
        found = [Secrets(word) for word in WAYS]
        link_to([page for each in found for page in each.pages])
        return found

    return publish(make)


def printed() -> str:
    """Return all that is put on paper."""
    papers = ""
    for page in Page.objects.filter(live=True).specific():
        if isinstance(page, KINDS):
            subject = Subject(page.locale.language_code, (page.translation_key,))
            if subject.pages():
                papers += str(document(subject, tell=lambda parts: None))
    return papers


def test_what_is_closed_leaves_no_word_anywhere(home, secrets, publish):
    lists = ["/sq/", "/sq/projekte/", "/sitemap.xml", f"/sq/kerko/?q={SAID}", "/sq/lidhjet/"]
    assert {word for word, _url in leaks(lists)} == {*WAYS}
    assert all(word in printed() for word in WAYS)
    for each in secrets:
        publish(WAYS[each.word], each)
    assert leaks(urls()) == set()
    assert not any(word in printed() for word in WAYS)


def test_the_same_is_asked_for_in_every_language_and_of_every_alias(home, publish):
    secrets = publish(Secrets, "fshehurnja")
    page = secrets.standard
    in_english(secrets.parent)
    english = in_english(page)
    alias = same_language_alias(page, parent=home, update_slug="alias")
    restriction = PageViewRestriction.objects.create(
        page=english, restriction_type=PageViewRestriction.PASSWORD, password="pranvera"
    )
    client = Client()
    for each in (page, english, alias):
        assert list(restrictions_on(each)) == [restriction]
        assert SAID not in client.get(each.get_url()).content.decode()
    address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    client.post(address, {"password": "pranvera", "return_url": "/sq/"})
    for each in (page, english, alias):
        assert secrets.word in client.get(each.get_url()).content.decode()
    assert SAID not in Client().get(address).content.decode()


def test_what_is_explained_only_while_the_glossary_can_be_read(home, publish):
    publish(GlossaryTermFactory, name="kumbulla", definition="fshehurnja")
    page = publish(
        ChapterPageFactory, parent=StudyPageFactory(), body=[("text", "<p>kumbulla</p>")]
    )
    assert "fshehurnja" in told(page.get_url())
    close(Page.objects.get(content_type__model="glossarypage", locale__language_code="en"))
    assert "fshehurnja" not in told(page.get_url())


def test_a_draft_above_a_page_is_not_named(home, publish):
    secrets = publish(Secrets, "fshehurnja")
    child = publish(StandardPageFactory, parent=secrets.standard, title="Nën të", slug="nen-te")
    Page.objects.filter(pk=secrets.standard.pk).update(live=False, title="Skicë e pathënë")
    assert "pathënë" not in told(child.get_url())


def test_the_condition_takes_no_query_of_its_own(home, django_assert_num_queries):
    with django_assert_num_queries(1):
        page_rows(live=True)


def test_an_old_address_does_not_tell_the_new_one_of_what_is_closed(home, publish):
    page = publish(StandardPageFactory, title="E re", slug="fshehurnja")
    page_en = publish(in_english, page)
    Redirect.add_redirect("/sq/e-vjeter/", redirect_to=page)
    Redirect.add_redirect("/en/old/", redirect_to=page_en)
    assert Client().get("/sq/e-vjeter/?x=1").headers["Location"] == page.get_url()
    close(page)
    for address in ("/sq/e-vjeter/", "/sq/e-vjeter/?x=1", "/en/old/"):
        response = Client().get(address)
        assert response.status_code == 404
        assert "fshehurnja" not in told(address)
