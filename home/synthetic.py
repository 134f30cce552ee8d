"""Makes pages in bulk, so that what depends on their number can be measured.

The texts are nobody's: words of an Albanian list, the frequent ones often and the rare ones
seldom, as in real texts (Zipf's law). A seed makes the same pages every time.
"""

import datetime
import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.models import Locale, Page

from home.models import HomePage, StandardPage
from knowledgebase.models import ResourcePage
from portal.terms.models import Municipality, Theme, source_terms
from projects.models import ProjectPage
from search.analysis.exceptions import exceptions
from search.index.write import refresh

# What benchmarks look for: a word of half the pages, in its forms, and one of every thousandth.
COMMON = ("bashki", "bashkia", "bashkisë", "bashkive")
RARE = "amfiteatër"
EVERY_COMMON, EVERY_RARE = 2, 1000
WORDS = 20_000
PARAGRAPHS, PARAGRAPH_WORDS = 6, 40
BATCH = 500
MODELS = (StandardPage, ResourcePage, ProjectPage)
FIRST_DAY = datetime.date(2020, 1, 1)
DAYS = 2400


class Writer:
    """Writes texts of words that come as often as words do."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311, no secret
        self.words = self.random.sample(sorted(exceptions()), WORDS)
        self.weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))

    def text(self, count: int) -> str:
        """Return so many words as a sentence."""
        words = self.random.choices(self.words, cum_weights=self.weights, k=count)
        return f"{' '.join(words).capitalize()}."

    def paragraphs(self, number: int) -> list[str]:
        """Return the paragraphs of the page with this number."""
        texts = [self.text(PARAGRAPH_WORDS) for _ in range(PARAGRAPHS)]
        if number % EVERY_COMMON == 0:
            texts[number % PARAGRAPHS] += f" {COMMON[number % len(COMMON)]}"
        if number % EVERY_RARE == 0:
            texts[0] += f" {RARE}"
        return texts


def make_pages(count: int, seed: int) -> Iterator[int]:
    """Make pages of several types below one page, index them, and yield how many there are."""
    writer = Writer(seed)
    parent = container(seed)
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        with transaction.atomic():
            pages = [page(parent, writer, number) for number in numbers]
            save(parent, pages)
            file_under_terms(writer, pages)
            refresh([each.translation_key for each in pages])
        yield numbers[-1] + 1


def container(seed: int) -> Page:
    """Return the page that the synthetic pages of this seed stand below, new and empty."""
    home = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    slug = f"synthetic-{seed}"
    for old in home.get_children().filter(slug=slug):
        old.specific.delete()
    home.refresh_from_db()
    new = StandardPage(title=f"Faqe sintetike {seed}", slug=slug, locale=home.locale)
    return home.add_child(instance=new)


def page(parent: Page, writer: Writer, number: int) -> Any:
    """Return a page that is complete but not saved."""
    model: Any = MODELS[number % len(MODELS)]
    slug = f"synthetic-{number}"
    title = writer.text(6).rstrip(".")
    new = model(
        title=title,
        draft_title=title,
        slug=slug,
        summary=writer.text(20),
        locale=Locale.objects.get_for_language(settings.LANGUAGE_CODE),
        first_published_at=timezone.now(),
        depth=parent.depth + 1,
        path=Page._get_path(parent.path, parent.depth + 1, number + 1),
        url_path=f"{parent.url_path}{slug}/",
        live=True,
    )
    blocks = [("text", f"<p>{text}</p>") for text in writer.paragraphs(number)]
    new.body = StreamValue(new._meta.get_field("body").stream_block, blocks)
    day = FIRST_DAY + datetime.timedelta(days=writer.random.randrange(DAYS))
    if model is ProjectPage:
        new.start_date = day
    if model is ResourcePage:
        new.year = day.year
    return new


def save(parent: Page, pages: list[Any]) -> None:
    """Save many new pages without what saving one at a time would ask and write."""
    names = [field.attname for field in Page._meta.concrete_fields]
    bases = [Page(**{name: getattr(each, name) for name in names}) for each in pages]
    for base, saved in zip(pages, Page.objects.bulk_create(bases), strict=True):
        base.pk = base.page_ptr_id = saved.pk
        base.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.get_children().count())


def file_under_terms(writer: Writer, pages: list[Any]) -> None:
    """File each page under a theme and a municipality where its type has such."""
    for model, name, term in (
        (ResourcePage, "themes", Theme),
        (ProjectPage, "themes", Theme),
        (ProjectPage, "municipalities", Municipality),
    ):
        terms = list(term.objects.filter(source_terms()))
        through = getattr(model, name).through
        rows = [
            {f"{model._meta.model_name}_id": each.pk, f"{term._meta.model_name}_id": chosen.pk}
            for each in pages
            if isinstance(each, model) and terms
            for chosen in [writer.random.choice(terms)]
        ]
        through.objects.bulk_create(through(**row) for row in rows)
