"""What the drawn picture of a page says, and its address, which follows from the words."""

from hashlib import blake2b
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.frame import HOME_DEPTH
from portal.furniture.models import Furniture
from portal.media.pictures import Picture
from portal.sharing.drawing import HEIGHT, WIDTH, draw

DRAWING = "1"  # to be raised when pictures are drawn otherwise
SITE, NEUTRAL = "site", "neutral"


class Subject(NamedTuple):
    """What a picture shows; `place` is the page's id, SITE or NEUTRAL."""

    place: str
    look: str
    key: str
    title: str
    name: str

    @property
    def digest(self) -> str:
        """What changes when the picture does."""
        words = "\n".join((DRAWING, *self[1:]))
        return blake2b(words.encode(), digest_size=8).hexdigest()

    @property
    def url(self) -> str:
        """The address in the visitor's language."""
        return reverse("share_picture", args=[self.place, self.digest])

    def draw(self) -> bytes:
        """Return the picture as a PNG."""
        return draw(self.look, self.key, self.title, self.name)

    @property
    def picture(self) -> Picture:
        """The picture as the head of a page names it."""
        alt = _("Woven ornament with the words: %(title)s") % {"title": self.title}
        return Picture((), self.url, "", "", WIDTH, HEIGHT, alt)


def subject_of(page: Page | None, furniture: Furniture, *, is_neutral: bool = False) -> Subject:
    """Return what the picture of a page says; of a view without a page, what the site is."""
    if is_neutral or getattr(page, "has_neutral_title", False):
        return Subject(NEUTRAL, "walnut", NEUTRAL, furniture.neutral_title, "")
    if page is None or not page.pk or page.depth == HOME_DEPTH:
        title = furniture.tagline or furniture.name
        return Subject(SITE, "madder", SITE, title, furniture.name)
    key = str(page.translation_key)
    return Subject(str(page.pk), page.share_look, key, page.title, furniture.name)


def drawn_picture(page: Page | None, furniture: Furniture, *, is_neutral: bool) -> Picture:
    """Return the picture of a page, or of a view without one, as templates name it."""
    return subject_of(page, furniture, is_neutral=is_neutral).picture
