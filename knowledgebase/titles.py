"""What the sections of our pages are called: one list for the screen and for paper."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

GLANCE = {
    "needs": _("Needs"),
    "cost": _("Cost"),
    "strength": _("Strength of evidence"),
    "impact": _("Impact"),
    "duration": _("Duration"),
    "size": _("Smallest municipality"),
}
MODEL = {
    **GLANCE,
    "aim": _("Aim"),
    "audience": _("Who it is for"),
    "components": _("What it consists of"),
    "delivery": _("How it is delivered"),
    "staffing": _("Who does the work"),
    "cost_note": _("What the cost includes"),
    "legal_basis": _("Legal basis"),
    "used_in": _("Where it has been used"),
    "partners": _("Partners"),
    "findings": _("What we know"),
    "steps": _("Steps to start"),
    "risks": _("Risks and safeguards"),
    "fit": _("Could it work in your municipality?"),
    "linked": _("To go on with"),
    "contact": _("Contact"),
}
# A comparison names risks and conditions, and says no more of them.
COMPARISON = {
    **MODEL,
    "page": _("Models side by side"),
    "conditions": _("Conditions"),
    "risks": _("Risks"),
}
STUDY = {
    "in_short": _("For those in a hurry"),
    "contents": _("Contents"),
    "method": _("How we did it"),
    "figures": _("List of figures"),
    "tables": _("List of tables"),
    "versions": _("Versions"),
}


def spoken(titles: Mapping[str, Any]) -> dict[str, str]:
    """Return titles as text in the active language."""
    return {name: str(title) for name, title in titles.items()}
