"""Brings into a translation each part whose words are public there already; the others wait."""

import datetime
import json
from collections import Counter
from functools import cached_property
from typing import Any, NamedTuple

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from portal.blocks.walk import child_block
from portal.parts import (
    Known,
    Word,
    block_words,
    holds_parts,
    is_within,
    known_fields,
    parts_of_fields,
    strings_of,
)


class Waiting(NamedTuple):
    """A part that waits: where it stands, and what its field is called."""

    path: str
    field: str


class Memory:
    """What wagtail-localize keeps of one thing in one language."""

    def __init__(self, translation: Translation) -> None:
        """Read nothing yet."""
        self.of = {
            "context__object_id": translation.source.object_id,
            "locale_id": translation.target_locale_id,
        }

    @cached_property
    def words(self) -> dict[Word, datetime.datetime]:
        """The translated words at each path, with when they were first entered."""
        rows = StringTranslation.objects.filter(**self.of, has_error=False).order_by("-created_at")
        found = rows.values_list("context__path", "data", "created_at")
        return {(path, text): created_at for path, text, created_at in found}

    @cached_property
    def overridden(self) -> dict[str, datetime.datetime]:
        """The paths where this language has something else than the source, with since when."""
        rows = SegmentOverride.objects.filter(**self.of)
        return dict(rows.values_list("context__path", "updated_at"))


class Merge:
    """Changes `target`, without saving it; `waiting` are then the parts that wait.

    `fresh` is what the translation would be if it were published now, with the source's words
    where they are not translated. `made_at` is when the words of `target` were put together.
    """

    def __init__(
        self, fresh: Any, target: Any, memory: Memory, made_at: datetime.datetime | None
    ) -> None:
        """Merge at once."""
        self.memory = memory
        self.made_at = made_at
        self.waiting: list[Waiting] = []
        for part in parts_of_fields(type(fresh)):
            self._fields(part, fresh, target, "")

    def _fields(self, part: list[Known], fresh: Any, target: Any, path: str) -> None:
        words, public = (
            sum((known.words(each, path) for known in part), Counter()) for each in (fresh, target)
        )
        if not self._is_public(words, public):
            self._wait(f"{path}{part[0].name}", part[0].field)
            return
        for known in part:
            self._bring(known, fresh, target, path)

    def _bring(self, known: Known, fresh: Any, target: Any, path: str) -> None:
        field, here = known.field, f"{path}{known.name}"
        if known.is_figure:
            if not self.is_overridden(here):
                setattr(target, field.attname, getattr(fresh, field.attname))
            return
        new, old = getattr(fresh, known.name), getattr(target, known.name)
        if known.has_rows:
            setattr(target, known.name, self._rows(field, new.all(), old.all(), here))
        elif field.many_to_many:
            old.set(new.all())
        elif isinstance(field, StreamField):
            values = new.get_prep_value(), old.get_prep_value()
            raw = self._items(field.stream_block, *values, here, field)
            setattr(target, known.name, field.to_python(json.dumps(raw, cls=DjangoJSONEncoder)))
        elif known.strings and is_within(known.strings(new), known.strings(old)):
            setattr(target, known.name, new)

    def _rows(self, relation: models.ManyToOneRel, fresh: Any, target: Any, path: str) -> list:
        """Return the child rows in the source's order; each keeps its identity."""
        known = list(known_fields(relation.related_model))
        public = {row.translation_key: row for row in target}
        rows = []
        for row in fresh:
            own, here = public.get(row.translation_key), f"{path}.{row.translation_key}."
            if own:
                self._fields(known, row, own, here)
                own.sort_order = row.sort_order
                rows.append(own)
            elif any(each.words(row, here) for each in known):
                self._wait(here, relation.related_model._meta)
            else:
                rows.append(row)
        return rows

    def _items(self, block: Any, fresh: Any, target: Any, path: str, field: Any) -> list[dict]:
        """Return the raw items of a stream or list in the source's order."""
        public = {item["id"]: item["value"] for item in target or []}
        merged = []
        for item in fresh or []:
            child, value, here = child_block(block, item), item["value"], f"{path}.{item['id']}"
            if item["id"] not in public:
                if any(block_words(child, value, here, deep=True)):
                    self._wait(here, field)
                else:
                    merged.append(item)
                continue
            own = public[item["id"]]
            words, public_words = (Counter(block_words(child, each, here)) for each in (value, own))
            is_public = self._is_public(words, public_words)
            if not is_public:
                self._wait(here, field)
            part = Part(self, field, is_public)
            merged.append({**item, "value": part.value(child, value, own, here)})
        return merged

    def _is_public(self, words: Counter[Word], public: Counter[Word]) -> bool:
        """Whether all that a part says now can be read in the translation already.

        While a translator works on better words for the same statement, the public ones are not
        known any more; then what is known was entered before they were made public.
        """
        missing, left = words - public, public - words
        known = self.memory.words if missing else {}
        paths, paths_left = (
            Counter(path for path, _text in each.elements()) for each in (missing, left)
        )
        return not missing or (
            paths == paths_left
            and all(word in known and self._is_older(known[word]) for word in missing)
            and not any(word in known for word in left)
        )

    def is_overridden(self, path: str) -> bool:
        """Whether this language has its own value at `path` in public, or its own link there."""
        return any(
            (own == path or own.startswith(f"{path}.'")) and self._is_older(moment)
            for own, moment in self.memory.overridden.items()
        )

    def _is_older(self, moment: datetime.datetime) -> bool:
        return self.made_at is not None and moment <= self.made_at

    def _wait(self, path: str, named: Any) -> None:
        self.waiting.append(Waiting(path.removesuffix("."), capfirst(named.verbose_name)))


class Part:
    """One part of a stream; the parts within it decide for themselves."""

    def __init__(self, merge: Merge, field: Any, is_public: bool) -> None:
        """`is_public` says whether its words are; else it stays as it was."""
        self.merge = merge
        self.field = field
        self.is_public = is_public

    def value(self, block: Any, fresh: Any, own: Any, path: str) -> Any:
        """Return the raw value of a block in the part."""
        if holds_parts(block):
            return self.merge._items(block, fresh, own, path, self.field)
        if isinstance(block, blocks.StructBlock):
            return self._struct(block, fresh or {}, own or {}, path)
        if not self.is_public or self.merge.is_overridden(path):
            return own
        if isinstance(block, blocks.ListBlock):
            return self._list(block, fresh or [], own or [], path)
        strings = strings_of(block)
        return own if strings and not is_within(strings(fresh), strings(own)) else fresh

    def _struct(self, block: blocks.StructBlock, fresh: dict, own: dict, path: str) -> dict:
        return {
            name: self.value(child, fresh.get(name), own.get(name), f"{path}.{name}")
            for name, child in block.child_blocks.items()
            if name in fresh
        }

    def _list(self, block: blocks.ListBlock, fresh: list, own: list, path: str) -> list[dict]:
        by_id = {item["id"]: item["value"] for item in own}
        return [
            {
                **item,
                "value": self.value(
                    block.child_block, item["value"], by_id[item["id"]], f"{path}.{item['id']}"
                ),
            }
            if item["id"] in by_id
            else item
            for item in fresh
        ]
