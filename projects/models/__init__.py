"""Projects, one model family a file."""

from projects.models.index import ProjectIndexPage
from projects.models.municipality import MunicipalityIndexPage, MunicipalityPage
from projects.models.project import ProjectOrganisation, ProjectPage
from projects.models.update import ProjectUpdatePage

__all__ = [
    "MunicipalityIndexPage",
    "MunicipalityPage",
    "ProjectIndexPage",
    "ProjectOrganisation",
    "ProjectPage",
    "ProjectUpdatePage",
]
