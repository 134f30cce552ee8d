"""The workbook of a module: what it is for and its lessons, without notes and without answers."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from knowledgebase.citation import stable_url_in
from knowledgebase.papers.texts import Texts
from knowledgebase.study.contents import public_chapters
from knowledgebase.training.models import LessonPage, ModulePage
from knowledgebase.training.papers.lessons import code, lesson_blocks
from portal.i18n import is_placeholder
from portal.paper.pen import Scan
from portal.paper.tree import (
    Block,
    Callout,
    Contents,
    Emph,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Strong,
)


def lessons_of(module: ModulePage) -> Any:
    """Return the lessons of a module that everybody may read, in the active language's tree."""
    return public_chapters(LessonPage, module.path)


def workbook_blocks(module: ModulePage, texts: Texts) -> Iterator[list[Block]]:
    """Yield the parts of a workbook in their order, one list for each lesson among them."""
    lessons = list(lessons_of(module))
    yield [Contents(depth=1), *about(module, texts)]
    if not lessons:
        yield [Paragraph([_("The lessons are being written.")])]
    for number, lesson in enumerate(lessons, start=1):
        heading = Heading(1, [lesson.title], str(number), f"lesson-{number}")
        yield [PageBreak(), heading, *_lesson(lesson, texts)]
    if texts.cited:
        yield [PageBreak(), Heading(1, [_("References")]), texts.references]


def about(module: ModulePage, texts: Texts) -> Iterator[Block]:
    """Yield what the module is for, and how its workbook is used."""
    yield Heading(1, [_("About this module")])
    if module.summary:
        yield Paragraph([module.summary])
    if module.objectives:
        yield Heading(2, [_("What you will be able to do")])
        yield List([[block.value] for block in module.objectives])
    yield from texts.stream([(block, None) for block in module.body], level=2)
    yield how_to_use(module, texts)


def how_to_use(module: ModulePage, texts: Texts) -> Callout:
    """Return what is done with the workbook, and the way to the module on the screen."""
    url = f"{texts.base}{stable_url_in(get_language() or '', module.translation_key)}"
    on_screen = _("The same module on the screen, with worksheets to download:")
    link = texts.link(url.partition("//")[2].strip("/"), url)
    said = [
        _(
            "It is yours: write in it, and keep it. Nobody collects it, so leave out "
            "names and anything that could identify a person."
        ),
        _(
            "You take the quiz on the screen. In a group the trainer brings it on "
            "paper, and has the right answers."
        ),
    ]
    scan = Scan(
        [Paragraph([on_screen]), Paragraph([link])],
        code(url),
        _("QR code with the address of the module"),
    )
    paragraphs = [Paragraph([each]) for each in said]
    return Callout(_("How to use this workbook"), [*paragraphs, scan], "summary")


def _lesson(lesson: LessonPage, texts: Texts) -> Iterator[Block]:
    if is_placeholder(lesson):
        yield Paragraph([_("This lesson is not translated yet.")])
        return
    minutes = ngettext("%(num)s minute", "%(num)s minutes", lesson.minutes)
    yield Paragraph([Emph([minutes % {"num": lesson.minutes}])])
    if lesson.summary:
        yield Paragraph([Strong([lesson.summary])])
    yield from lesson_blocks(lesson, texts)
