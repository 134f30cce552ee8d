"""A study, or one chapter of it, on paper."""

from collections.abc import Iterable, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from knowledgebase.models.study import ChapterPage, StudyPage
from knowledgebase.papers.texts import Texts
from knowledgebase.study.chapter import numbered
from knowledgebase.study.contents import public_chapters
from knowledgebase.titles import STUDY
from portal.i18n import is_placeholder
from portal.paper.tree import (
    Block,
    Callout,
    Contents,
    Fact,
    Facts,
    FigureList,
    Heading,
    PageBreak,
    Paragraph,
    TableList,
)


def study_blocks(study: StudyPage, texts: Texts) -> Iterator[list[Block]]:
    """Yield the parts of a study in their order, one list for each chapter among them."""
    yield [Contents(depth=2), PageBreak(), *front_matter(study, texts)]
    for number, chapter in enumerate(chapters_of(study), start=1):
        yield [PageBreak(), *chapter_blocks(chapter, number, texts)]
    back = [*back_matter(study, texts)]
    yield [PageBreak(), *back] if back else []


def front_matter(study: StudyPage, texts: Texts) -> Iterable[Block]:
    """Yield what stands before the chapters."""
    if study.in_short:
        yield Callout(str(STUDY["in_short"]), texts.blocks(study.in_short), "summary")
    yield from texts.stream([(block, None) for block in study.body], level=1)
    if study.method:
        yield PageBreak()
        yield Heading(1, [str(STUDY["method"])])
        yield from texts.blocks(study.method)


def back_matter(study: StudyPage, texts: Texts) -> Iterable[Block]:
    """Yield references, lists and versions."""
    if texts.cited:
        yield Heading(1, [_("References")])
        yield texts.references
    rows = [row for chapter in chapters_of(study) for row in chapter.outline]
    kinds = {kind for _id, kind, _text in rows}
    if "figure" in kinds:
        yield FigureList(str(STUDY["figures"]))
    if "table" in kinds:
        yield TableList(str(STUDY["tables"]))
    if study.versions:
        yield Heading(1, [str(STUDY["versions"])])
        yield Facts([_version(block.value) for block in study.versions])


def _version(value: dict) -> Fact:
    return Fact(f"{value['number']}, {date_format(value['date'])}", [value["changes"]])


def chapters_of(study: StudyPage) -> list[ChapterPage]:
    """Return the study's public chapters in the active language's tree."""
    return list(public_chapters(ChapterPage, study.path))


def number_at(path: str) -> int:
    """Return the number of the public chapter at this place in the active language's tree."""
    chapters = public_chapters(ChapterPage, path[: -ChapterPage.steplen])
    paths = list(chapters.values_list("path", flat=True))
    return 1 + paths.index(path) if path in paths else 1


def chapter_blocks(chapter: ChapterPage, number: int, texts: Texts) -> list[Block]:
    """Return a chapter of the whole study; one without translation says so."""
    heading = Heading(1, [chapter.title], str(number), f"chapter-{number}")
    if is_placeholder(chapter):
        return [heading, Paragraph([_("This chapter is not translated yet.")])]
    return [heading, *_text(chapter, number, texts, level=2)]


def lone_chapter_blocks(chapter: ChapterPage, texts: Texts) -> Iterator[list[Block]]:
    """Yield the parts of a chapter that is printed by itself."""
    yield list(_text(chapter, number_at(chapter.path), texts, level=1))
    if texts.cited:
        yield [Heading(1, [_("References")]), texts.references]


def _text(chapter: ChapterPage, number: int, texts: Texts, level: int) -> Iterable[Block]:
    if chapter.notice:
        yield Callout(_("About this text"), [chapter.notice])
    yield from texts.stream(numbered(chapter.body, number), level)
