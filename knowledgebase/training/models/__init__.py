"""Training, one model family a file."""

from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.cohort import (
    Attendance,
    Cohort,
    CohortMessage,
    CohortTrainer,
    LiveSession,
)
from knowledgebase.training.models.completion import Completion, Concession, Evaluation
from knowledgebase.training.models.figures import KeptFigures
from knowledgebase.training.models.learning import Enrolment, HandedIn, LessonProgress, Note
from knowledgebase.training.models.lesson import LessonPage
from knowledgebase.training.models.module import ModulePage, TaughtModel
from knowledgebase.training.models.programme import ProgrammePage, TrainingPage
from knowledgebase.training.models.quiz import QuizPage

__all__ = [
    "Attempt",
    "Attendance",
    "Cohort",
    "CohortMessage",
    "CohortTrainer",
    "Completion",
    "Concession",
    "Enrolment",
    "Evaluation",
    "HandedIn",
    "KeptFigures",
    "LessonPage",
    "LessonProgress",
    "LiveSession",
    "ModulePage",
    "Note",
    "ProgrammePage",
    "QuizPage",
    "TaughtModel",
    "TrainingPage",
]
