"""Asking for a PDF: it is made once while nobody waits, and again when the content has changed."""

import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, override
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageViewRestriction

from knowledgebase.models import ModelPage, Paper, StudyPage
from knowledgebase.models.paper import KEPT, LONGEST_QUEUE, PaperStatus
from knowledgebase.papers import tasks
from knowledgebase.papers.actions import RESERVE
from portal.paper.compile import PaperError
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    ModelPageFactory,
    ReferenceFactory,
    StudyPageFactory,
)
from tests.knowledgebase.papers import address, comparison, pdf
from tests.portal.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("made")]

A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def failing(monkeypatch) -> None:
    def fail(document) -> bytes:
        raise PaperError("on purpose")

    monkeypatch.setattr(tasks, "make_pdf", fail)


@pytest.fixture
def study(home) -> StudyPage:
    return StudyPageFactory(title="Studimi", slug="studimi")


@pytest.fixture
def translated(study, english, publish) -> dict[str, StudyPage]:
    publish(publish_translation, study, english, [("Studimi", "Study"), ("studimi", "study")])
    return {"sq": study, "en": study.get_translation(english)}


@pytest.fixture
def models(home) -> list[ModelPage]:
    return [ModelPageFactory(title=title, slug=title.lower()) for title in ("Strehim", "Punë")]


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_reader_sees_how_far_it_is_and_then_the_paper(translated, ask, language):
    study = translated[language]
    response = ask(address(study, language))
    assert response.status_code == 202
    assert int(response["X-Progress"]) >= 0
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    html = BeautifulSoup(response.content, "html.parser")
    assert html.html["lang"] == language
    assert html.progress["value"] == "0"
    title = {"sq": "Studimi", "en": "Study"}[language]
    assert read(html.select_one("a.more")["href"]).h1.text == title
    assert pdf(address(study, language)) == b"%PDF-1.7 " + title.encode()


@pytest.mark.parametrize("factory", [StudyPageFactory, ModelPageFactory])
def test_a_page_offers_its_paper(factory):
    page = factory()
    link = read(page.get_url()).select_one(".paper-link a")
    assert link["href"] == address(page)


def test_a_paper_is_called_as_its_page(study, ask):
    ask(address(study))
    assert 'filename="studimi.pdf"' in Client().get(address(study))["Content-Disposition"]


def test_the_same_state_is_made_once(study, ask, made):
    for _ in range(3):
        ask(address(study))
    assert made == ["Studimi"]
    assert Paper.objects.get().status == PaperStatus.READY


def test_nothing_is_made_twice_while_it_waits(study, made, ask):
    assert Client().get(address(study)).status_code == 202
    assert ask(address(study)).status_code == 202
    assert made == []
    assert Paper.objects.count() == 1


def test_a_paper_that_ends_its_worker_each_time_has_failed(study, queue, ask, admin, publish):
    ask(address(study))
    lost = {
        "status": TaskResultStatus.RUNNING,
        "run_after": timezone.now(),
        "worker_ids": [1, 2, 3],
    }
    DBTaskResult.objects.update(started_at=timezone.now(), **lost)
    call_command("worker", "--once")
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
    assert Client().get(address(study)).status_code == 500


def test_publishing_again_makes_a_new_one_and_deletes_the_old_file(study, ask, made, tmp_path):
    ask(address(study))
    study.title = "Studimi i ri"
    study.save_revision().publish()
    assert ask(address(study)).status_code == 202
    assert pdf(address(study)) == b"%PDF-1.7 Studimi i ri"
    assert Paper.objects.count() == len(files(tmp_path)) == 1


CHANGES = {
    "a chapter published": lambda first, second: first.save_revision().publish(),
    "a chapter unpublished": lambda first, second: first.unpublish(),
    "a chapter added": lambda first, second: ChapterPageFactory(parent=first.get_parent()),
    "chapters in another order": lambda first, second: first.move(second, pos="right"),
    "a chapter made private": lambda first, second: PageViewRestriction.objects.create(
        page=second, restriction_type=PageViewRestriction.LOGIN
    ),
    "a reference entered": lambda first, second: ReferenceFactory(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_the_paper_shows_makes_another_when_it_changes(study, ask, made, change):
    chapters = [ChapterPageFactory(parent=study) for _ in range(2)]
    ask(address(study))
    change(*chapters)
    ask(address(study))
    assert made == ["Studimi", "Studimi"]


def test_a_chapter_is_made_again_when_the_study_that_it_names_changes(study, ask, made):
    chapter = ChapterPageFactory(parent=study, title="A")
    ask(address(chapter))
    study.save_revision().publish()
    ask(address(chapter))
    assert made == ["A", "A"]


def test_a_chapter_is_made_again_when_its_number_changes(study, ask, made):
    first, second = (ChapterPageFactory(parent=study, title=title) for title in ("A", "B"))
    ask(address(second))
    first.unpublish()
    ask(address(second))
    assert made == ["B", "B"]


def test_what_the_paper_does_not_show_makes_no_other(study, ask, made):
    ask(address(study))
    ChapterPageFactory(parent=StudyPageFactory())
    ModelPageFactory()
    ask(address(study))
    assert made == ["Studimi"]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_failure_says_so_and_offers_to_try_again(translated, ask, failing, language):
    study = translated[language]
    ask(address(study, language))
    response = Client().get(address(study, language))
    assert response.status_code == 500
    assert "X-Progress" not in response
    html = BeautifulSoup(response.content, "html.parser")
    with override(language):
        assert html.select_one(".empty h2").text.strip() == gettext("The PDF could not be made")
    assert html.select_one(".empty a")["href"] == f"{address(study, language)}?again=1"


def test_a_failure_is_not_tried_again_by_itself(study, ask, failing):
    ask(address(study))
    ask(address(study))
    assert Paper.objects.get().status == PaperStatus.FAILED


def test_trying_again_succeeds_once_the_reason_is_gone(study, ask, made):
    Client().get(address(study))
    Paper.objects.update(status=PaperStatus.FAILED)
    response = ask(f"{address(study)}?again=1")
    assert (response.status_code, response["Location"]) == (302, address(study))
    assert made == ["Studimi"]
    assert pdf(address(study))


def test_a_page_that_looks_again_by_itself_does_not_try_again_each_time(models, ask, failing):
    url = comparison("punë", "strehim")
    ask(url)
    response = ask(f"{url}&again=1")
    assert "again" not in response["Location"]
    assert Client().get(response["Location"]).status_code == 500


def test_a_fault_that_nobody_thought_of_is_a_failure_too(study, ask, monkeypatch):
    def fail(*args: object) -> None:
        raise OSError("a picture is gone")

    monkeypatch.setattr(tasks, "document", fail)
    ask(address(study))
    assert Paper.objects.get().status == PaperStatus.FAILED


def test_a_page_that_is_closed_while_its_paper_waits_is_a_failure(study, made):
    Client().get(address(study))
    PageViewRestriction.objects.create(page=study, restriction_type=PageViewRestriction.LOGIN)
    with pytest.raises(LookupError):
        tasks.make_paper.func(Paper.objects.get().pk)
    assert Paper.objects.get().status == PaperStatus.FAILED


def test_a_file_that_is_gone_is_made_again(study, ask, made, tmp_path):
    ask(address(study))
    for file in files(tmp_path):
        file.unlink()
    assert ask(address(study)).status_code == 202
    assert made == ["Studimi", "Studimi"]
    assert pdf(address(study))


def waiting_papers(number: int) -> None:
    Paper.objects.bulk_create(
        Paper(subject=f"sq:{uuid4()}", fingerprint=str(order)) for order in range(number)
    )


def test_too_many_waiting_are_asked_to_come_back(study, ask, made):
    waiting_papers(LONGEST_QUEUE)
    response = ask(address(study))
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert made == []
    assert Paper.objects.count() == LONGEST_QUEUE


def order(page, ip: str):
    return Client(REMOTE_ADDR=ip).get(address(page))


def test_one_network_orders_only_so_many_and_others_go_on(study, ask):
    pages = [ChapterPageFactory(parent=study) for _ in range(7)]
    codes = [order(page, "192.0.2.1").status_code for page in pages]
    assert codes == [202] * 5 + [429] * 2
    refused = order(pages[6], "192.0.2.1")
    assert int(refused["Retry-After"]) > 0
    assert BeautifulSoup(refused.content, "html.parser").html["lang"] == "sq"
    assert order(pages[0], "192.0.2.1").status_code == 202
    assert order(pages[6], "192.0.2.2").status_code == 202


def test_the_last_places_are_for_networks_that_have_ordered_nothing(study):
    waiting_papers(LONGEST_QUEUE - RESERVE)
    pages = [ChapterPageFactory(parent=study) for _ in range(3)]
    assert order(pages[0], "192.0.2.1").status_code == 202
    assert order(pages[1], "192.0.2.1").status_code == 429
    assert order(pages[1], "192.0.2.2").status_code == 202


def test_what_is_ready_is_given_however_many_wait(study, ask):
    ask(address(study))
    waiting_papers(LONGEST_QUEUE)
    assert pdf(address(study))


def test_those_that_nobody_asked_for_in_long_are_deleted(study, models, ask, tmp_path):
    for page in (study, models[0]):
        ask(address(page))
    long_ago = timezone.now() - KEPT - A_DAY
    Paper.objects.update(requested_at=long_ago)
    ask(address(study))
    ask(address(models[1]))
    kept = {str(paper).partition(":")[2] for paper in Paper.objects.all()}
    assert kept == {str(study.translation_key), str(models[1].translation_key)}
    assert len(files(tmp_path)) == 2
