"""What each role may do with projects and municipalities."""

from portal.accounts.roles import Rights, Role
from projects.models import MunicipalityIndexPage, ProjectIndexPage

INDEXES = (ProjectIndexPage, MunicipalityIndexPage)

RIGHTS = {
    Role.EDITOR: Rights(pages=dict.fromkeys(INDEXES, ("add_page", "change_page"))),
    Role.COORDINATOR: Rights(
        pages=dict.fromkeys(INDEXES, ("change_page",)), collection="Koordinimi i projekteve"
    ),
}
