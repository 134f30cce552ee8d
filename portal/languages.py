"""What languages are called wherever they are named: by the reader's word for them.

Only in the switcher, and where people choose a language for themselves, is each called in itself.
"""

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

# Django has no names of these.
OTHERS = {"rom": _("Romani"), "sgn": _("Albanian Sign Language")}


def language_name(code: str) -> str:
    """Return a language as the active one calls it: "Anglisht", "English"."""
    if code in OTHERS:
        return str(OTHERS[code])
    return str(capfirst(get_language_info(code)["name_translated"]))


language_name_lazy = lazy(language_name, str)


def site_languages() -> list[tuple[str, str]]:
    """Return the site's languages to choose from, by their codes."""
    return [(code, language_name(code)) for code, _name in settings.LANGUAGES]


def language_names() -> dict[str, str]:
    """Return the names of all languages by their codes; those of the site come first."""
    known = [code for code, info in LANG_INFO.items() if "name" in info]
    return {**dict(site_languages()), **{code: language_name(code) for code in (*known, *OTHERS)}}
