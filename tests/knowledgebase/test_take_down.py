"""An emergency take-down leaves no trace that visitors can find, and its undoing all of them."""

import re
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from knowledgebase.models import StudyPage
from knowledgebase.models.paper import Paper
from portal.accounts.roles import Role
from portal.media.models import Document, DocumentText
from portal.media.states import Processing
from portal.media.storages import public_storage
from portal.publishing.models import Outcome, TakeDown
from portal.publishing.refusals import RefusedError
from portal.publishing.taking_down import restore, take_down
from portal.translation_records import publish_translation
from tests.factories import StandardPageFactory, UserFactory
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    GlossaryTermFactory,
    ResourcePageFactory,
    StudyPageFactory,
    add_file,
)
from tests.knowledgebase.papers import address as paper_address
from tests.media.factories import DocumentFactory, ImageFactory
from tests.stores import fetched

pytestmark = pytest.mark.django_db

SECRET, ASKED = "kukumjaka", "bletarise"
SAID = f"{SECRET} {ASKED}"
MISSPELT, BEGUN = "kukumjeka", "kukumj"
# What differs each time that a page is read.
A_FOLDER = re.compile("[0-9a-f]{48}")  # in which a picture lies that was made anew
EACH_TIME = re.compile(
    r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|<updated>.*?</updated>'
)


@pytest.fixture(autouse=True)
def files(settings, tmp_path) -> Path:
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def study(publish, english) -> Page:
    """A study with a cover and a chapter, in both languages, whose every text is secret."""
    cover = publish(ImageFactory, title=SAID, size=(600, 400))
    study = publish(StudyPageFactory, title=SAID, summary=SAID, slug="studim", cover=cover)
    chapter = publish(
        ChapterPageFactory,
        parent=study,
        title=SAID,
        slug="kapitull",
        body=[("heading", SAID), ("text", f"<p>{SAID}.</p>")],
    )
    words = [(SAID, f"{SAID} en"), (f"<p>{SAID}.</p>", f"<p>{SAID} en.</p>")]
    publish(publish_translation, study, english, [*words, ("studim", "study")])
    publish(publish_translation, chapter, english, [*words, ("kapitull", "chapter")])
    return StudyPage.objects.get(pk=study.pk)


@pytest.fixture
def document(publish) -> Document:
    cover = publish(ImageFactory, title=SAID)
    document = publish(
        DocumentFactory,
        title=SAID,
        cover=cover,
        processing=Processing.READY,
        file=ContentFile(SAID.encode(), "f.txt"),
    )
    DocumentText.objects.create(document=document, text=SAID)
    return document


@pytest.fixture
def resource(publish, english, document) -> Page:
    """A resource with a file, in both languages."""
    page = publish(ResourcePageFactory, title=SAID, slug="burim")
    publish(add_file, page, document)
    page = Page.objects.get(pk=page.pk).specific
    publish(publish_translation, page, english, [(SAID, f"{SAID} en"), ("burim", "resource")])
    return page


def own_links(html: str, base: str) -> Iterator[str]:
    """Yield the addresses of ours that a page names."""
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        values = [tag.get("href"), tag.get("src"), *(tag.get("srcset") or "").split(",")]
        for value in filter(None, values):
            url = urlsplit(urljoin(base, str(value).split()[0]))
            if url.netloc.startswith("127.0.0.1"):
                yield url.geturl()
            elif url.netloc == "testserver" and not url.path.startswith("/static"):
                yield f"{url.path}?{url.query}" if url.query else url.path


def read(url: str, files: Path) -> str:
    """Return all that an anonymous visitor is told at an address."""
    if url.startswith("/media/"):
        return SECRET if (files / url.removeprefix("/media/")).exists() else ""
    if url.startswith("http://127.0.0.1"):
        return SECRET if fetched(url).status == HTTPStatus.OK else ""
    response = Client().get(url)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    text = body.decode(errors="replace")
    return f"{response.get('Location', '')} {EACH_TIME.sub('', text)}"


def asked(language: str) -> list[str]:
    """Return the addresses of search, which say nothing secret by themselves."""
    with override(language):
        names = ("search", "search_feed", "search_suggestions")
        found = [f"{reverse(name)}?q={quote(ASKED)}" for name in names]
        return [*found, f"{reverse('search')}?q={MISSPELT}", f"{reverse(names[2])}?q={BEGUN}"]


@pytest.fixture
def walk(files, publish) -> Callable[[], dict[str, str]]:
    """A function that returns what visitors are told at each address that they can find."""

    def all_pages(also: list[str] = ()) -> dict[str, str]:
        found: dict[str, str] = {}
        waiting = ["/sq/", "/en/", "/sitemap.xml", *asked("sq"), *asked("en"), *also]
        while waiting:
            if (url := waiting.pop()) in found or "/leave/" in url or "/largo" in url:
                continue
            found[url] = publish(read, url, files)
            if "<?xml" not in found[url] and "<a" in found[url]:
                waiting += own_links(found[url], f"http://testserver{url}")
        return found

    return all_pages


def telling(pages: dict[str, str]) -> set[str]:
    return {A_FOLDER.sub("", url) for url, text in pages.items() if SECRET in text}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """Return the addresses that say something else; lists of search may order equals otherwise."""
    in_search = {*asked("sq"), *asked("en")}
    then, now = (
        {A_FOLDER.sub("", url): A_FOLDER.sub("", text) for url, text in pages.items()}
        for pages in (before, after)
    )
    return {url for url in then if now.get(url) != then[url]} - in_search


@pytest.fixture
def moderator(client_as) -> object:
    client_as(Role.MODERATOR)
    return UserFactory._meta.model.objects.get(email="moderator@example.org")


@pytest.mark.usefixtures("made", "store")
def test_nothing_is_told_after_a_take_down_and_all_of_it_after_its_undoing(
    study, resource, walk, moderator, publish
):
    document = Document.objects.get()
    ours = [study, *study.get_children().specific(), resource]
    papers = [paper_address(page, code) for page in ours[:2] for code in ("sq", "en")]
    stable = [reverse("stable", args=[page.translation_key]) for page in ours]
    for url in papers:
        publish(Client().get, url)
    before = walk([*papers, *stable])
    told = telling(before)
    for url in (document.url, *papers, *asked("sq"), *asked("en"), "/sitemap.xml"):
        assert url in told or url == "/sitemap.xml"
    assert any(url.startswith(public_storage().url("images/")) for url in told)
    assert any(url.endswith(".ris") for url in told)

    records = [
        publish(take_down, instance=page, user=moderator, reason=f"{SECRET} ?")
        for page in (study, resource)
    ]
    after = walk(list(before))
    assert telling(after) == set()
    assert Client().get(document.url).status_code == 410
    assert not Paper.objects.exists()
    assert "studim" not in after["/sitemap.xml"]

    for record in records:
        publish(restore, take_down=record, user=moderator)
    another = Client(REMOTE_ADDR="192.0.2.1")  # nobody has so many made in a minute
    for url in papers:
        publish(another.get, url)
    cache.clear()  # it may be a minute until they are suggested again
    again = walk([*papers, *stable])
    assert telling(again) == told
    assert changed(before, again) == set()


def test_a_study_without_its_chapter_is_printed_anew(study, moderator, publish, made, ask):
    chapter = study.get_children().specific().get()
    ask(paper_address(study))
    publish(take_down, instance=chapter, user=moderator)
    assert not Paper.objects.exists()
    ask(paper_address(study))
    assert Paper.objects.get().is_ready


def test_a_paper_that_is_being_made_meanwhile_is_not_kept(
    study, moderator, publish, files, monkeypatch
):
    def make_pdf(document) -> bytes:
        publish(take_down, instance=study, user=moderator)
        return b"%PDF"

    monkeypatch.setattr("knowledgebase.papers.tasks.make_pdf", make_pdf)
    publish(Client().get, paper_address(study))
    assert not Paper.objects.exists()
    assert not list(files.glob("private/papers/*"))


def test_a_file_that_something_else_shows_stays(document, moderator, publish):
    page = publish(ResourcePageFactory)
    publish(add_file, page, document)
    image = ImageFactory()
    figure = ("figure", {"image": image, "caption": ""})
    first = publish(StandardPageFactory, body=[figure])
    other = publish(StandardPageFactory, body=[figure])
    record = publish(take_down, instance=first, user=moderator)
    image.refresh_from_db()
    assert not image.taken_down
    later = publish(take_down, instance=other, user=moderator)
    image.refresh_from_db()
    assert image.taken_down == later
    publish(restore, take_down=record, user=moderator)
    assert outcomes(record) == {first.pk: Outcome.RESTORED, image.pk: Outcome.WITHHELD}
    publish(take_down, instance=page, user=moderator)
    document.refresh_from_db()
    assert document.taken_down
    assert document.cover.taken_down


def outcomes(record: TakeDown) -> dict[int, str]:
    return {thing.object_id: thing.outcome for thing in record.things.all()}


def test_undoing_leaves_what_others_did_since(home, moderator, publish):
    """Drafts stay drafts, and nothing that was published, deleted or renamed is overwritten."""
    drafted, published, deleted, renamed = (
        publish(StandardPageFactory, title=f"Para {number}", slug=f"para-{number}", parent=parent)
        for number, parent in enumerate([home] * 4)
    )
    drafted.title = "Projekt"
    drafted.save_revision()
    records = [
        publish(take_down, instance=page, user=moderator)
        for page in (drafted, published, deleted, renamed)
    ]
    published = Page.objects.get(pk=published.pk).specific
    published.title = "Pas"
    publish(published.save_revision().publish)
    publish(Page.objects.get(pk=deleted.pk).specific.delete)
    renamed = Page.objects.get(pk=renamed.pk).specific
    renamed.slug = "tjeter"
    renamed.save()
    publish(StandardPageFactory, slug="para-3")
    for record in records:
        publish(restore, take_down=record, user=moderator)
    assert [outcomes(record)[record.things.first().object_id] for record in records] == [
        Outcome.RESTORED,
        Outcome.PUBLISHED,
        Outcome.DELETED,
        Outcome.NO_ADDRESS,
    ]
    drafted = Page.objects.get(pk=drafted.pk)
    assert (drafted.title, drafted.live, drafted.has_unpublished_changes) == ("Para 0", True, True)
    assert drafted.get_latest_revision_as_object().title == "Projekt"
    assert Page.objects.get(pk=published.pk).title == "Pas"
    assert TakeDown.objects.get(pk=records[2].pk).title == "Para 2"


def test_a_planned_publication_brings_nothing_back(home, moderator, publish):
    page = publish(StandardPageFactory)
    draft = publish(StandardPageFactory, parent=page)
    publish(draft.unpublish)
    soon = timezone.now() + timezone.timedelta(hours=1)
    for each in (page, draft):
        each.save_revision(approved_go_live_at=soon)
    publish(take_down, instance=page, user=moderator)
    for each in (page, draft):
        assert Page.objects.get(pk=each.pk).specific.scheduled_revision is None


def test_what_is_refused(home, study, moderator, publish):
    chapter = study.get_children().specific().get()
    below = publish(take_down, instance=chapter, user=moderator)
    above = publish(take_down, instance=study, user=moderator)
    refused = [
        lambda: take_down(instance=home, user=moderator),
        lambda: take_down(instance=study, user=moderator),
        lambda: restore(take_down=below, user=moderator),
    ]
    for action in refused:
        with pytest.raises(RefusedError):
            action()
    publish(restore, take_down=above, user=moderator)
    publish(restore, take_down=below, user=moderator)
    assert Page.objects.get(pk=chapter.pk).live
    with pytest.raises(RefusedError):
        restore(take_down=below, user=moderator)


def test_who_confirms_what_somebody_took_down_meanwhile_is_led_to_it(moderator, publish, client):
    page = publish(StandardPageFactory)
    record = publish(take_down, instance=page, user=moderator)
    client.force_login(moderator)
    url = reverse("take_down_confirm", args=["wagtailcore", "page", page.pk])
    for answer in (client.get(url, follow=True), client.post(url, {"reason": ""}, follow=True)):
        assert answer.redirect_chain == [(record.get_absolute_url(), 302)]
        assert "Kjo është hequr tashmë" in answer.content.decode()
    assert TakeDown.objects.count() == 1


def test_the_record_leads_to_the_editor_of_each_thing(moderator, publish, client):
    page, term = publish(StandardPageFactory), publish(GlossaryTermFactory)
    client.force_login(moderator)
    for thing, address in (
        (page, reverse("wagtailadmin_pages:edit", args=[page.pk])),
        (term, reverse("wagtailsnippets_knowledgebase_glossaryterm:edit", args=[term.pk])),
    ):
        record = publish(take_down, instance=thing, user=moderator)
        html = BeautifulSoup(client.get(record.get_absolute_url()).content, "html.parser")
        assert address in [link["href"] for link in html.select("table.listing a")]


def test_a_term_goes_from_the_glossary_in_every_language(english, walk, moderator, publish):
    term = publish(GlossaryTermFactory, name=SAID, definition=SAID, slug="term")
    publish(publish_translation, term, english, [(SAID, f"{SAID} en")])
    stable = reverse("stable", args=[term.translation_key])
    before = walk([stable])
    assert any("en" in url for url in telling(before))
    record = publish(take_down, instance=term, user=moderator)
    assert telling(walk(list(before))) == set()
    publish(restore, take_down=record, user=moderator)
    cache.clear()  # it may be a minute until they are suggested again
    again = walk([stable])
    assert telling(again) == telling(before)
    assert changed(before, again) == set()


@pytest.mark.parametrize("role", Role)
def test_only_who_may_publish_takes_down_sees_it_and_undoes_it(role, client_as, moderator, publish):
    page, other = publish(StandardPageFactory), publish(StandardPageFactory)
    term = publish(GlossaryTermFactory)
    record = publish(take_down, instance=other, user=moderator)
    may = role is Role.MODERATOR
    client = Client() if may else client_as(role)
    if may:
        client.force_login(moderator)
    confirm = [
        reverse("take_down_confirm", args=["wagtailcore", "page", page.pk]),
        reverse("take_down_confirm", args=["knowledgebase", "glossaryterm", term.pk]),
    ]
    shown = [*confirm, reverse("take_down", args=[record.pk]), reverse("take_downs")]
    for url in shown:
        assert (client.get(url).status_code == 200) == may
    for url in confirm:
        publish(client.post, url, {"reason": ""})
    publish(client.post, reverse("undo_take_down", args=[record.pk]))
    page.refresh_from_db()
    term.refresh_from_db()
    other.refresh_from_db()
    assert (page.live, term.live, other.live) == (not may, not may, may)


def test_nobody_takes_down_what_they_may_not_publish_in_every_language(study, client_as, publish):
    client_as(Role.EDITOR)
    editor = UserFactory._meta.model.objects.get(email="editor@example.org")
    with pytest.raises(PermissionDenied):
        take_down(instance=study, user=editor)
    assert Page.objects.get(pk=study.pk).live
