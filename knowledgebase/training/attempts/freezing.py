"""Makes what an attempt asks out of a quiz as it is live: drawn, shuffled, in every language."""

import random
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar
from uuid import uuid4

from django.conf import settings
from wagtail.models import Locale

from knowledgebase.training.attempts.frozen import Json
from portal.translations import is_translated, waiting_parts

Thing = TypeVar("Thing")
TRUE_FALSE = ("true", "false")


class Asked(NamedTuple):
    """A drawn question: its block in the source, its group's objective, its scenario if any."""

    block: Any
    objective: int | None
    scenario: Any = None


def freeze(quiz: Any, chance: random.Random | None = None) -> Json:
    """Return as JSON what an attempt at the quiz asks.

    A language is in it only where all that is asked is translated as it stands in the source now.
    """
    chance = chance or random.SystemRandom()
    return written(quiz, draw(quiz, chance), lambda _asked: chance)


def freeze_all(quiz: Any) -> Json:
    """Return the same for all that the quiz can ask, in the author's order.

    What is shuffled within a question is shuffled in one way, so that sheets and answers agree.
    """
    groups = [unit for pool in quiz.pools for unit in _units(pool)]
    asked = [each for group in groups for each in group]
    return written(quiz, asked, lambda each: random.Random(each.block.id))  # noqa: S311, no secret


def written(quiz: Any, asked: list[Asked], chance: Callable[[Asked], random.Random]) -> Json:
    """Return what is asked as JSON, each question shuffled by its own chance."""
    pages = {settings.LANGUAGE_CODE: quiz, **complete_translations(quiz)}
    blocks = {language: by_id(page) for language, page in pages.items()}
    ids = {each.block.id for each in asked}
    blocks = {language: found for language, found in blocks.items() if ids <= found.keys()}
    scenarios = {each.scenario.id: each.scenario for each in asked if each.scenario}
    return {
        "revision": quiz.live_revision_id,
        "pass_mark": quiz.pass_mark,
        "reveal": quiz.reveal,
        "languages": list(blocks),
        "titles": {language: pages[language].title for language in blocks},
        "situations": {
            id_: {
                language: found[id_].value["situation"].source for language, found in blocks.items()
            }
            for id_ in scenarios
        },
        "questions": [question(each, blocks, chance(each), quiz.is_shuffled) for each in asked],
    }


def complete_translations(quiz: Any) -> dict[str, Any]:
    """Return the live translations by language in which no part waits for its words."""
    found = {}
    for locale in Locale.objects.exclude(pk=quiz.locale_id):
        page = quiz.get_translation_or_none(locale)
        if page and is_translated(page) and not waiting_parts(quiz, locale):
            found[locale.language_code] = page
    return found


def draw(quiz: Any, chance: random.Random) -> list[Asked]:
    """Return what is asked: of each group all or as many as it says, a scenario as one."""
    groups: list[list[Asked]] = []
    for pool in quiz.pools:
        units = _units(pool)
        count = min(pool.value["draw"] or len(units), len(units))
        # Drawn without a change of order, which shuffling decides.
        drawn = sorted(chance.sample(range(len(units)), count))
        groups += [units[number] for number in drawn]
    return [asked for group in in_order(groups, chance, quiz.is_shuffled) for asked in group]


def _units(pool: Any) -> list[list[Asked]]:
    """Return what is drawn together: a question alone, or all questions of a scenario."""
    objective = pool.value["objective"]
    return [
        [Asked(part, objective, block) for part in block.value["questions"]]
        if block.block_type == "scenario"
        else [Asked(block, objective)]
        for block in pool.value["questions"]
    ]


def in_order(
    things: Sequence[Thing], chance: random.Random, is_shuffled: bool = True
) -> list[Thing]:
    """Return the things, in a new order if they are shuffled."""
    return chance.sample(things, len(things)) if is_shuffled else list(things)


def mixed(things: list[Thing], chance: random.Random) -> list[Thing]:
    """Return the things in a new order: three or more never in the given one, which is right."""
    found = in_order(things, chance)
    return [*things[1:], things[0]] if found == things and len(things) > 2 else found


def by_id(quiz: Any) -> dict[str, Any]:
    """Return every question and scenario of a page by the id of its block."""
    found = {}
    for pool in quiz.pools:
        for block in pool.value["questions"]:
            found[block.id] = block
            if block.block_type == "scenario":
                found |= {part.id: part for part in block.value["questions"]}
    return found


def question(
    asked: Asked, blocks: dict[str, dict[str, Any]], chance: random.Random, is_shuffled: bool
) -> Json:
    """Return a question as JSON: what is shown, what is right, and its words in each language."""
    block, kind = asked.block, asked.block.block_type
    in_languages = {language: found[block.id].value for language, found in blocks.items()}
    words = {language: {"text": value["text"]} for language, value in in_languages.items()}
    frozen: Json = {
        "id": block.id,
        "kind": kind,
        "marks": block.value["marks"],
        "objective": asked.objective,
        "scenario": asked.scenario.id if asked.scenario else None,
        "shown": [],
        "right": None,
        "words": words,
    }
    for language, value in in_languages.items():
        words[language]["explanation"] = value.get("explanation", "")
    KINDS[kind](frozen, block.value, in_languages, chance, is_shuffled)
    return frozen


def _options(
    frozen: Json, value: Any, translated: dict, chance: random.Random, is_shuffled: bool
) -> None:
    options = value["options"].bound_blocks
    frozen["shown"] = in_order([option.id for option in options], chance, is_shuffled)
    right = [option.id for option in options if option.value["is_right"]]
    frozen["right"] = right if frozen["kind"] == "multiple" else (right or [""])[0]
    for language, values in translated.items():
        found = values["options"].bound_blocks
        frozen["words"][language] |= {
            "options": {option.id: option.value["text"] for option in found},
            "feedback": {option.id: option.value["feedback"] for option in found},
        }


def _true_false(frozen: Json, value: Any, translated: dict, *_chance: Any) -> None:
    frozen["shown"] = list(TRUE_FALSE)
    frozen["right"] = TRUE_FALSE[0] if value["is_true"] else TRUE_FALSE[1]


def _matching(frozen: Json, value: Any, translated: dict, chance: random.Random, _is: bool) -> None:
    pairs = value["pairs"].bound_blocks
    # The id of a pair would tell which two belong together.
    tokens = {pair.id: uuid4().hex for pair in pairs}
    frozen["shown"] = [pair.id for pair in pairs]
    frozen["partners"] = mixed([*tokens.values()], chance)
    frozen["right"] = tokens
    for language, values in translated.items():
        found = values["pairs"].bound_blocks
        frozen["words"][language] |= {
            "options": {pair.id: pair.value["left"] for pair in found},
            "partners": {tokens[pair.id]: pair.value["right"] for pair in found},
        }


def _ordering(frozen: Json, value: Any, translated: dict, chance: random.Random, _is: bool) -> None:
    items = [item.id for item in value["items"].bound_blocks]
    frozen["shown"] = mixed(items, chance)
    frozen["right"] = {item: str(place) for place, item in enumerate(items, start=1)}
    for language, values in translated.items():
        found = values["items"].bound_blocks
        frozen["words"][language]["options"] = {item.id: item.value for item in found}


def _short_text(frozen: Json, value: Any, translated: dict, *_chance: Any) -> None:
    frozen["right"] = {
        language: list(values["accepted"]) for language, values in translated.items()
    }


KINDS = {
    "single": _options,
    "multiple": _options,
    "true_false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "short_text": _short_text,
}
