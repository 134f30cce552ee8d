"""The front page, and the sections of the site that belong to no other room."""

from home.models import HelpPage, HomePage, NewsIndexPage
from portal.section import Section

HOME = Section(HomePage, {"sq": "Kreu", "en": "Home"}, {"sq": "kreu", "en": "home"})
SECTIONS = [
    Section(
        NewsIndexPage,
        {"sq": "Njoftime", "en": "News"},
        {"sq": "njoftime", "en": "news"},
        in_menu=False,  # there is no room: the front page and the footer lead here
    ),
    Section(
        HelpPage,
        {"sq": "Kontakte të dobishme", "en": "Useful contacts"},
        {"sq": "kontakte-te-dobishme", "en": "useful-contacts"},
    ),
]
