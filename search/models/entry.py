"""One entry of the index for everything that the visitors of one language can find.

No row names a row of another app's table, so that a scratch database needs these tables alone.
"""

from django.db import models
from django.urls import translate_url
from django.utils.translation import get_language


class Entry(models.Model):
    """A page or a part of one, as the visitors of one language find it.

    Where it is not translated for them, it stands in the language that it was written in. The
    columns `…_terms` hold analysed terms, separated by spaces; those of English end in `_en`.
    """

    key = models.UUIDField(help_text="The translation key, the same in all languages.")
    owner = models.UUIDField(db_index=True, help_text="The key of the page that it was made of.")
    audience = models.CharField(max_length=8, help_text="Whose visitors find it.")
    language = models.CharField(max_length=8, help_text="What it is written in.")
    kind = models.CharField(max_length=30, help_text="The type that visitors filter by.")
    page_id = models.BigIntegerField(db_index=True)
    fragment = models.CharField(max_length=100, blank=True)
    path = models.CharField(max_length=200, blank=True, help_text="Of a view of its own.")
    title = models.CharField(max_length=255)
    date = models.DateField(null=True)
    precision = models.CharField(max_length=5, default="day", help_text="Of the date.")
    weight = models.FloatField(default=1.0)
    length = models.PositiveIntegerField(help_text="In terms, without files.")
    # Before the long texts, so that counting labels reads none of their pages.
    labels = models.TextField(help_text="What it is filtered by, separated by spaces.")
    title_terms = models.TextField()
    heading_terms = models.TextField()
    summary_terms = models.TextField()
    body_terms = models.TextField()
    attached_terms = models.TextField()
    foreseen = models.TextField(help_text="Queries that it answers, one a line, as they are typed.")
    words = models.JSONField(default=dict, help_text="Its different words by language.")
    digest = models.CharField(max_length=64, help_text="Of all that the index holds of it.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "audience"], name="portal_search_entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.audience})"

    def url(self, page_url: str) -> str:
        """Return where a visitor finds it who reads its page at `page_url`, in their language."""
        if self.path:
            return translate_url(self.path, get_language() or "")
        return f"{page_url}#{self.fragment}" if self.fragment else page_url


class Passage(models.Model):
    """A stretch of an entry's text, short enough to be shown as an excerpt."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="passages")
    number = models.PositiveIntegerField()
    text = models.TextField()
    terms = models.TextField(help_text="With a space before and after each.")
    language = models.CharField(max_length=8)
    file = models.CharField(max_length=255, blank=True, help_text="The title of the file it is in.")
    page = models.PositiveIntegerField(null=True, help_text="The page of that file.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="portal_search_passage_once")
        ]

    def __str__(self) -> str:
        return self.text[:60]
