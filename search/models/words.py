"""The words that the site uses, and expressions that mean the same."""

from django.db import models


class Word(models.Model):
    """A word of the texts that one language's visitors find, and in how many entries it is."""

    audience = models.CharField(max_length=8)
    language = models.CharField(max_length=8)
    word = models.CharField(max_length=40, help_text="In small letters, as texts write it.")
    plain = models.CharField(max_length=40, help_text="The same without accents.")
    term = models.CharField(max_length=48)
    entries = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audience", "language", "word"], name="portal_search_word_once"
            )
        ]
        indexes = [
            models.Index(fields=["audience", "term"], name="portal_search_word_term"),
            models.Index(
                fields=["audience", "plain"],
                name="portal_search_word_plain",
                opclasses=["varchar_pattern_ops", "varchar_pattern_ops"],
            ),
        ]

    def __str__(self) -> str:
        return self.word


class Expression(models.Model):
    """A way to say something; all of one group mean the same, in any language."""

    group = models.UUIDField(db_index=True)
    language = models.CharField(max_length=8)
    terms = models.CharField(max_length=255, help_text="As texts have them.")
    asked = models.CharField(
        max_length=255, db_index=True, help_text="As queries have them, without function words."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "terms"], name="portal_search_expression_once")
        ]

    def __str__(self) -> str:
        return self.terms
