"""What only trainers get on paper: right answers with reasons, and how to hold the lessons."""

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from knowledgebase.papers.texts import Texts
from knowledgebase.training.attempts.frozen import Frozen, Json, Question
from knowledgebase.training.models import LessonPage, ModulePage
from knowledgebase.training.papers.quizzes import (
    about_situation,
    by_situation,
    frozen_quizzes,
    head,
    question_line,
    source_of,
)
from portal.paper.pen import Together
from portal.paper.tree import (
    Block,
    Callout,
    Flow,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Strong,
    Table,
)
from portal.translations import is_translated


def answer_blocks(module: ModulePage, texts: Texts) -> Iterator[list[Block]]:
    """Yield how to mark, the answers of each quiz, then what belongs to each lesson."""
    yield [how_to_mark()]
    for quiz, frozen in frozen_quizzes(module):
        yield [*head(quiz, frozen), *answers(frozen, texts)]
    yield [PageBreak(), *lessons(module, texts)]


def how_to_mark() -> Block:
    """Return what half right answers earn, which is the same as on the screen."""
    rules = [
        _("The sheets hold all questions of a quiz; an attempt on the screen may ask only some."),
        _(
            "Several right answers: each right tick earns its part of the marks, each wrong tick "
            "takes one part away; never less than nothing."
        ),
        _("Matching and ordering: each one in its right place earns its part of the marks."),
        _("Short text: endings of words, capitals and accents do not matter."),
        _("Marks are not rounded up to the pass mark."),
    ]
    return Callout(_("How to mark"), [List([[rule] for rule in rules])], "summary")


def answers(frozen: Frozen, texts: Texts) -> Iterator[Block]:
    """Yield each question with its right answer; nothing if it is not translated."""
    language = get_language() or ""
    if language not in frozen.languages:
        return
    for situation, numbered in by_situation(frozen, language):
        if situation:
            yield about_situation(situation, numbered, texts)
        for number, question in numbered:
            words = question.words(language)
            line = question_line(number, question, words)
            yield Together([line, *answered(question, words, language)])


def answered(question: Question, words: Json, language: str) -> Iterator[Block]:
    """Yield what is right about a question, as its sheet letters and orders it, and why."""
    right = question.right
    match question.kind:
        case "single" | "multiple":
            texts = [(words["options"][id_], words["feedback"][id_]) for id_ in question.shown]
            yield reasons(texts, [id_ in right for id_ in question.shown])
        case "true_false":
            yield _line(_("True") if right == "true" else _("False"))
        case "matching":
            yield places([_partner(id_, question, words) for id_ in question.shown])
        case "ordering":
            yield places([(right[id_], words["options"][id_]) for id_ in question.shown])
        case "short_text":
            yield _line(", ".join(right[language]))
    if words["explanation"]:
        yield Paragraph([words["explanation"]])


def reasons(options: list[tuple[str, str]], right: list[bool]) -> Table:
    """Return options with their letters and reasons; the right ones stand out."""
    rows: list[list[Flow]] = []
    for called, (text, why), is_right in zip(ascii_uppercase, options, right, strict=False):
        name = f"{called}. {text}"
        rows.append([[Strong([f"{name} ({_('right')})"]) if is_right else name], [why]])
    return Table([[_("Answer")], [_("Why")]], rows, row_headers=False)


def _partner(id_: str, question: Question, words: Json) -> tuple[str, str]:
    token = question.right[id_]
    called = ascii_uppercase[question.partners.index(token)]
    return called, f"{words['options'][id_]} – {words['partners'][token]}"


def places(pairs: list[tuple[str, str]]) -> List:
    """Return what belongs in each box of the sheet, each before the text beside its box."""
    return List([[Strong([place]), f": {text}"] for place, text in pairs])


def _line(answer: str) -> Block:
    return Paragraph([f"{_('Right:')} ", Strong([answer])])


def lessons_to_hold(module: ModulePage) -> Iterator[LessonPage]:
    """Yield the live lessons in the active language, or in the source's without one."""
    for lesson in LessonPage.objects.live().child_of(source_of(module)):
        here = lesson.get_translations(inclusive=True).filter(locale=module.locale).first()
        yield here if here and is_translated(here) else lesson


def lessons(module: ModulePage, texts: Texts) -> Iterator[Block]:
    """Yield for each lesson the answers of its short checks and the notes for trainers."""
    yield Heading(1, [_("The lessons")])
    for lesson in lessons_to_hold(module):
        yield Heading(2, [lesson.title])
        if lesson.locale_id != module.locale_id:
            yield Paragraph([_("This lesson is not translated yet.")])
            continue
        yield from checks(lesson)
        if lesson.notes_for_trainers:
            yield Heading(3, [_("Notes for trainers")])
            yield from texts.blocks(lesson.notes_for_trainers)


def checks(lesson: Any) -> Iterator[Block]:
    """Yield the short checks of a lesson with their answers."""
    for block in lesson.body:
        if block.block_type == "check":
            options = block.value["options"]
            texts = [(option["text"], option["feedback"]) for option in options]
            right = [option["is_right"] for option in options]
            line = Paragraph([Strong([f"{_('Check yourself')}: {block.value['question']}"])])
            yield Together([line, reasons(texts, right)])
