"""The needs that models and resources answer."""

from portal.demo.words import T

NEEDS: dict[str, T] = {
    "housing": T("Strehim", "Housing"),
    "employment": T("Punësim", "Employment"),
    "psychosocial-support": T("Mbështetje psikosociale", "Psychosocial support"),
    "legal-help": T("Ndihmë juridike", "Legal aid"),
    "children": T("Fëmijët", "Children"),
    "economic-support": T("Mbështetje ekonomike", "Economic support"),
}
