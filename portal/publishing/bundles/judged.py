"""A thing in a bundle as it is now, and what somebody should know of it."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.languages import language_name
from portal.publishing.bundles.models import Bundle, BundleItem
from portal.translating.models import edit_address


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that somebody should know of a thing in a bundle.

    One that `blocks` keeps the whole bundle from going live. `label` names what mends it, at
    `address`: a page or, where it `posts`, something that is done at once.
    """

    code: str
    text: str
    blocks: bool = True
    label: str = ""
    address: str = ""
    posts: bool = False


@dataclass
class Judged:
    """A thing in a bundle as it is now, `None` if it was deleted, and what is found about it.

    What does not go live has nothing to publish. `may_change` is for the page on which somebody
    looks at it: whether they may take it out, or take its new version.
    """

    item: BundleItem
    thing: Any
    translation: Translation | None = None
    findings: list[Finding] = field(default_factory=list)
    goes_live: bool = False
    may_change: bool = False

    @property
    def blocks(self) -> list[Finding]:
        """What keeps the bundle from going live."""
        return [finding for finding in self.findings if finding.blocks]

    @property
    def tone(self) -> str:
        """How it is, for a colour that helps to find it."""
        if not self.item.is_open:
            return "quiet"
        if self.blocks:
            return "missed"
        return "ready" if self.goes_live else "quiet"

    @property
    def is_out(self) -> bool:
        """Whether a finding offers to take it out already."""
        return any(finding.code in ("deleted", "nothing") for finding in self.findings)

    @property
    def kind(self) -> str:
        """What kind of page or term it is."""
        model = type(self.thing) if self.thing else self.item.content_type.model_class()
        return str(capfirst(model._meta.verbose_name)) if model else ""

    @property
    def language(self) -> str:
        """The language that it is in, as the person reads it."""
        return language_name(self.item.language)

    @property
    def about(self) -> str:
        """What buttons about it are called for those who hear the page."""
        return f"{self.item.title}, {self.language}"

    @property
    def edit_address(self) -> str:
        """Where it is edited."""
        return edit_address(type(self.thing), self.thing.pk) if self.thing else ""

    @property
    def public_address(self) -> str:
        """Where visitors read it."""
        is_page = isinstance(self.thing, Page) and self.thing.live
        return (self.thing.get_url() or "") if is_page else ""

    @property
    def order(self) -> tuple[bool, bool, str, int]:
        """Terms before pages, parents before children, and all sources before translations."""
        is_page = isinstance(self.thing, Page)
        return bool(self.translation), is_page, self.thing.path if is_page else "", self.item.pk


def said(moment: Any) -> str:
    """Return a moment in words."""
    return date_format(localtime(moment), "DATETIME_FORMAT")


def add_address(thing: Any, bundle: Bundle | None = None) -> str:
    """Return where somebody adds a thing to a bundle."""
    meta = Page._meta if isinstance(thing, Page) else thing._meta
    address = reverse("add_to_bundle", args=[meta.app_label, meta.model_name, thing.pk])
    return f"{address}?bundle={bundle.pk}" if bundle else address
