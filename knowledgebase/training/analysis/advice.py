"""What an author can do about a question, in plain words, by how people answered it.

Bounds are those of Moodle's quiz report for difficulty, and of Ebel and Frisbie (Essentials of
Educational Measurement, 5th edition, 1991) for discrimination: below 0.20 a question is poor, from
0.30 on reasonably good. They gave them for the upper-lower index; for correlations they are usual.
A correlation is told from chance by the same 0.20, on either side.
"""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from knowledgebase.training.analysis.items import Item
from portal.small_numbers import SMALLEST

EASY, HARD = 95, 20  # per cent of the points
POOR, GOOD = 0.2, 0.3


def advice(item: Item, names: Mapping[str, str]) -> list[str]:
    """Return sentences, what matters most first; `names` are the options by their ids.

    There are none for a question that works, and none before enough people were asked.
    """
    if not item.is_enough:
        return []
    sentences = doubts(item, names) or [*_difficulty(item)]
    if 2 * item.unanswered > item.asked:
        sentences.append(
            _("Most people leave this unanswered: say more clearly what to do, or ask for less.")
        )
    if item.question.kind in ("single", "multiple"):
        sentences += _unchosen(item, names)
    sentences += (
        _("%(count)s people wrote “%(text)s”: accept it if it is right; otherwise explain why not.")
        % {"count": count, "text": text}
        for text, count in frequent(item)
    )
    return sentences


def doubts(item: Item, names: Mapping[str, str]) -> list[str]:
    """Return why something is perhaps not marked as it should be."""
    suspects = [
        names[id_]
        for id_, count in item.chosen.items()
        if count >= SMALLEST and not item.is_right(id_) and (item.pull(id_) or 0) >= POOR
    ]
    if not suspects and (item.discrimination or 0) <= -POOR:
        return [
            _(
                "People who did well on the rest got this wrong: check which answer is marked "
                "right, and whether the question can be read in two ways."
            )
        ]
    suspected = _(
        "People who did well on the rest chose “%(text)s”: check that the right answer is marked."
    )
    return [suspected % {"text": text} for text in suspects]


def _difficulty(item: Item) -> Iterator[str]:
    difficulty, discrimination = item.difficulty or 0, item.discrimination
    if difficulty >= EASY:
        yield _(
            "Nearly everyone gets this right: keep it as a warm-up, or ask about something that "
            "people still get wrong."
        )
    elif difficulty <= HARD:
        yield _(
            "Hardly anyone gets this right: check which answer is marked right, then whether a "
            "lesson explains it."
        )
    elif discrimination is not None and discrimination < POOR:
        yield _(
            "Getting this right has little to do with knowing the rest: make the question and its "
            "answers clearer."
        )


def _unchosen(item: Item, names: Mapping[str, str]) -> Iterator[str]:
    for id_ in names:
        if item.chosen[id_]:
            continue
        if item.is_right(id_):
            yield _(
                "Nobody chose “%(text)s”, which is marked right: check that it is, then whether a "
                "lesson explains it."
            ) % {"text": names[id_]}
        else:
            yield _(
                "Nobody chose “%(text)s”: replace it with a mistake that people really make."
            ) % {"text": names[id_]}


def frequent(item: Item) -> list[tuple[str, int]]:
    """Return the wrong short texts that at least five people gave, with how many did."""
    return [(text, count) for text, count in item.texts.most_common() if count >= SMALLEST]
