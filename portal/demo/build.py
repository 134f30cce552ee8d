"""Building demonstration content: the source first, then its translation, as editors would.

A room's `demo.py` has two functions that take the same `Demo`: `outline` makes its pages, so that
every page can link to every other, and `write` gives them their words. What is written already
is left as it is. A `make_people`, if there is one, comes last, when there are accounts.
"""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from django.db import transaction
from django.db.models import Model
from wagtail.fields import StreamField
from wagtail.models import Locale

from portal.demo import pictures
from portal.demo.content import LINK, ContentError
from portal.demo.words import Bilingual
from portal.media.models import Image
from portal.media.states import People, Review
from portal.pages import PublicPage
from portal.translation_records import publish_translation


class Demo:
    """The demonstration's pages by key, on top of the structure."""

    def __init__(self, home: PublicPage) -> None:
        self.pages: dict[str, PublicPage] = {"home": home}
        self.source = home.locale
        self.others = Locale.objects.filter(language_code__in=Bilingual._fields).exclude(
            pk=self.source.pk
        )

    def outline(
        self,
        key: str,
        model: type[PublicPage],
        parent: PublicPage,
        content: Mapping[str, Any],
        **required: Any,
    ) -> None:
        """Make the page `key` below `parent` as a draft, unless it is there."""
        slug = content["slug"].sq
        page = model.objects.child_of(parent).filter(slug=slug).first()
        if not page:
            page = model(title=content["title"].sq, slug=slug, live=False, **required)
            page.locale = self.source
            parent.add_child(instance=page)
        self.pages[key] = page

    def write(self, key: str, content: Mapping[str, Any], **values: Any) -> None:
        """Give the page `key` its content, publish it, and translate it; once only.

        Raises ContentError for a field that is missing or that no such page has.
        """
        if missing := [name for name in ("title", "summary") if name not in content]:
            raise ContentError(f'page "{key}": "{missing[0]}" is missing')
        page = self.pages[key]
        page.refresh_from_db()
        if page.summary:
            return
        self.fill(page, content)
        for name, value in values.items():
            setattr(page, name, value)
        with transaction.atomic():
            page.save_revision().publish()
            self.translate(page, content)

    def fill(self, instance: Model, content: Mapping[str, Any]) -> None:
        """Give a page or snippet its content in the source language; raises ContentError."""
        fields = {field.name: field for field in instance._meta.get_fields()}
        for name, value in self.in_source(content).items():
            if name not in fields:
                raise ContentError(f'"{instance}" has no field "{name}"')
            is_stream = isinstance(fields[name], StreamField)
            setattr(instance, name, stream(fields[name], value) if is_stream else value)

    def translate(self, instance: Any, content: Any) -> None:
        """Publish the translation of a saved page or snippet into every other language."""
        saved = type(instance).objects.get(pk=instance.pk)
        for locale in self.others:
            publish_translation(saved, locale, words(self.with_links(content)))

    def in_source(self, content: Any) -> Any:
        """Return content in the source language, its page keys replaced by pages."""
        return self._with_pages(source_text(self.with_links(content)))

    def with_links(self, content: Any) -> Any:
        """Return content whose links in texts name pages by id instead of by key."""
        return map_texts(content, lambda text: Bilingual(self._link(text.sq), self._link(text.en)))

    def _link(self, text: str) -> str:
        return LINK.sub(lambda key: f'id="{self.pages[key[1]].pk}"', text)

    def _with_pages(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: self.pages[item] if key == "page" and item else self._with_pages(item)
                for key, item in value.items()
            }
        if isinstance(value, list | tuple):
            return type(value)(self._with_pages(item) for item in value)
        return value


def map_texts(value: Any, change: Callable[[Bilingual], Any]) -> Any:
    """Return `value` with every `Bilingual` anywhere in it changed."""
    if isinstance(value, Bilingual):
        return change(value)
    if isinstance(value, Mapping):
        return {key: map_texts(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map_texts(item, change) for item in value)
    return value


def source_text(value: Any) -> Any:
    """Return `value` with every `Bilingual` in it replaced by its source text."""
    return map_texts(value, lambda text: text.sq)


def words(value: Any) -> Iterator[Bilingual]:
    """Yield every `Bilingual` anywhere in `value`."""
    found: list[Bilingual] = []
    map_texts(value, found.append)
    return iter(found)


def stream(field: StreamField, rows: list[Any]) -> list[tuple[str, Any]]:
    """Return rows as blocks: each is `{type: value}`, or the value if the field has one type."""
    types = field.stream_block.child_blocks
    if len(types) > 1 or all(isinstance(row, dict) and row.keys() == types.keys() for row in rows):
        return [block for row in rows for block in row.items()]
    return [(kind, row) for row in rows for kind in types]


# What editors call them, by the name of the file.
TITLES = {
    "cover-diamonds": "Kopertinë: rombe",
    "cover-horns": "Kopertinë: brirë dashi",
    "cover-zigzags": "Kopertinë: dredha",
    "diagram-circle": "Skemë: cikli",
    "diagram-steps": "Skemë: shkallët",
    "european_flag": "Flamuri i Bashkimit Europian",
    "swedish_flag": "Flamuri i Suedisë",
}


def cover(name: str) -> Image:
    """Return the cover `diamonds`, `horns` or `zigzags`, drawn once."""
    return image(f"cover-{name}", lambda: pictures.cover(name))


def image(name: str, draw: Callable[[], bytes]) -> Image:
    """Return the image with this name, drawn once."""
    title = TITLES[name]
    found = Image.objects.filter(title=title).first()
    if found:
        return found
    file = ImageFile(BytesIO(draw()), f"{name}.png")
    return Image.objects.create(
        title=title, file=file, review=Review.ACCEPTED, people_shown=People.NOBODY
    )
