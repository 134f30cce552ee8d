"""Monitoring sheet, in Albanian."""

from typing import Any

from knowledgebase.demo.content.resources.notices import OURS
from portal.demo.words import T

MONITORING_SHEET: dict[str, Any] = {
    **OURS,
    "title": T("Fletë monitorimi për një model", "Monitoring sheet for a model"),
    "slug": T("flete-monitorimi", "monitoring-sheet"),
    "summary": T(
        "Pak tregues, çdo tre muaj, me vlerë bazë dhe vlerë të synuar që i cakton bashkia; dhe tri"
        " pyetje për të mbijetuarat.",
        "A few indicators every three months, with a baseline and a target set by the municipality;"
        " and three questions for survivors.",
    ),
    "kind": "form",
    "themes": ["monitoring"],
    "needs": ["economic-support", "employment"],
    "body": [
        (
            "text",
            T(
                "<p>Skedari është në shqip. Mblidhni vetëm atë që do ta përdorni. Numrat e vegjël"
                " (nën pesë) nuk botohen: në një bashki të vogël ata tregojnë njerëz.</p>",
                "<p>The file is in Albanian. Gather only what you will use. Small numbers (below"
                " five) are not published: in a small municipality they point to people.</p>",
            ),
        )
    ],
    "file": "docx",
    "languages": ["sq"],
    "blocks": [
        ("heading", "Për çfarë flitet"),
        (
            "table",
            {
                "headers": ("E dhëna", "Shënim"),
                "rows": [
                    ("Modeli", ""),
                    ("Bashkia", ""),
                    ("Periudha (tre muaj)", ""),
                    ("Plotësuar nga", ""),
                ],
            },
        ),
        ("heading", "Treguesit"),
        (
            "table",
            {
                "headers": ("Treguesi", "Vlera bazë", "Vlera e synuar", "Kjo periudhë"),
                "rows": [
                    (indicator, "", "", "")
                    for indicator in (
                        "Gra që e nisën modelin me dëshirën e tyre",
                        "Gra me plan individual të rishikuar në afat",
                        "Ditë nga kërkesa deri te përgjigjja e parë (mesatarja)",
                        "Hapa të planeve të bëra në afat, në përqind",
                        "Gra që e ndalën, dhe arsyeja që dhanë vetë",
                        "Incidente sigurie të lidhura me modelin",
                    )
                ],
            },
        ),
        ("heading", "Çfarë thonë të mbijetuarat"),
        ("text", "Pyeten me dëshirë, pa emër, nga dikush që nuk vendos për mbështetjen e tyre."),
        (
            "list",
            [
                "A ndiheni më e sigurt se para tre muajsh?",
                "A vendosët ju vetë për hapat e planit?",
                "Çfarë duhet të bëjmë ndryshe?",
            ],
        ),
        ("heading", "Çfarë vendosim"),
        (
            "table",
            {
                "headers": ("Çfarë ndryshojmë", "Kush", "Deri kur"),
                "rows": [("", "", "") for _row in range(3)],
            },
        ),
        (
            "text",
            (
                "Ruajtja: fleta nuk përmban emra, adresa ose data lindjeje. Shifrat nën pesë"
                " shënohen “më pak se 5” kur dalin nga zyra."
            ),
        ),
    ],
}
