"""Training's part of the demonstration content: a programme, and a cohort that follows it."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings

from knowledgebase.demo import CONTENT as KNOWLEDGE_BASE
from knowledgebase.training import demo_cohort
from knowledgebase.training.models import (
    LessonPage,
    ModulePage,
    ProgrammePage,
    QuizPage,
    TaughtModel,
    TrainingPage,
)
from portal.demo.build import Demo
from portal.demo.content import Content
from portal.demo.files import make_file
from portal.demo.terms import terms
from portal.media.models import Document
from portal.pages import PublicPage
from portal.terms.models import Skill

CONTENT = Content(__file__)
STREAMS = ("body", "pools")


def outline(demo: Demo) -> None:
    """Make the programme, its tests, modules, lessons and quizzes, in the order of the course."""
    demo.pages["training"] = TrainingPage.objects.get(locale=demo.source)
    for key, model, parent, content in pages():
        demo.outline(key, model, demo.pages[parent], content)


def write(demo: Demo) -> None:
    """Write the section, then every page of the programme."""
    demo.write("training", CONTENT["training"])
    for key, model, _parent, content in pages():
        if model is ModulePage:
            write_module(demo, key, content)
        else:
            streams = {
                name: [block(row) for row in content[name]] for name in STREAMS if name in content
            }
            demo.write(key, {**content, **streams})


def make_people() -> None:
    """Make the cohort that follows the programme."""
    slug = CONTENT["programme"]["slug"].sq
    programme = ProgrammePage.objects.get(slug=slug, locale__language_code=settings.LANGUAGE_CODE)
    demo_cohort.make(CONTENT["cohort"], programme)


def pages() -> Iterator[tuple[str, type[PublicPage], str, Any]]:
    """Yield key, model, key of the parent and content of each page, in the order of the course."""
    yield "programme", ProgrammePage, "training", CONTENT["programme"]
    yield "test_before", QuizPage, "programme", CONTENT["test_before"]
    for module, parts in CONTENT["modules"].items():
        yield module, ModulePage, "programme", parts["module"]
        for key, content in parts.items():
            if key != "module":
                yield key, QuizPage if key.startswith("quiz_") else LessonPage, module, content
    yield "test_after", QuizPage, "programme", CONTENT["test_after"]


def write_module(demo: Demo, key: str, content: dict[str, Any]) -> None:
    """Write a module, with the skills that it strengthens and the models that it teaches."""
    taught = [
        TaughtModel(target=demo.pages[row["page"]], locale=demo.source, sort_order=order)
        for order, row in enumerate(content["models"])
    ]
    own = {name: value for name, value in content.items() if name not in ("models", "skills")}
    demo.write(key, own, taught_models=taught, skills=terms(demo, Skill, content["skills"]))


def block(row: dict[str, Any]) -> dict[str, Any]:
    """Return a block with its questions as blocks too, and with documents in place of names."""
    ((kind, value),) = row.items()
    match kind:
        case "pool" | "scenario":
            questions = [block(question) for question in value["questions"]]
            stream = [item for question in questions for item in question.items()]
            return {kind: {**value, "questions": stream}}
        case "worksheet":
            documents = [sheet for name in value["documents"] for sheet in sheets(name)]
            return {kind: {**value, "documents": documents}}
        case _:
            return row


def sheets(name: str) -> list[Document]:
    """Return a worksheet, of ours or of the knowledge base's resources, in its languages."""
    own = CONTENT["worksheets"]
    content = own[name] if name in own else KNOWLEDGE_BASE["resources"][name]
    notice = KNOWLEDGE_BASE["shared"]["file_notice"]
    return [make_file(content, notice, language) for language in content["file"]["languages"]]
