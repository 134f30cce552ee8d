"""The words and figures of the demonstration's projects and municipalities.

A link's `id="{key}"` names another demonstration page; `related` holds such keys too. Where the
sources give no fact, the text only describes how such work is organised, and the page's
internal note says so.
"""

from projects.demo_content.integration_models import PROJECT_MODELS
from projects.demo_content.iris import PROJECT_IRIS
from projects.demo_content.municipalities import MUNICIPALITY_PAGES
from projects.demo_content.terms import CONSULTATION_GROUPS, MUNICIPALITIES, ORGANISATIONS, THEMES

PROJECTS = {"project_models": PROJECT_MODELS, "project_iris": PROJECT_IRIS}

__all__ = [
    "CONSULTATION_GROUPS",
    "MUNICIPALITIES",
    "MUNICIPALITY_PAGES",
    "ORGANISATIONS",
    "PROJECTS",
    "THEMES",
]
