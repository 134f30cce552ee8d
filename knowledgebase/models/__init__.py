"""The knowledge base, one model family a file."""

from knowledgebase.models.feedback import Feedback
from knowledgebase.models.glossary import GlossaryPage
from knowledgebase.models.model import ModelLink, ModelPage
from knowledgebase.models.model_index import ModelIndexPage
from knowledgebase.models.paper import Paper
from knowledgebase.models.reference import Reference
from knowledgebase.models.resource import ResourceFile, ResourcePage
from knowledgebase.models.resource_index import ResourceIndexPage
from knowledgebase.models.section import KnowledgeBasePage
from knowledgebase.models.study import ChapterPage, StudyPage
from knowledgebase.models.term import GlossaryTerm

__all__ = [
    "ChapterPage",
    "Feedback",
    "GlossaryPage",
    "GlossaryTerm",
    "KnowledgeBasePage",
    "ModelIndexPage",
    "ModelLink",
    "ModelPage",
    "Paper",
    "Reference",
    "ResourceFile",
    "ResourceIndexPage",
    "ResourcePage",
    "StudyPage",
]
