"""The quizzes of a module on paper: all that they can ask, without the answers.

Who asks for these must be somebody who may edit the module (see `reach.may_train`).
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.conf import settings
from django.utils.formats import date_format, localize
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from knowledgebase.papers.texts import Texts
from knowledgebase.training.attempts.freezing import freeze_all
from knowledgebase.training.attempts.frozen import Frozen, Json, Question
from knowledgebase.training.models import ModulePage, QuizPage
from knowledgebase.training.models.quiz import Purpose
from knowledgebase.training.papers.lessons import several
from portal.paper.pen import Choices, Columns, Lines, Together
from portal.paper.tree import (
    Block,
    Callout,
    Emph,
    Heading,
    PageBreak,
    Paragraph,
    Strong,
)

Numbered = tuple[int, Question]


def quizzes_of(module: ModulePage) -> Any:
    """Return the live quizzes of a module in the source language, open to everybody or not.

    A test of the whole programme is on no paper, even if somebody filed it under a module.
    """
    quizzes = QuizPage.objects.live().child_of(source_of(module))
    return quizzes.filter(purpose=Purpose.PRACTICE)


def source_of(module: ModulePage) -> ModulePage:
    """Return the module in the source language, live or not."""
    return ModulePage.objects.get(
        translation_key=module.translation_key, locale__language_code=settings.LANGUAGE_CODE
    )


def frozen_quizzes(module: ModulePage) -> Iterator[tuple[QuizPage, Frozen]]:
    """Yield the quizzes of a module with all that each can ask."""
    for quiz in quizzes_of(module):
        yield quiz, Frozen(freeze_all(quiz))


def quiz_blocks(module: ModulePage, texts: Texts) -> Iterator[list[Block]]:
    """Yield a sheet for each quiz, with a place for the name of whoever hands it in."""
    is_empty = True
    for quiz, frozen in frozen_quizzes(module):
        blocks = list(head(quiz, frozen))
        if get_language() in frozen.languages:
            name, date = Lines(label=_("Name:")), Lines(label=_("Date:"))
            blocks += [Columns([name], [date]), *questions(frozen, texts)]
        yield blocks if is_empty else [PageBreak(), *blocks]
        is_empty = False
    if is_empty:
        yield [Paragraph([_("This module has no quiz yet.")])]


def head(quiz: QuizPage, frozen: Frozen) -> Iterator[Block]:
    """Yield what a quiz is called, what it takes to pass and, if so, that it is not translated."""
    language = get_language() or ""
    if language not in frozen.languages:
        yield Heading(1, [quiz.title])
        yield Paragraph([_("This quiz is not wholly translated yet.")])
        return
    yield Heading(1, [frozen.title(language)])
    yield Paragraph([f"{to_pass(frozen)} {state(quiz)}"])


def to_pass(frozen: Frozen) -> str:
    """Return how many marks there are, and how many are needed."""
    total = sum(question.marks for question in frozen.questions)
    needed = total * int(frozen.data["pass_mark"])
    if not needed:
        return _("%(total)s in all.") % {"total": marks(total)}
    text = _("%(total)s in all; to pass: at least %(needed)s (%(mark)s%%).")
    return text % {
        "total": marks(total),
        "needed": localize(Decimal(needed) / 100),
        "mark": frozen.data["pass_mark"],
    }


def marks(number: int) -> str:
    """Return a number of marks in words."""
    return ngettext("%(num)s mark", "%(num)s marks", number) % {"num": number}


def state(quiz: QuizPage) -> str:
    """Return since when these are the questions, which must be the same on sheet and answers."""
    time = date_format(localtime(quiz.last_published_at), "DATETIME_FORMAT")
    return _("Questions of %(time)s.") % {"time": time}


def questions(frozen: Frozen, texts: Texts) -> Iterator[Block]:
    """Yield the questions in the active language, those of one situation after it."""
    language = get_language() or ""
    for situation, numbered in by_situation(frozen, language):
        if situation:
            yield about_situation(situation, numbered, texts)
        for number, question in numbered:
            yield Together([*asked(number, question, question.words(language))])


def by_situation(frozen: Frozen, language: str) -> Iterable[tuple[str, list[Numbered]]]:
    """Return the questions, numbered from one, by the situation (as HTML) that they belong to."""
    numbered = enumerate(frozen.questions, start=1)
    grouped = groupby(numbered, key=lambda each: each[1].data["scenario"])
    for _scenario, group in grouped:
        members = list(group)
        yield frozen.situation(members[0][1], language), members


def about_situation(situation: str, numbered: list[Numbered], texts: Texts) -> Block:
    """Return a situation with the numbers of its questions."""
    first, last = numbered[0][0], numbered[-1][0]
    span = str(first) if first == last else f"{first}–{last}"
    title = ngettext(
        "Situation for question %(span)s", "Situation for questions %(span)s", len(numbered)
    )
    return Callout(title % {"span": span}, texts.blocks(situation), leads=True)


def question_line(number: int, question: Question, words: Json) -> Block:
    """Return a question with its number and its marks."""
    worth = marks(question.marks).replace(" ", "\u00a0")
    return Paragraph([Strong([f"{number}. {words['text']}"]), f" ({worth})"])


def asked(number: int, question: Question, words: Json) -> Iterator[Block]:
    """Yield a question in a form that is answered with a pen."""
    yield question_line(number, question, words)
    match question.kind:
        case "single" | "multiple":
            yield from several(2 if question.kind == "multiple" else 1)
            options = [[words["options"][id_]] for id_ in question.shown]
            yield Choices(options, letters=True)
        case "true_false":
            yield Choices([[_("True")], [_("False")]])
        case "matching":
            yield _hint(_("Write into each box the letter of what belongs with it."))
            left = [[words["options"][id_]] for id_ in question.shown]
            right = [[words["partners"][token]] for token in question.partners]
            yield Columns([Choices(left, "write")], [Choices(right, "none", letters=True)])
        case "ordering":
            yield _hint(_("Write its place into each box; 1 comes first."))
            yield Choices([[words["options"][id_]] for id_ in question.shown], "write")
        case "short_text":
            yield Lines()


def _hint(text: str) -> Block:
    return Paragraph([Emph([text])])
