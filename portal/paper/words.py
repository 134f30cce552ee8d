"""The words that the layout itself puts on paper."""

from django.utils.translation import override, pgettext


def words(language: str) -> dict[str, str]:
    """Return the layout's words in `language`; `page` holds {page} and {pages}."""
    with override(language):
        return {
            "page": pgettext("on paper", "page {page} of {pages}"),
            "contents": pgettext("on paper", "Contents"),
            "figure": pgettext("on paper", "Figure"),
            "table": pgettext("on paper", "Table"),
        }
