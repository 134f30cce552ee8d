"""What is sent to addresses of translations."""

from collections.abc import Iterator

from django.core.files.base import ContentFile

from portal.translating.changes import Changes
from tests.doors.addresses import Address
from tests.doors.asking import Asking, Try
from tests.doors.forms import NEW
from tests.doors.world import translation_of


class TranslationBodies(Asking):
    """Requests about translations."""

    def submit_page(self, address: Address) -> Iterator[Try]:
        data = {"locales": [self.world.english.pk], "include_subtree": "on"}
        for page in (self.world.alias_source, self.world.project):
            yield Try("", address.path(page_id=page.pk), data)

    def submit_row(self, address: Address) -> Iterator[Try]:
        for row in (self.world.untranslated, self.world.furniture):
            meta = {"app_label": row._meta.app_label, "model_name": row._meta.model_name}
            data = {"locales": [self.world.english.pk]}
            yield Try("", address.path(pk=row.pk, **meta), data)

    def sync(self, address: Address) -> Iterator[Try]:
        for row in (self.world.project, self.world.furniture, *self.world.rows):
            source = translation_of(row).source_id
            yield Try(
                "", address.path(translation_source_id=source), {"publish_translations": "on"}
            )

    def string(self, address: Address) -> Iterator[Try]:
        path = address.path(
            translation_id=self.world.translation.pk, string_segment_id=self.world.string.pk
        )
        form = "application/x-www-form-urlencoded"
        yield Try("", path, f"value={NEW}", "put", form)
        yield Try("", path, method="delete")

    def override(self, address: Address) -> Iterator[Try]:
        translation = translation_of(self.world.furniture)
        segment = translation.source.overridablesegment_set.first()
        path = address.path(translation_id=translation.pk, overridable_segment_id=segment.pk)
        form = "application/x-www-form-urlencoded"
        yield Try("", path, "value=https://example.org/", "put", form)
        yield Try("", path, method="delete")

    def with_translation(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(translation_id=self.world.translation.pk))

    def renew(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(pk=self.world.translation.pk), {"publish": "1"})

    def review(self, address: Address) -> Iterator[Try]:
        path = address.path(pk=self.world.translation.pk)
        seen = Changes(self.world.translation).digest
        yield Try("", path, {"step": "approve", "seen": seen})

    def pofile(self, address: Address) -> Iterator[Try]:
        text = str(self.world.translation.export_po()).replace("Unseen words", NEW)
        path = address.path(translation_id=self.world.translation.pk)
        yield Try("", path, {"file": lambda: ContentFile(text.encode(), "words.po")})
