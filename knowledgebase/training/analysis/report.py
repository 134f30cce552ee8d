"""An item as it is shown: lines with how many people chose them, and its figures in words."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils.translation import gettext as _

from knowledgebase.training.analysis.advice import GOOD, POOR, advice, doubts, frequent
from knowledgebase.training.analysis.items import PLACED, Item
from knowledgebase.training.question_blocks import PLAIN_QUESTIONS
from portal.small_numbers import SMALLEST

KINDS = {name: block.meta.label for name, block in PLAIN_QUESTIONS}


@dataclass(frozen=True)
class Line:
    """What could be answered, and by how many of those who were asked it was."""

    text: str
    people: int
    asked: int
    is_right: bool = False
    language: str = ""  # of words of the quiz; none for words of ours

    @property
    def is_few(self) -> bool:
        """Whether it was answered by fewer people than are shown as a figure."""
        return 0 < self.people < SMALLEST

    @property
    def percent(self) -> int:
        """The share of those who were asked."""
        return round(100 * self.people / self.asked)


@dataclass(frozen=True)
class Reported:
    """An item in a language of its quiz."""

    item: Item
    visitor_language: str

    @property
    def language(self) -> str:
        """The visitor's language, or the source's where the question is not in it."""
        is_known = self.visitor_language in self.item.question.data["words"]
        return self.visitor_language if is_known else settings.LANGUAGE_CODE

    @property
    def text(self) -> str:
        """The question."""
        return str(self.item.question.words(self.language)["text"])

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"question-{self.item.question.id}"

    @property
    def kind(self) -> str:
        """What kind of question it is."""
        return str(KINDS[self.item.question.kind])

    @property
    def is_placed(self) -> bool:
        """Whether things are put in their places, instead of chosen."""
        return self.item.question.kind in PLACED

    @cached_property
    def names(self) -> dict[str, str]:
        """What is shown, by its id."""
        question = self.item.question
        if question.kind == "true_false":
            return {"true": _("True"), "false": _("False")}
        words = question.words(self.language)
        options = words.get("options", {})
        if question.kind == "ordering":
            places = sorted(question.right, key=lambda id_: int(question.right[id_]))
            return {id_: f"{question.right[id_]}. {options[id_]}" for id_ in places}
        if question.kind == "matching":
            partners = words["partners"]
            right = question.right
            return {id_: f"{options[id_]}: {partners[right[id_]]}" for id_ in question.shown}
        return dict(options)  # as its author wrote them, not as they were shuffled

    @property
    def lines(self) -> list[Line]:
        """What people answered; last, that they did not."""
        item, asked = self.item, self.item.asked
        if item.question.kind == "short_text":
            lines = [Line(_("An accepted answer"), round(item.shares), asked, is_right=True)]
            lines += [Line(f"“{text}”", count, asked) for text, count in frequent(item)]
        else:
            language = "" if item.question.kind == "true_false" else self.language
            lines = [
                Line(
                    name,
                    item.chosen[id_],
                    asked,
                    is_right=item.is_right(id_) and not self.is_placed,
                    language=language,
                )
                for id_, name in self.names.items()
            ]
        return [*lines, Line(_("No answer"), item.unanswered, asked)]

    @property
    def discrimination(self) -> str:
        """How well it tells those who know more from those who know less, as a word."""
        value = self.item.discrimination
        if value is None:
            return ""
        if value <= -POOR:
            return _("the wrong way round")
        if value < POOR:
            return _("poor")
        return _("good") if value >= GOOD else _("fair")

    @cached_property
    def advice(self) -> list[str]:
        """What its author can do about it."""
        return advice(self.item, self.names)

    @cached_property
    def is_doubtful(self) -> bool:
        """Whether something is perhaps not marked as it should be."""
        return self.item.is_enough and bool(doubts(self.item, self.names))
