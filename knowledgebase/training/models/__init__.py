"""Training, one model family a file."""

from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.learning import Enrolment, HandedIn, LessonProgress, Note
from knowledgebase.training.models.lesson import LessonPage
from knowledgebase.training.models.module import ModulePage, TaughtModel
from knowledgebase.training.models.programme import ProgrammePage, TrainingPage
from knowledgebase.training.models.quiz import QuizPage

__all__ = [
    "Attempt",
    "Enrolment",
    "HandedIn",
    "LessonPage",
    "LessonProgress",
    "ModulePage",
    "Note",
    "ProgrammePage",
    "QuizPage",
    "TaughtModel",
    "TrainingPage",
]
