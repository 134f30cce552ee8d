"""Bulk content, the same in every run: many models, and studies of any length."""

import random
from collections.abc import Iterator
from datetime import date

from django.utils.text import slugify

from knowledgebase.models import (
    ChapterPage,
    KnowledgeBasePage,
    ModelIndexPage,
    ModelPage,
    StudyPage,
)
from portal.terms.models import Need

WORDS = [
    "bashkia",
    "plani",
    "shërbimi",
    "banesa",
    "puna",
    "fëmijët",
    "mbështetja",
    "qendra",
    "familja",
    "rasti",
    "drejtori",
    "zyra",
    "nevoja",
    "pagesa",
    "muaji",
    "takimi",
    "vendimi",
    "çdo",
    "është",
    "për",
    "dhe",
    "me",
    "nga",
    "te",
    "në",
    "që",
    "kur",
    "ku",
    "si",
    "një",
    "dy",
    "tri",
]


def sentences(chance: random.Random, words: int) -> str:
    """Return about so many words as sentences of ten."""
    lines = (" ".join(chance.choices(WORDS, k=10)).capitalize() for _ in range(words // 10))
    return ". ".join(lines) + "."


def make_models(count: int, seed: int = 1) -> None:
    """Make so many integration models in the source language."""
    chance = random.Random(seed)  # noqa: S311
    index = ModelIndexPage.objects.get(locale__language_code="sq")
    needs = list(Need.objects.filter(locale=index.locale))
    for number in range(count):
        title = f"Model {number}"
        page = ModelPage(
            title=title,
            slug=slugify(title),
            summary=sentences(chance, 30),
            needs=chance.sample(needs, k=2),
            aim=f"<p>{sentences(chance, 100)}</p>",
            cost=chance.choice([None, 1, 2, 3, 4, 5]),
            effect_strength=chance.choice([None, 1, 2, 3, 4, 5]),
            smallest_size=chance.choice([1, 2, 3]),
            months_to=chance.choice([None, 3, 9, 24]),
            locale=index.locale,
        )
        index.add_child(instance=page)
        page.save_revision().publish()


def make_study(slug: str, chapters: int, words: int, seed: int = 1) -> StudyPage:
    """Make a study of so many chapters with so many words in all, notes and tables among them."""
    chance = random.Random(seed)  # noqa: S311
    parent = KnowledgeBasePage.objects.get(locale__language_code="sq")
    study = StudyPage(title="Studim", slug=slug, issued_on=date(2026, 1, 2), locale=parent.locale)
    parent.add_child(instance=study)
    study.save_revision().publish()
    for number in range(1, chapters + 1):
        body = list(chapter_body(chance, words // chapters))
        chapter = ChapterPage(
            title=f"Kapitulli {number}", slug=f"kapitulli-{number}", body=body, locale=parent.locale
        )
        study.add_child(instance=chapter)
        chapter.save_revision().publish()
    return study


def chapter_body(chance: random.Random, words: int) -> Iterator[tuple[str, object]]:
    """Yield the blocks of a chapter: a heading every 500 words, a note and a table in each."""
    for part in range(max(1, words // 500)):
        yield "heading", f"Pjesa {part + 1}"
        for _ in range(4):
            note = f"^[{sentences(chance, 20)}]"
            yield "text", f"<p>{sentences(chance, 90)}{note} {sentences(chance, 10)}</p>"
        rows = [[sentences(chance, 10)] * 3 for _ in range(3)]
        yield "table", {"caption": f"Tabela {part}", "headers": ["A", "B", "C"], "rows": rows}
