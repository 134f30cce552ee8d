"""Project pages may name whom to ask, and those who took part."""

from django.utils.translation import gettext_lazy as _

from portal.personal.held import WITH_CONTENT, Ground, Named

NAMED = [
    Named(
        name=_("Project pages: contacts and participants"),
        purpose=_("to publish what the organisation does, and with whom"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT.text,
        fields={
            "projects.ProjectPage": "contact body summary internal_note aim pillars results "
            "beneficiaries documents related cover_alt",
            "projects.ProjectUpdatePage": "body summary internal_note",
            "projects.ProjectIndexPage": "summary internal_note",
            "projects.MunicipalityIndexPage": "summary internal_note",
            "projects.MunicipalityPage": "offices body summary internal_note",
        },
    ),
]
NOBODY = {
    "titles, durations, words of donors": {
        "projects.ProjectPage": "official_title duration_stated funding_statement disclaimer "
        "hashtags",
    },
}
