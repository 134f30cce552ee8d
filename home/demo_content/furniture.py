"""Name, helplines, way out and footer of the demonstration."""

from typing import Any

from portal.demo.words import T

HELPLINES: list[dict[str, Any]] = [
    {
        "name": T(
            "Linja kombëtare e këshillimit",
            "National counselling line",
        ),
        "number": "116 117",
        "audience": T("Gra dhe vajza", "Women and girls"),
        "hours": T("24 orë", "24 hours"),
        "checked_on": None,
    },
    {"name": T("Policia", "Police"), "number": "129", "checked_on": None},
    {
        "name": T("Linja kombëtare e ndihmës", "National helpline"),
        "number": "116 111",
        "audience": T("Fëmijë", "Children"),
        "checked_on": None,
    },
    {
        "name": T("Linja kundër trafikimit", "Anti-trafficking line"),
        "number": "116 006",
        "audience": T("Viktimat e trafikimit", "Victims of trafficking"),
        "checked_on": None,
    },
    {"name": T("Emergjenca", "Emergency"), "number": "112", "checked_on": None},
]

# The e-mail and the postal address are placeholders; the organisation enters its own.
FURNITURE: dict[str, Any] = {
    "name": T("D&E", "D&E"),
    "tagline": T(
        "Me bashkitë, për një mbështetje që zgjat", "With municipalities, for support that lasts"
    ),
    "neutral_title": T("Informacion", "Information"),
    "leave_url": "https://www.wikipedia.org/",
    "contact_email": T("info@example.org", "info@example.org"),
    "address": T("Tiranë, Shqipëri", "Tirana, Albania"),
    "helplines": HELPLINES,
    "funding_statement": T(
        "Kush e financon punën tonë, e thotë faqja e secilit projekt.",
        "Who funds our work is stated on the page of each project.",
    ),
    "footer_links": ["about", "safety", "accessibility", "privacy", "cookies"],
}
