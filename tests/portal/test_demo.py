"""The demonstration: complete in both languages, built once, with words that are parallel."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from http import HTTPStatus
from io import BytesIO, StringIO
from itertools import product
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.test import Client, TestCase, override_settings
from PIL import Image as Picture
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, ReferenceIndex, Revision

import home.demo
import knowledgebase.demo
import knowledgebase.training.demo
import mentoring.demo
import portal.terms.demo
import projects.demo
from home.demo import CONTENT, emails
from knowledgebase.models import ModelPage, ResourcePage, StudyPage
from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.models import (
    Attempt,
    Attendance,
    Cohort,
    Completion,
    Enrolment,
    HandedIn,
    LessonProgress,
    ModulePage,
    ProgrammePage,
)
from mentoring.models import Profile, Report, Request
from portal.accounts.models import Message, User
from portal.certificates.models import Certificate, State
from portal.demo.build import words
from portal.demo.words import Bilingual
from portal.furniture.models import Furniture
from portal.i18n import PageRow, page_rows, page_url
from portal.media.models import Image
from portal.pages import PublicPage
from portal.readable import readable
from portal.terms.models import Term
from projects.models import ProjectPage
from tests.portal.commits import commits_at_once
from tests.portal.reading import meta, read

LANGUAGES = ("sq", "en")
MENTORING = mentoring.demo.CONTENT["people"]
COHORT = knowledgebase.training.demo.CONTENT["cohort"]


def public_page_models() -> list[type[PublicPage]]:
    return [model for model in apps.get_models() if issubclass(model, PublicPage)]


def public_rows() -> list[PageRow]:
    return page_rows(depth__gt=1)


def first_of_each_kind() -> Iterator[tuple[type[PublicPage], str]]:
    """Yield each page type with the address of its first page in each language."""
    for model, language in product(public_page_models(), LANGUAGES):
        pages = model.objects.filter(readable(), locale__language_code=language)
        for found in pages.order_by("path")[:1]:
            yield model, page_url(found.url_path, language)


@cache
def page(url: str) -> BeautifulSoup:
    return read(url)


def downloaded(url: str) -> bytes:
    """Return what an address gives; files of the public store are given out by a web server."""
    path = unquote(urlsplit(url).path)
    if path.startswith(settings.MEDIA_URL):
        with default_storage.open(path.removeprefix(settings.MEDIA_URL)) as file:
            return file.read()
    answer = Client().get(path)
    if answer.status_code == HTTPStatus.FOUND:
        return downloaded(answer["Location"])
    assert answer.status_code == HTTPStatus.OK, url
    return answer.content


class DemonstrationTests(TestCase):
    """One build for all; nothing here changes it."""

    @classmethod
    def setUpTestData(cls):
        cls.build()

    @classmethod
    def build(cls):
        with commits_at_once():
            call_command("demo", stdout=StringIO())

    def test_every_page_is_complete_in_both_languages(self):
        rows = public_rows()
        assert [row.title for row in rows if not row.is_complete] == []
        by_key: dict = {}
        for row in rows:
            by_key.setdefault(row.translation_key, set()).add(row.language)
        assert all(found == set(LANGUAGES) for found in by_key.values())

    def test_every_kind_of_page_occurs_in_both_languages(self):
        for model in public_page_models():
            found = set(model.objects.live().values_list("locale__language_code", flat=True))
            assert found == set(LANGUAGES), model

    def test_an_editor_could_save_every_stream_of_blocks(self):
        for model in public_page_models():
            streams = [f for f in model._meta.get_fields() if isinstance(f, StreamField)]
            for found, field in product(model.objects.live(), streams):
                assert field.stream_block.clean(getattr(found, field.name)) is not None, found.url

    def test_every_page_answers_with_one_heading_and_its_summary(self):
        for row in public_rows():
            html = page(row.url)
            assert len(html.select("h1")) == 1, row.url
            assert html.html["lang"] == row.language
            assert not html.select(".notice:not([hidden])"), row.url

    def test_every_link_within_the_site_leads_somewhere(self):
        addresses = {
            link["href"].partition("#")[0]
            for row in public_rows()
            for link in page(row.url).select("a[href^='/']:not([rel~=nofollow])")
        }
        read_already = {row.url for row in public_rows()}
        for address in sorted(addresses - read_already):
            assert Client().get(address).status_code == 200, address

    def test_every_fragment_that_a_page_links_to_stands_on_it_once(self):
        for row in public_rows():
            html = page(row.url)
            for link in html.select("a[href^='#']"):
                assert len(html.find_all(id=link["href"][1:])) == 1, (row.url, link["href"])

    def test_every_kind_of_page_is_shared_with_a_picture(self):
        pictures = {}
        for kind, url in first_of_each_kind():
            tags = meta(page(url))
            assert tags["og:image:alt"], url
            content = downloaded(tags["og:image"])
            size = Picture.open(BytesIO(content)).size
            assert [tags["og:image:width"], tags["og:image:height"]] == [str(n) for n in size], url
            pictures[kind, url[:3]] = content
        assert {kind for kind, _language in pictures} == set(public_page_models())
        for language in ("/sq", "/en"):
            apart = [ProjectPage, StudyPage, ModelPage, ResourcePage, ModulePage, ProgrammePage]
            assert len({pictures[kind, language] for kind in apart}) == len(apart)

    def test_no_two_projects_or_studies_have_one_cover(self):
        covered = [*ProjectPage.objects.all(), *StudyPage.objects.all()]
        used = Counter((each.cover_id, each.locale_id) for each in covered)
        assert set(used.values()) == {1}

    def test_every_place_on_a_map_has_a_name(self):
        for row in public_rows():
            for link in page(row.url).select("svg a"):
                assert link.get("aria-label") or link.text.strip(), row.url

    def test_every_term_is_named_in_both_languages(self):
        for model in apps.get_models():
            if issubclass(model, Term):
                found = model.objects.values_list("locale__language_code", flat=True)
                assert sorted(found) == sorted([*LANGUAGES] * (len(found) // 2)), model
                assert found

    def test_the_furniture_stands_in_both_languages(self):
        found = Furniture.objects.filter(live=True).values_list("locale__language_code", flat=True)
        assert set(found) == set(LANGUAGES)

    def test_there_is_an_account_for_every_role_and_for_those_who_take_part(self):
        theirs = {f"{name}@example.org" for name in COHORT["people"]}
        members = {f"{name}@example.org" for name in MENTORING["members"]}
        everybody = {*emails(), *theirs, *members}
        assert set(User.objects.values_list("email", flat=True)) == everybody
        for user in User.objects.filter(is_superuser=False, email__in=emails()):
            content = CONTENT["accounts"][user.email.partition("@")[0]]
            roles = user.groups.values_list("rolegroup__role", flat=True)
            assert [*roles] == ([content["role"]] if "role" in content else [])
            assert user.check_password("demo-demo-demo")
            assert user.name
            written = user.messages.exclude(link__contains="/mentor")
            assert written.count() == len(content.get("messages", []))

    def test_twelve_invented_people_take_part_in_mentoring(self):
        people = Profile.objects.select_related("user")
        assert len(people) == 12
        assert all("Shembull" in person.name for person in people)
        assert all(person.user.email.endswith("@example.org") for person in people)
        assert Counter(Request.objects.values_list("state", flat=True)) == {
            "accepted": 2,
            "completed": 1,
            "expired": 1,
            "sent": 1,
        }
        report = Report.objects.select_related("request").get()
        assert not report.closed_at
        assert report.request.state == "accepted"
        assert "i shpikur" in report.words

    def test_twelve_invented_people_follow_the_programme_at_different_points(self):
        cohort = Cohort.objects.get(name=COHORT["name"])
        people = [enrolment.user for enrolment in people_of(cohort)]
        assert len(people) == 12
        assert all("Shembull" in user.name for user in people)
        assert all(user.email.endswith("@example.org") for user in people)
        assert all(user.check_password("demo-demo-demo") for user in people)
        assert not any(user.groups.exists() for user in people)
        (completion,) = Completion.objects.filter(cohort=cohort)
        (certificate,) = Certificate.objects.filter(holder=completion.user)
        assert certificate.state == State.VALID
        assert set(certificate.languages) == set(LANGUAGES)
        assert {*HandedIn.objects.values_list("state", flat=True)} == {*HandedIn.State.values}
        done = LessonProgress.objects.values("user").annotate(count=Count("pk"))
        assert len({each["count"] for each in done}) > 5
        trainee = LessonProgress.objects.filter(user__email="trainee@example.org").count()
        assert 0 < trainee < max(each["count"] for each in done)
        assert cohort.sessions.count() == 3

    def test_every_cover_is_known_to_be_in_use(self):
        covered = ProjectPage.objects.exclude(cover=None)
        assert covered
        for project in covered:
            assert ReferenceIndex.get_references_to(project.cover).exists(), project

    def test_building_it_again_changes_nothing(self):
        before = state()
        self.build()
        assert state() == before


def state() -> dict[str, object]:
    """Return what a second build could change."""
    return {
        "pages": list(Page.objects.order_by("path").values_list()),
        "terms": [list(m.objects.order_by("pk").values_list()) for m in Term.__subclasses__()],
        "furniture": list(Furniture.objects.order_by("pk").values_list()),
        "messages": Message.objects.count(),
        "revisions": Revision.objects.count(),
        "references": ReferenceIndex.objects.count(),
        "images": Image.objects.count(),
        "people": User.objects.count(),
        "learning": [
            model.objects.count()
            for model in (Enrolment, LessonProgress, Attempt, HandedIn, Attendance, Certificate)
        ],
        "locales": Locale.objects.count(),
    }


@override_settings(DEMO_PASSWORD=None)
@pytest.mark.django_db
def test_without_a_password_for_its_accounts_nothing_is_built():
    before = Page.objects.count()
    with pytest.raises(CommandError, match="DEMO_PASSWORD"):
        call_command("demo", stdout=StringIO())
    assert Page.objects.count() == before


ROOMS = (
    home.demo,
    projects.demo,
    knowledgebase.demo,
    knowledgebase.training.demo,
    mentoring.demo,
    portal.terms.demo,
)


def all_words() -> Iterator[Bilingual]:
    """Yield every text of the demonstration."""
    for room in ROOMS:
        yield from words(room.CONTENT.parts)


class Outline(HTMLParser):
    """The tags of a text in order, with where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, sorted(attrs)))

    def handle_endtag(self, tag):
        self.tags.append((f"/{tag}",))


def test_every_text_has_the_same_structure_in_both_languages():
    for text in all_words():
        assert Outline(text.sq).tags == Outline(text.en).tags, text


def test_every_text_is_there_in_both_languages():
    for text in all_words():
        assert text.sq.strip(), text
        assert text.en.strip(), text


def test_figures_are_the_same_in_both_languages():
    for text in all_words():
        numbers = [sorted(re.findall(r"\d+", part)) for part in digits(text)]
        assert numbers[0] == numbers[1], text


def digits(text: Bilingual) -> tuple[str, str]:
    """Return both texts without the separators between thousands and in telephone numbers."""
    return re.sub(r"(?<=\d)[\s.](?=\d{3}\b)", "", text.sq), re.sub(
        r"(?<=\d)[\s,](?=\d{3}\b)", "", text.en
    )
