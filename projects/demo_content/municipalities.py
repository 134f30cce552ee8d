"""The municipalities' own pages."""

from typing import Any

from portal.demo.words import T


def offices(municipality: T) -> list[dict[str, Any]]:
    """Return the kinds of office that help, with no number or address that nobody has checked."""
    at = T(f"Pranë {municipality.sq}", f"At the {municipality.en}")
    nearest = T(
        "Për zyrën më të afërt pyesni në bashki ose në polici.",
        "Ask the municipality or the police for the nearest office.",
    )
    return [
        {
            "kind": "coordinator",
            "name": T(
                "Koordinatori/ja vendor/e kundër dhunës në familje",
                "Local coordinator against domestic violence",
            ),
            "place": at,
            "checked_on": None,
        },
        {
            "kind": "social",
            "name": T("Shërbimet sociale të bashkisë", "Social services of the municipality"),
            "place": at,
            "checked_on": None,
        },
        {
            "kind": "police",
            "name": T("Policia e Shtetit", "State Police"),
            "number": "129",
            "checked_on": None,
        },
        {
            "kind": "legal_aid",
            "name": T("Ndihma juridike falas", "Free legal aid"),
            "place": nearest,
            "checked_on": None,
        },
    ]


MUNICIPALITY_NOTE = (
    "Tekst demonstrativ. Zyrat janë shënuar vetëm sipas llojit: adresat, numrat dhe oraret i "
    "plotëson dhe i kontrollon pika e kontaktit e bashkisë. Mos shënoni kurrë adresën e një "
    "strehëze."
)

MUNICIPALITY_PAGES: dict[str, dict[str, Any]] = {
    "municipality_tirana": {
        "municipality": "tirana",
        "title": T("Bashkia Tiranë", "Municipality of Tirana"),
        "slug": T("tirane", "tirana"),
        "summary": T(
            "Çfarë kemi bërë bashkë me Bashkinë Tiranë për integrimin e të mbijetuarave të dhunës "
            "dhe cilat zyra ndihmojnë këtu.",
            "What we have done with the Municipality of Tirana for the integration of survivors "
            "of violence, and which offices help here.",
        ),
        "body": [
            (
                "text",
                T(
                    "<p>Bashkia Tiranë ishte një nga tri bashkitë e projektit për "
                    '<a linktype="page" id="{project_models}">modelet e integrimit '
                    "socio-ekonomik</a>, nga gushti 2020 deri në dhjetor 2021.</p><p>Mbështetja "
                    "përfshinte planin e integrimit socio-ekonomik të bashkisë, kapacitetet e "
                    "atyre që e zbatojnë dhe monitorimin e tij.</p>",
                    "<p>The Municipality of Tirana was one of the three municipalities of the "
                    'project on <a linktype="page" id="{project_models}">models of socio-economic '
                    "integration</a>, from August 2020 to December 2021.</p><p>Support covered "
                    "the municipality’s socio-economic integration plan, the capacity of those "
                    "who carry it out, and its monitoring.</p>",
                ),
            ),
        ],
        "offices": offices(T("Bashkisë Tiranë", "Municipality of Tirana")),
        "internal_note": MUNICIPALITY_NOTE,
    },
    "municipality_elbasan": {
        "municipality": "elbasan",
        "title": T("Bashkia Elbasan", "Municipality of Elbasan"),
        "slug": T("elbasan", "elbasan"),
        "summary": T(
            "Puna jonë me Bashkinë Elbasan për modele të integrimit socio-ekonomik dhe zyrat që "
            "ndihmojnë këtu.",
            "Our work with the Municipality of Elbasan on models of socio-economic integration, "
            "and the offices that help here.",
        ),
        "body": [
            (
                "text",
                T(
                    "<p>Nga gushti 2020 deri në dhjetor 2021 Bashkia Elbasan mori pjesë në "
                    'projektin për <a linktype="page" id="{project_models}">modelet e integrimit '
                    "socio-ekonomik</a> bashkë me Tiranën dhe Vlorën.</p><p>Të tri bashkitë u "
                    "mbështetën që t’i njihnin modelet e suksesshme, t’i përshtatnin në nivel "
                    "vendor dhe ta ndiqnin zbatimin e tyre.</p>",
                    "<p>From August 2020 to December 2021 the Municipality of Elbasan took part "
                    'in the project on <a linktype="page" id="{project_models}">models of '
                    "socio-economic integration</a>, together with Tirana and Vlora.</p><p>All "
                    "three municipalities were supported in getting to know successful models, "
                    "adapting them to the local level and following how they are carried out.</p>",
                ),
            ),
        ],
        "offices": offices(T("Bashkisë Elbasan", "Municipality of Elbasan")),
        "internal_note": MUNICIPALITY_NOTE,
    },
    "municipality_vlora": {
        "municipality": "vlora",
        "title": T("Bashkia Vlorë", "Municipality of Vlora"),
        "slug": T("vlore", "vlora"),
        "summary": T(
            "Dy projekte në Vlorë: modelet e integrimit socio-ekonomik dhe Plani Social Vendor "
            "2024–2026, dhe zyrat që ndihmojnë këtu.",
            "Two projects in Vlora: models of socio-economic integration and the Local Social "
            "Plan 2024–2026, and the offices that help here.",
        ),
        "body": [
            (
                "text",
                T(
                    "<p>Me Bashkinë Vlorë kemi punuar në dy "
                    'projekte:</p><ul><li><a linktype="page" id="{project_models}">modelet e '
                    "integrimit socio-ekonomik</a> për të mbijetuarat e dhunës me bazë gjinore, "
                    "bashkë me Tiranën dhe "
                    'Elbasanin;</li><li><a linktype="page" id="{project_iris}">IRIS PROGRESS</a>, '
                    "me bashkinë si përfituese kryesore, për Planin Social Vendor 2024–2026 dhe "
                    "Strategjinë e tij të Monitorimit.</li></ul>",
                    "<p>We have worked with the Municipality of Vlora in two "
                    'projects:</p><ul><li><a linktype="page" id="{project_models}">models of '
                    "socio-economic integration</a> for survivors of gender-based violence, "
                    "together with Tirana and "
                    'Elbasan;</li><li><a linktype="page" id="{project_iris}">IRIS PROGRESS</a>, '
                    "with the municipality as main beneficiary, for the Local Social Plan "
                    "2024–2026 and its Monitoring Strategy.</li></ul>",
                ),
            ),
        ],
        "offices": offices(T("Bashkisë Vlorë", "Municipality of Vlora")),
        "internal_note": MUNICIPALITY_NOTE,
    },
}
