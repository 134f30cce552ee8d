"""What readers and editors must know of every demonstration resource."""

from typing import Any

from portal.demo.words import T

NOTICE = T(
    "Dokument demonstrativ: një fillim pune për t’u përshtatur, i pamiratuar nga asnjë"
    " institucion.",
    "Demonstration document: a start to be adapted, approved by no institution.",
)

FILE_NOTICE = T(
    "Dokument demonstrativ. Përshtateni me bashkinë tuaj, me ligjin në fuqi dhe me ata që do ta"
    " përdorin; asnjë institucion nuk e ka miratuar.",
    "Demonstration document. Adapt it to your municipality, to the law in force and to those who"
    " will use it; no institution has approved it.",
)

INTERNAL_NOTE = (
    "Dokument demonstrativ, i shkruar për portalin. Para botimit: një profesioniste ose"
    " profesionist e kontrollon përmbajtjen, dhe organizata konfirmon autorësinë, vitin dhe"
    " licencën."
)

# What all papers of our own have in common.
OURS: dict[str, Any] = {
    "notice": NOTICE,
    "authors": "D&E",
    "publisher": T("D&E", "D&E"),
    "year": 2026,
    "licence": "CC-BY-4.0",
    "internal_note": INTERNAL_NOTE,
}
