"""The section of the site that training programmes stand in."""

from knowledgebase.models import KnowledgeBasePage
from knowledgebase.training.models import TrainingPage
from portal.section import Section

SECTIONS = [
    Section(
        TrainingPage,
        {"sq": "Trajnime", "en": "Training"},
        {"sq": "trajnime", "en": "training"},
        KnowledgeBasePage,
    ),
]
