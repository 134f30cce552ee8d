"""Organisations with a role in a project, in the visitor's language."""

from portal.media.models import Image
from portal.media.pictures import prefetch_pictures
from portal.readable import readable
from portal.terms.models import Organisation
from portal.terms.rows import term_rows
from projects.models.project import ProjectOrganisation, ProjectPage
from projects.parts import Participant


def all_participants() -> list[Participant]:
    """Return every organisation with a role in a project that anybody may read, each once."""
    projects = ProjectPage.objects.filter(readable())
    roles = ProjectOrganisation.objects.filter(page__in=projects)
    terms = term_rows({Organisation: roles.values("organisation__translation_key")})
    logo_ids = {term.logo_id for term in terms["organisation"] if term.logo_id}
    logos = Image.objects.shown().in_bulk(logo_ids)
    prefetch_pictures(logos.values())
    return [Participant(term, logos.get(term.logo_id)) for term in terms["organisation"]]
