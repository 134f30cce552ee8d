"""Name, helplines, way out and footer of the demonstration."""

from typing import Any

from portal.demo.words import T

HELPLINES: list[dict[str, Any]] = [
    {
        "name": T("Emergjenca", "Emergency"),
        "number": "112",
        "is_emergency": True,
        "hours": T("24 orë", "24 hours"),
        "checked_on": None,
    },
    {
        "name": T("Policia e Shtetit", "State Police"),
        "number": "129",
        "is_emergency": True,
        "hours": T("24 orë", "24 hours"),
        "checked_on": None,
    },
    {
        "name": T(
            "Linja Kombëtare e Këshillimit për Gra dhe Vajza",
            "National Counselling Line for Women and Girls",
        ),
        "number": "116 117",
        "hours": T("24 orë, falas", "24 hours, free of charge"),
        "checked_on": None,
    },
    {
        "name": T(
            "ALO 116 – Linja Kombëtare e Ndihmës për Fëmijë",
            "ALO 116 – National Child Helpline",
        ),
        "number": "116 111",
        "hours": T("falas", "free of charge"),
        "checked_on": None,
    },
    {
        "name": T("Linja kundër trafikimit", "Anti-trafficking line"),
        "number": "116 006",
        "audience": T("viktimat e trafikimit", "victims of trafficking"),
        "checked_on": None,
    },
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
