"""The end of every paper: how it is cited, and under which terms it may be used."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from knowledgebase.citing.styles import STYLE_NAMES, reference
from knowledgebase.citing.work import Kind, Organisation, Work
from knowledgebase.models.base import KnowledgePage
from knowledgebase.models.fields import Licence, partial_date
from knowledgebase.models.study import ChapterPage
from knowledgebase.papers.texts import Texts
from knowledgebase.titles import COMPARISON
from portal.furniture.models import Furniture
from portal.i18n import PageRow
from portal.paper.tree import Block, Callout, Inline, Link, Paragraph, Strong, Together


class OnPaper:
    """What stands around a page on paper, as far as its citation names it."""

    rows: tuple[PageRow, ...] = ()

    def __init__(self, page: Any) -> None:
        self.language = get_language() or ""
        self.furniture = Furniture.objects.current() or Furniture()
        self.breadcrumb = [page.get_parent()]

    def absolute(self, url: str) -> str:
        """Return `url` with the site's scheme and host."""
        return f"{settings.WAGTAILADMIN_BASE_URL}{url}"


def imprint(pages: list[Any], address: str, texts: Texts) -> Block:
    """Return how to cite what a paper shows, in each style, and its licence."""
    work = work_of(pages, address)
    language = get_language() or ""
    cited = [
        Paragraph(
            [Strong([name]), ": ", *texts.reader.inlines(str(reference(work, style, language)))]
        )
        for style, name in STYLE_NAMES.items()
    ]
    title = _("How to cite this document, and how it may be used")
    return Together([Callout(title, [*cited, *licences(pages)], "imprint")])


def work_of(pages: list[Any], address: str) -> Work:
    """Return what a paper shows as a work: its page, or a page of ours that has no own record."""
    page = pages[0]
    around = OnPaper(page)
    if len(pages) == 1 and isinstance(page, KnowledgePage):
        return page.get_work(around)
    is_comparison = len(pages) > 1
    published_at = max(each.first_published_at or timezone.now() for each in pages)
    return Work(
        Kind.WEB,
        str(COMPARISON["page"]) if is_comparison else page.title,
        page.slug,
        subtitle=", ".join(each.title for each in pages) if is_comparison else "",
        authors=(Organisation(around.furniture.name),),
        issued=partial_date(timezone.localdate(published_at)),
        container_title=around.breadcrumb[0].title,
        publisher=around.furniture.name,
        language=around.language,
        url=address,
    )


def licences(pages: list[Any]) -> Iterator[Paragraph]:
    """Yield the licence of the pages; each one's, if they have several."""
    known = {page: licence_of(page) for page in pages}
    if len(set(known.values())) == 1:
        yield Paragraph([Strong([_("Licence")]), ": ", *terms(known[pages[0]])])
        return
    for page, licence in known.items():
        yield Paragraph(
            [Strong([_("Licence of “%(title)s”") % {"title": page.title}]), ": ", *terms(licence)]
        )


def licence_of(page: Any) -> Licence:
    """Return the licence of a page; a chapter's is that of its study."""
    owner = page.get_parent().specific if isinstance(page, ChapterPage) else page
    return Licence(owner.licence)


def terms(licence: Licence) -> list[Inline]:
    """Return a licence with the address of its terms, or whom to ask where none is stated."""
    if not licence:
        return [_("not stated. Ask us before you use more of it than the law allows.")]
    label = str(licence.label)
    return [label, ", ", Link([licence.url], licence.url)] if licence.url else [label]
