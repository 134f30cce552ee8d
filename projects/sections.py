"""The projects' sections of the site."""

from portal.section import Section
from projects.models import MunicipalityIndexPage, ProjectIndexPage

SECTIONS = [
    Section(
        ProjectIndexPage,
        {"sq": "Projekte", "en": "Projects"},
        {"sq": "projekte", "en": "projects"},
    ),
    Section(
        MunicipalityIndexPage,
        {"sq": "Bashki", "en": "Municipalities"},
        {"sq": "bashki", "en": "municipalities"},
    ),
]
