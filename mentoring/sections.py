"""Mentoring's sections of the site."""

from mentoring.models import DirectoryPage, MentoringPage
from portal.section import Section

SECTIONS = [
    Section(
        MentoringPage,
        {"sq": "Mentorim", "en": "Mentoring"},
        {"sq": "mentorim", "en": "mentoring"},
    ),
    Section(
        DirectoryPage,
        {"sq": "Mentorët", "en": "Mentors"},
        {"sq": "mentoret", "en": "mentors"},
        MentoringPage,
    ),
]
