"""The words of the demonstration's front page, furniture and standard pages.

A link's `id="{key}"` and every `page` name another demonstration page by its key. Addresses,
e-mail and whatever is described without a source are demonstration text, as the notes say.
"""

from home.demo_content.front import HOME, INDEX_PAGES
from home.demo_content.furniture import FURNITURE
from home.demo_content.help import HELP
from home.demo_content.organisation import ABOUT, ACCESSIBILITY
from home.demo_content.reader import COOKIES, PRIVACY, SAFETY

STANDARD_PAGES = {
    "about": ABOUT,
    "safety": SAFETY,
    "accessibility": ACCESSIBILITY,
    "privacy": PRIVACY,
    "cookies": COOKIES,
}

__all__ = ["FURNITURE", "HELP", "HOME", "INDEX_PAGES", "STANDARD_PAGES"]
