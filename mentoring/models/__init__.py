"""Mentoring, one model family a file."""

from mentoring.models.figures import KeptFigures
from mentoring.models.profile import Profile
from mentoring.models.request import Change, Request, Waiting
from mentoring.models.round import Round
from mentoring.models.safety import Block, Conflict
from mentoring.models.site_pages import DirectoryPage, MentoringPage
from mentoring.models.texts import Sentence
from mentoring.models.weights import Weights

__all__ = [
    "Block",
    "Change",
    "Conflict",
    "DirectoryPage",
    "KeptFigures",
    "MentoringPage",
    "Profile",
    "Request",
    "Round",
    "Sentence",
    "Waiting",
    "Weights",
]
