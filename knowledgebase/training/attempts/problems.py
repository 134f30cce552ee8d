"""What is wrong with a quiz, told to its author before anybody sits in it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from search.analysis.analyser import query_terms


def problems(quiz: Any) -> list[str]:
    """Return in sentences what cannot be passed, has no right answer or asks less than it says."""
    if not any(pool.value["questions"] for pool in quiz.pools):
        return [_("There are no questions yet.")]
    objectives = len(quiz.get_parent().specific.objectives)
    language = quiz.locale.language_code
    found = []
    for pool in quiz.pools:
        value, name = pool.value, {"title": pool.value["title"]}
        if value["draw"] and value["draw"] > len(value["questions"]):
            found.append(_("“%(title)s” has fewer questions than it asks.") % name)
        if value["objective"] and value["objective"] > objectives:
            found.append(_("“%(title)s” names an objective that is not there.") % name)
        for block in value["questions"]:
            found += _of_question(block, language)
    return found


def _of_question(block: Any, language: str) -> Iterator[str]:
    if block.block_type == "scenario":
        for part in block.value["questions"]:
            yield from _of_question(part, language)
        return
    value, name = block.value, {"text": block.value["text"]}
    kind = block.block_type
    right = [option for option in value.get("options", ()) if option["is_right"]]
    if kind in ("single", "multiple") and not right:
        yield _("“%(text)s” has no right answer.") % name
    if kind == "single" and len(right) > 1:
        yield _("“%(text)s” has several right answers; choose the kind that allows them.") % name
    shown = [pair["right"] for pair in value.get("pairs", ())] or [*value.get("items", ())]
    if len(set(shown)) < len(shown):
        yield _("“%(text)s” has the same words twice, so that nobody can tell them apart.") % name
    if kind == "short_text" and not all(query_terms(text, language) for text in value["accepted"]):
        yield _("“%(text)s” accepts an answer in which there is no word.") % name
