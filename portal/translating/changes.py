"""Which strings readers of a translation lack, and what stood there when it was translated."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from hashlib import sha256
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.contacts.plain import plain
from portal.translating.facts import facts
from portal.translating.markup import BREAK, as_typed
from portal.translations import is_begun, is_translated, target_of

# Less alike than this, one text did not come from the other.
LEAST_ALIKE = 0.35
# Less alike than this, a word is another one.
MISSPELT = 0.75
LETTERS = re.compile(r"\w{1,60}")
# An address is not a text: it lasts when its page is renamed.
NO_TEXT = {"slug"}


@dataclass(frozen=True)
class Public:
    """What readers have at a place: the words, and the source's text from which they were made."""

    words: str
    source: str | None
    links: Counter[str]


@dataclass(frozen=True)
class Change:
    """A string whose words are not public; `public` is what readers have in its place."""

    segment: StringSegment
    links: Counter[str]
    public: Public | None

    @property
    def old(self) -> str | None:
        """The source's text as it was translated, if it is known."""
        return self.public.source if self.public else None

    @property
    def new(self) -> str:
        """The source's text as it is now."""
        return str(self.segment.string.data)

    @property
    def public_words(self) -> str:
        """What readers have, as it is typed."""
        return as_typed(self.public.words) if self.public else ""

    @property
    def is_better_wording(self) -> bool:
        """Whether only the translation changes, and not what it is a translation of.

        Words that were written over are remembered nowhere; new ones tell that it was them.
        """
        if self.old is not None:
            return plain_words(self.old) == plain_words(self.new)
        return bool(self.public and self.segment.translation) and not self.is_urgent

    @property
    def is_slight(self) -> bool:
        """Whether only accents, signs or misspelt words were mended, so that it says the same."""
        if not self.old or self.is_urgent:
            return False
        before, after = bare_words(self.old), bare_words(self.new)
        return len(before) == len(after) and all(map(is_same_word, before, after))

    @cached_property
    def is_urgent(self) -> bool:
        """Whether what readers have states other facts than the source does."""
        if not self.public:
            return False
        before = facts(self.old or self.public.words) + self.public.links
        return before != facts(self.new) + self.links


class Changes:
    """The strings of one translation: all of them, and those that are to be renewed."""

    def __init__(self, translation: Translation) -> None:
        """Read the source's strings, with what is translated of them."""
        self.translation = translation
        segments = translation.source.stringsegment_set.select_related("string", "context")
        translated = segments.annotate_translation(translation.target_locale)
        self.segments: list[StringSegment] = [
            segment
            for segment in translated.order_by("order")
            if segment.context.path not in NO_TEXT
        ]

    @cached_property
    def target(self) -> Any:
        """The translation as readers have it; None where they have none."""
        target = target_of(self.translation)
        is_public = target and is_translated(target) and is_begun(self.translation)
        return target if is_public else None

    @cached_property
    def missing(self) -> list[StringSegment]:
        """The strings without a translation."""
        return [segment for segment in self.segments if segment.translation is None]

    @cached_property
    def found(self) -> list[Change]:
        """Each string whose words are not public, in the order of the source."""
        return [change for changes, _gone in self._by_path.values() for change in changes]

    @cached_property
    def gone(self) -> list[Public]:
        """What readers still have though the source no longer says it."""
        return [public for _changes, gone in self._by_path.values() for public in gone]

    @property
    def to_renew(self) -> list[Change]:
        """The strings that are new or changed, without those that are only worded better."""
        return [change for change in self.found if not change.is_better_wording]

    @property
    def waiting(self) -> list[Change]:
        """The strings that want words: new, changed, or never translated."""
        return [change for change in self.found if change.segment.translation is None]

    @cached_property
    def digest(self) -> str:
        """What tells whether anything of both languages changed since somebody read them."""
        overrides = self.translation.source.overridablesegment_set.get_overrides(
            self.translation.target_locale
        )
        texts = [(each.order, each.string.data, each.translation) for each in self.segments]
        values = overrides.order_by("pk").values_list("pk", "data_json")
        return sha256(repr([texts, *values]).encode()).hexdigest()

    @property
    def are_urgent(self) -> bool:
        """Whether the public translation states a fact that the source states no more."""
        return any(change.is_urgent for change in self.to_renew) or any(
            facts(public.source or "") for public in self.gone
        )

    @cached_property
    def _by_path(self) -> dict[str, tuple[list[Change], list[Public]]]:
        segments = defaultdict(list)
        for segment in self.segments:
            segments[segment.context.path].append(segment)
        public = self._public if self.target else {}
        return {path: match(each, public.get(path, [])) for path, each in segments.items()}

    @cached_property
    def _public(self) -> dict[str, list[Public]]:
        made_from = self._made_from
        public = defaultdict(list)
        for value in extract_segments(self.target):
            if isinstance(value, StringSegmentValue):
                words = value.string.data
                source = made_from.get((value.path, plain_words(words)))
                public[value.path].append(Public(words, source, links_of(value.attrs)))
        return public

    @cached_property
    def _made_from(self) -> dict[tuple[str, str], str]:
        """The source's text behind the words at each place, the latest where there are several."""
        rows = StringTranslation.objects.filter(
            context__object_id=self.translation.source.object_id,
            locale=self.translation.target_locale,
        ).order_by("updated_at", "pk")
        texts = rows.values_list("context__path", "data", "translation_of__data")
        return {(path, plain_words(words)): source for path, words, source in texts}


def match(
    segments: Iterable[StringSegment], public: Iterable[Public]
) -> tuple[list[Change], list[Public]]:
    """Return the strings of one place that are not public, each with what it replaces.

    What is public and replaced by none comes second, if it is known what it was made from.
    """
    left = list(public)
    waiting = []
    for segment in segments:
        same = [each for each in left if says(each, segment)]
        if same:
            left.remove(same[0])
        else:
            waiting.append(segment)
    changes = []
    for segment in waiting:
        replaced = most_alike(segment.string.data, left, is_only=len(waiting) == len(left) == 1)
        if replaced:
            left.remove(replaced)
        changes.append(Change(segment, links_of(json.loads(segment.attrs or "null")), replaced))
    return changes, [each for each in left if each.source is not None]


def says(public: Public, segment: StringSegment) -> bool:
    """Whether readers have the words of a string, made from the text that it is now."""
    words = segment.translation
    return words is not None and plain_words(words) == plain_words(public.words)


def most_alike(text: str, public: list[Public], *, is_only: bool) -> Public | None:
    """Return what a text came from; the `is_only` one that it can replace need not be alike."""
    if is_only:
        return public[0]
    ratios = [(alike(text, each.source or each.words), each) for each in public]
    ratio, best = max(ratios, key=lambda pair: pair[0], default=(0, None))
    return best if ratio >= LEAST_ALIKE else None


def alike(one: str, other: str) -> float:
    """Return how much of two texts is the same, word by word, between 0 and 1."""
    return SequenceMatcher(None, bare_words(one), bare_words(other), autojunk=False).ratio()


def bare_words(text: str) -> list[str]:
    """Return the words of a string in small letters, without accents and signs."""
    return LETTERS.findall(plain(plain_words(text)).text)


def is_same_word(one: str, other: str) -> bool:
    """Whether one word is the other, perhaps misspelt."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= MISSPELT


def plain_words(text: str) -> str:
    """Return a string without markup, as two that read alike are the same."""
    return " ".join(unescape(strip_tags(BREAK.sub(" ", text))).split())


def links_of(attributes: dict[str, dict[str, Any]] | None) -> Counter[str]:
    """Return where the links of a string lead, by wagtail-localize's attributes of its tags."""
    tags = (attributes or {}).values()
    return Counter(f"{name}={value}" for tag in tags for name, value in tag.items())


def pieces(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield what became of a text, as pairs of "same", "gone" or "new" and the words."""
    before, after = plain_words(old).split(), plain_words(new).split()
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", " ".join(after[j1:j2])
            continue
        if i2 > i1:
            yield "gone", " ".join(before[i1:i2])
        if j2 > j1:
            yield "new", " ".join(after[j1:j2])
