"""The knowledge base's sections of the site."""

from knowledgebase.models import (
    GlossaryPage,
    KnowledgeBasePage,
    ModelIndexPage,
    ResourceIndexPage,
)
from portal.section import Section

SECTIONS = [
    Section(
        KnowledgeBasePage,
        {"sq": "Baza e njohurive", "en": "Knowledge base"},
        {"sq": "baza-e-njohurive", "en": "knowledge-base"},
    ),
    Section(
        ModelIndexPage,
        {"sq": "Modele integrimi", "en": "Integration models"},
        {"sq": "modele-integrimi", "en": "integration-models"},
        KnowledgeBasePage,
    ),
    Section(
        ResourceIndexPage,
        {"sq": "Materiale", "en": "Resources"},
        {"sq": "materiale", "en": "resources"},
        KnowledgeBasePage,
    ),
    Section(
        GlossaryPage,
        {"sq": "Fjalorth", "en": "Glossary"},
        {"sq": "fjalorth", "en": "glossary"},
        KnowledgeBasePage,
    ),
]
