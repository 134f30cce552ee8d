"""The lists that a new installation begins with; editors go on from them."""

from pathlib import Path

from django.conf import settings

from search.models import CryList

FOLDER = Path(__file__).parent


def ensure_lists() -> None:
    """Give each language that has words here its list, unless it has one."""
    for language, _name in settings.LANGUAGES:
        if (FOLDER / f"{language}.anywhere.txt").exists():
            CryList.objects.get_or_create(language=language, defaults=words_of(language))


def words_of(language: str) -> dict[str, str]:
    """Return the texts of a list by field."""
    return {
        field: (FOLDER / f"{language}.{field}.txt").read_text() for field in ("anywhere", "alone")
    }
