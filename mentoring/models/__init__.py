"""Mentoring, one model family a file."""

from mentoring.models.feedback import FeedbackFigures, PairFeedback
from mentoring.models.goal import Goal, GoalStep
from mentoring.models.profile import Profile
from mentoring.models.request import Change, Request, Waiting
from mentoring.models.round import Round
from mentoring.models.safety import Block, Conflict
from mentoring.models.session import Session, SessionNote
from mentoring.models.site_pages import DirectoryPage, MentoringPage
from mentoring.models.weights import Weights

__all__ = [
    "Block",
    "Change",
    "Conflict",
    "DirectoryPage",
    "FeedbackFigures",
    "Goal",
    "GoalStep",
    "MentoringPage",
    "PairFeedback",
    "Profile",
    "Request",
    "Round",
    "Session",
    "SessionNote",
    "Waiting",
    "Weights",
]
