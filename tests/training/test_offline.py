"""What the server says of lessons that are kept on a device: which may be, and by which worker."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from knowledgebase.training.offline import SCRIPTS
from tests.factories import UserFactory
from tests.training.factories import LessonPageFactory, ModulePageFactory, ProgrammePageFactory

# Bytes, compressed: what a lesson's scripts may weigh, and what reading offline may add.
MOST, MOST_OFFLINE = 10_000, 5_000
OFFLINE = {*SCRIPTS, "js/offline.js"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return ProgrammePageFactory(title="Programi")


@pytest.fixture
def lesson(programme):
    module = ModulePageFactory(parent=programme, title="Moduli")
    return LessonPageFactory(parent=module, title="Mësimi")


def worker(key, language: str = "sq"):
    with override(language):
        return Client().get(reverse("lessons_worker", args=[key]))


def lessons_of(key) -> list[str]:
    found = re.search(r"^self\.lessons = (.*);$", worker(key).content.decode(), re.MULTILINE)
    assert found
    return json.loads(found[1])


def close(page) -> None:
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="pranvera"
    )


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_worker_of_a_programme_may_reach_its_language_and_is_asked_for_each_time(
    programme, lesson, language
):
    response = worker(programme.translation_key, language)
    assert response["Service-Worker-Allowed"] == f"/{language}/"
    assert response["Cache-Control"] == "no-cache"
    assert response["Content-Type"].startswith("text/javascript")
    assert not response.cookies
    with override(language):
        assert reverse("kept_lessons") in response.content.decode()


def test_the_worker_names_the_lessons_that_anybody_may_read(programme, lesson):
    other = LessonPageFactory(parent=lesson.get_parent(), title="Për anëtarët")
    assert lessons_of(programme.translation_key) == [lesson.url, other.url]
    close(other)
    assert lessons_of(programme.translation_key) == [lesson.url]
    other.view_restrictions.all().delete()
    other.unpublish()
    assert lessons_of(programme.translation_key) == [lesson.url]
    close(programme)
    assert lessons_of(programme.translation_key) == []


def test_of_what_is_no_programme_the_worker_names_nothing(lesson):
    assert lessons_of(lesson.translation_key) == []
    assert lessons_of("6a1d3f52-0c3e-4a57-9a56-1d2f6c0b7e11") == []


def test_a_lesson_is_offered_to_be_kept_unless_it_is_restricted(programme, lesson):
    assert "data-keep " in Client().get(lesson.url).content.decode()
    PageViewRestriction.objects.create(page=lesson, restriction_type=PageViewRestriction.LOGIN)
    member = Client()
    member.force_login(UserFactory())
    restricted = member.get(lesson.url)
    assert restricted.status_code == 200
    assert "data-keep " not in restricted.content.decode()
    offered = Client().get(programme.url).content.decode()
    assert "data-keep " not in offered  # there is no other lesson


def test_the_scripts_of_a_lesson_stay_light(lesson):
    linked = re.findall(r'<script src="/static/([^"]+)', Client().get(lesson.url).content.decode())
    weights = {name: weight(name) for name in {*linked, *OFFLINE}}
    assert set(linked) & OFFLINE == {"js/kept.js", "js/offline.js"}
    assert sum(weights[name] for name in OFFLINE) <= MOST_OFFLINE
    assert sum(weights.values()) - sum(weights[name] for name in OFFLINE) <= MOST


def weight(name: str) -> int:
    path = finders.find(name)
    assert path
    return len(gzip.compress(Path(path).read_bytes()))
