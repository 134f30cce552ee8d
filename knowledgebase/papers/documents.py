"""A subject as the document that is to be printed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, override, pgettext
from django.utils.translation import gettext as _

from knowledgebase.citation import stable_url_in
from knowledgebase.citing.work import authors_from_lines
from knowledgebase.models.model import ModelPage
from knowledgebase.models.study import ChapterPage, StudyPage
from knowledgebase.papers.imprint import imprint
from knowledgebase.papers.model import comparison_blocks, model_blocks
from knowledgebase.papers.study import lone_chapter_blocks, study_blocks
from knowledgebase.papers.subjects import Sheet, Subject
from knowledgebase.papers.texts import Texts
from knowledgebase.titles import COMPARISON
from knowledgebase.training.models import ModulePage
from knowledgebase.training.papers.answers import answer_blocks
from knowledgebase.training.papers.quizzes import quiz_blocks
from knowledgebase.training.papers.workbook import workbook_blocks
from portal.furniture.models import Furniture
from portal.paper.tree import Block, Document

PARTS: dict[type, Callable[[Any, Texts], Iterator[list[Block]]]] = {
    StudyPage: study_blocks,
    ChapterPage: lone_chapter_blocks,
    ModelPage: model_blocks,
    ModulePage: workbook_blocks,
}
SHEETS: dict[Sheet, Callable[[ModulePage, Texts], Iterator[list[Block]]]] = {
    Sheet.QUIZZES: quiz_blocks,
    Sheet.ANSWERS: answer_blocks,
}


class NothingToPrintError(LookupError):
    """Raised when the pages of a subject are not public any more."""

    reason = gettext_lazy("The page is not public any more.")


def document(subject: Subject, tell: Callable[[int], None]) -> Document:
    """Return the document; `tell` learns how many parts of it are written.

    Raises `NothingToPrintError`.
    """
    with override(subject.language):
        pages = subject.pages()
        if not pages:
            raise NothingToPrintError(str(subject))
        texts = Texts()
        blocks: list[Block] = []
        for number, part in enumerate(_parts(subject, pages, texts), start=1):
            blocks += part
            tell(number)
        if not subject.sheet:
            blocks.append(imprint(pages, _address(pages), texts))
        written = _document(subject, pages, blocks)
        return for_trainers(written, subject.sheet, pages[0]) if subject.sheet else written


def for_trainers(workbook: Document, sheet: Sheet, module: ModulePage) -> Document:
    """Return the document of a module as one of the two that only trainers get."""
    if sheet is Sheet.QUIZZES:
        title, notice = _("Quiz sheets: %(title)s"), ""
    else:
        title = _("For trainers: %(title)s")
        notice = _("With the right answers. Do not hand this out, and do not leave it behind.")
    title %= {"title": module.title}
    return replace(
        workbook,
        title=title,
        running_title=title,
        subtitle=module.get_parent().title,
        notice=notice,
        description="",
        cover=False,
    )


def _parts(subject: Subject, pages: list[Any], texts: Texts) -> Iterator[list[Block]]:
    if subject.sheet:
        return SHEETS[subject.sheet](pages[0], texts)
    if len(pages) > 1:
        return comparison_blocks(pages, texts)
    return PARTS[type(pages[0])](pages[0], texts)


def _document(subject: Subject, pages: list[Any], blocks: list[Block]) -> Document:
    page = pages[0]
    furniture = Furniture.objects.current() or Furniture()
    is_comparison = len(pages) > 1
    changed_at = max(each.last_published_at or timezone.now() for each in pages)
    if isinstance(page, ModulePage):
        changed_at = subject.changed_at() or changed_at
    title = str(COMPARISON["page"]) if is_comparison else page.title
    return Document(
        title=title,
        language=subject.language,
        organisation=furniture.name,
        address=_address(pages),
        changed_at=changed_at,
        blocks=blocks,
        subtitle=", ".join(each.title for each in pages) if is_comparison else _subtitle(page),
        authors=[author.name for author in authors_from_lines(getattr(page, "authors", ""))],
        date=date_format(_day(page, changed_at)),
        version=_version(page),
        running_title=title,
        notice=page.notice if isinstance(page, StudyPage) else "",
        description=page.summary,
        cover=isinstance(page, StudyPage | ModulePage),
    )


def _subtitle(page: Any) -> str:
    if isinstance(page, ModulePage):
        programme = page.get_parent()
        return _("Workbook of the programme “%(title)s”") % {"title": programme.title}
    return getattr(page, "subtitle", "") or page.summary


def _day(page: Any, changed_at: Any) -> Any:
    return getattr(page, "issued_on", None) or timezone.localdate(changed_at)


def _version(page: Any) -> str:
    version = getattr(page, "version", "")
    return pgettext("reference", "Version %(number)s") % {"number": version} if version else ""


def _address(pages: list[Any]) -> str:
    """Return where the same can be read on the screen."""
    base = settings.WAGTAILADMIN_BASE_URL
    if len(pages) == 1:
        return f"{base}{stable_url_in(get_language() or '', pages[0].translation_key)}"
    names = "&".join(f"compare={page.slug}" for page in pages)
    return f"{base}{pages[0].get_parent().get_url()}?{names}"
