"""Themes, places, groups and organisations that the demonstration's projects name."""

from typing import Any

from portal.demo.words import T

THEMES: dict[str, T] = {
    "socio-economic-integration": T("Integrim socio-ekonomik", "Socio-economic integration"),
    "gender-based-violence": T("Dhunë me bazë gjinore", "Gender-based violence"),
    "capacity-building": T("Ngritje kapacitetesh", "Capacity building"),
    "local-social-planning": T("Planifikim social vendor", "Local social planning"),
    "monitoring": T("Monitorim", "Monitoring"),
}

MUNICIPALITIES: dict[str, dict[str, Any]] = {
    "tirana": {"name": T("Tiranë", "Tirana"), "longitude": "19.818", "latitude": "41.328"},
    "elbasan": {"name": T("Elbasan", "Elbasan"), "longitude": "20.082", "latitude": "41.112"},
    "vlora": {"name": T("Vlorë", "Vlora"), "longitude": "19.489", "latitude": "40.468"},
}

CONSULTATION_GROUPS: dict[str, T] = {
    "roma-and-egyptian-communities": T(
        "Komunitetet rome dhe egjiptiane", "Roma and Egyptian communities"
    ),
    "victims-of-violence-and-trafficking": T(
        "Viktimat e dhunës me bazë gjinore dhe të trafikimit, si dhe fëmijët e tyre",
        "Victims of gender-based violence and of trafficking, and their children",
    ),
    "children-in-need-of-protection": T(
        "Fëmijët në nevojë për mbrojtje", "Children in need of protection"
    ),
    "persons-with-disabilities": T(
        "Personat me aftësi të kufizuara dhe pjesëtarë e pjesëtare të këtyre grupeve",
        "Persons with disabilities and members of those groups",
    ),
    "economically-disadvantaged-groups": T(
        "Grupet ekonomikisht të disfavorizuara", "Economically disadvantaged groups"
    ),
}

ORGANISATIONS: dict[str, dict[str, Any]] = {
    "un-joint-programme": {
        "name": T(
            "Programi i Përbashkët i OKB-së “Fund Dhunës ndaj Grave”",
            "United Nations Joint Programme “End Violence against Women in Albania”",
        ),
        "url": "",
        "logo": None,
        "logo_alt": None,
    },
    "swedish-government": {
        "name": T("Qeveria Suedeze", "Swedish Government"),
        "url": "https://www.government.se/",
        "logo": "swedish_flag",
        "logo_alt": T(
            "Flamuri i Suedisë: kryq i verdhë mbi sfond blu",
            "Flag of Sweden: a yellow cross on a blue field",
        ),
    },
    "undp": {
        "name": T("UNDP", "UNDP"),
        "url": "https://www.undp.org/albania",
        "logo": None,
        "logo_alt": None,
    },
    "un-women": {
        "name": T("UN Women", "UN Women"),
        "url": "https://www.unwomen.org/",
        "logo": None,
        "logo_alt": None,
    },
    "unfpa": {
        "name": T("UNFPA", "UNFPA"),
        "url": "https://www.unfpa.org/",
        "logo": None,
        "logo_alt": None,
    },
    "government-of-albania": {
        "name": T("Qeveria e Shqipërisë", "Government of Albania"),
        "url": "",
        "logo": None,
        "logo_alt": None,
    },
    "european-union": {
        "name": T("Bashkimi Evropian", "European Union"),
        "url": "https://european-union.europa.eu/",
        "logo": "european_flag",
        "logo_alt": T(
            "Flamuri i Evropës: rreth me dymbëdhjetë yje të artë mbi sfond blu",
            "Flag of Europe: a circle of twelve gold stars on a blue field",
        ),
    },
    "iris-network": {
        "name": T("Rrjeti IRIS", "IRIS network"),
        "url": "",
        "logo": None,
        "logo_alt": None,
    },
    "d-and-e": {"name": T("D&E", "D&E"), "url": "", "logo": None, "logo_alt": None},
}
