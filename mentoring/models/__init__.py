"""Mentoring, one model family a file."""

from mentoring.models.agreement import Agreement
from mentoring.models.feedback import PairFeedback
from mentoring.models.figures import KeptFigures
from mentoring.models.goal import Goal, GoalStep
from mentoring.models.message import Attachment, PairMessage, ReadMark
from mentoring.models.profile import Profile
from mentoring.models.report import Opening, Report
from mentoring.models.request import Change, Request, Waiting
from mentoring.models.round import Round
from mentoring.models.safety import Block, Conflict
from mentoring.models.session import Session, SessionNote
from mentoring.models.site_pages import DirectoryPage, MentoringPage
from mentoring.models.texts import Sentence
from mentoring.models.weights import Weights

__all__ = [
    "Agreement",
    "Attachment",
    "Block",
    "Change",
    "Conflict",
    "DirectoryPage",
    "Goal",
    "GoalStep",
    "KeptFigures",
    "MentoringPage",
    "Opening",
    "PairFeedback",
    "PairMessage",
    "Profile",
    "ReadMark",
    "Report",
    "Request",
    "Round",
    "Sentence",
    "Session",
    "SessionNote",
    "Waiting",
    "Weights",
]
