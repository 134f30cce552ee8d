"""Which section of the guide is about which part of a form.

A part is known by its form, the model's name as `app.model`, and by its first field.
"""

import re
from functools import cache
from typing import Any

from django.utils.translation import get_language

from portal.guide.chapters import address_of, section_words

# Patterns of whole names; the first line that fits counts.
ABOUT = (
    ("furniture.furniture", "name", "lists#organisation"),
    ("furniture.furniture", "leave_url", "lists#safety"),
    ("furniture.furniture", "helplines", "lists#helplines"),
    ("furniture.furniture", "alerts", "readers#alerts"),
    ("furniture.furniture", ".*", "lists#footer"),
    ("terms.municipality", "longitude|inhabitants", "lists#municipalities"),
    ("terms.organisation", "url|logo", "lists#organisations"),
    ("terms.*", ".*", "lists#terms"),
    ("enquiries.subject", ".*", "lists#subjects"),
    ("comments.cannedreply", ".*", "lists#replies"),
    ("comments.commentsettings", ".*", "lists#comments"),
    ("accounts.signup", ".*", "lists#accounts"),
    ("portal_search.bestbet", ".*", "lists#best-bets"),
    ("portal_search.synonymset", ".*", "lists#synonyms"),
    ("portal_search.crylist", ".*", "lists#cries"),
    ("knowledgebase.glossaryterm", ".*", "lists#glossary"),
    ("knowledgebase.reference", ".*", "lists#references"),
    # From here on pages.
    (".*", "title|subtitle|summary", "forms#title"),
    (".*", "slug", "forms#address"),
    (".*", "show_in_menus", "forms#menu"),
    (".*", "reviewed_on|review_by", "write#check-again"),
    (".*", "internal_note", "forms#note"),
    (".*", "notice", "forms#notice"),
    (".*", "comments_closed", "forms#comments"),
    (".*", "cover", "forms#cover"),
    (".*", "authors|licence", "forms#libraries"),
    (".*", "municipalities|themes|needs|consultation_groups|related", "forms#about"),
    ("training.quizpage", ".*", "kinds#quizzes"),
    ("training.programmepage", "hours|is_.*|needs_.*|accrediting_body", "kinds#rules"),
    ("training.lessonpage", "notes_for_trainers", "kinds#trainers"),
    ("home.homepage", "body", "kinds#home"),
    ("home.standardpage", "body", "kinds#organisation"),
    (".*", "body", "forms#body"),
    ("training.*", ".*", "kinds#training"),
    ("projects.projectpage", "funding_statement", "kinds#funding"),
    ("projects.projectpage", "documents", "pictures#documents"),
    ("projects.projectpage", ".*", "kinds#projects"),
    ("projects.projectupdatepage|home.newspage", ".*", "kinds#news"),
    ("projects.municipalitypage", ".*", "kinds#municipalities"),
    ("knowledgebase.modelpage", "smallest_size|conditions", "kinds#transfer"),
    (
        "knowledgebase.modelpage",
        "cost|impact|ratings_are_examples|effect|mechanism|moderators|implementation|economics",
        "kinds#evidence",
    ),
    ("knowledgebase.modelpage", ".*", "kinds#models"),
    ("knowledgebase.(study|chapter)page", ".*", "kinds#study"),
    ("knowledgebase.resourcepage", ".*", "kinds#resources"),
    ("home.contactpage", ".*", "kinds#contact"),
)


def section_about(panel: Any) -> str:
    """Return the place in the guide of a bound panel, nothing where it says nothing."""
    definition = panel.panel
    return find(definition.model._meta.label_lower, first_field(definition))


def first_field(panel: Any) -> str:
    """Return the name of a panel's field or relation, or of the first one in it."""
    names = (getattr(panel, name, None) for name in ("field_name", "relation_name"))
    own = next(filter(None, names), "")
    inner = (first_field(each) for each in getattr(panel, "children", ()))
    return own or next(filter(None, inner), "")


@cache
def find(form: str, field: str) -> str:
    """Return the place in the guide of a field of a form."""
    found = (
        section
        for forms, fields, section in ABOUT
        if re.fullmatch(forms, form) and re.fullmatch(fields, field)
    )
    return next(found, "")


def link_to(section: str) -> dict[str, str]:
    """Return address and words of a place in the guide, in the language of the admin."""
    if not section:
        return {}
    words = section_words(get_language() or "")[section]
    return {"address": address_of(f"chapter:{section}"), "words": words}
