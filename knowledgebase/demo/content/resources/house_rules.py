"""House rules of transitional housing, in Albanian."""

from typing import Any

from knowledgebase.demo.content.resources.notices import OURS
from portal.demo.words import T

HOUSE_RULES: dict[str, Any] = {
    **OURS,
    "title": T("Rregullat e shtëpisë në banesën tranzitore", "House rules of transitional housing"),
    "slug": T("rregullat-e-shtepise", "house-rules"),
    "summary": T(
        "Pak rregulla që mbrojnë sigurinë, dhe po aq premtime nga ana e ekipit. Lexohen bashkë"
        " ditën e parë.",
        "A few rules that serve safety, and as many promises by the team. To be read together on"
        " the first day.",
    ),
    "kind": "protocol",
    "themes": ["socio-economic-integration"],
    "needs": ["housing", "children"],
    "body": [
        (
            "text",
            T(
                "<p>Skedari është në shqip. Hartojeni variantin tuaj bashkë me banoret: një rregull"
                " që askush nuk di ta shpjegojë, hiqet.</p>",
                "<p>The file is in Albanian. Draw up your own version with the residents: a rule"
                " that nobody can explain is dropped.</p>",
            ),
        )
    ],
    "file": "pdf",
    "languages": ["sq"],
    "blocks": [
        (
            "text",
            (
                "Kjo është shtëpia juaj për aq kohë sa jetoni këtu. Rregullat janë të pakta dhe"
                " secila ka një arsye. Nëse njëra nuk ju përshtatet, flasim."
            ),
        ),
        ("heading", "Çfarë ju premtojmë"),
        (
            "list",
            [
                (
                    "Çelësi është i juaji. Trokasim dhe presim; hyjmë pa ju vetëm kur ka rrezik ose"
                    " kur jemi marrë vesh."
                ),
                "Nuk i tregojmë askujt se jetoni këtu, as kur na pyesin me emër.",
                "Takimet me ne janë të drejtë juaja. Banesa nuk varet prej tyre.",
                "E dini që ditën e parë deri kur është banesa, sa paguani dhe si ndryshon kjo.",
                (
                    "Askush nuk nxirret drejt rrezikut. Nëse diçka nuk shkon, kërkojmë bashkë një"
                    " zgjidhje dhe ju jepet kohë."
                ),
            ],
        ),
        ("heading", "Çfarë ju kërkojmë"),
        (
            "table",
            {
                "headers": ("Rregulli", "Arsyeja"),
                "rows": [
                    (
                        (
                            "Adresa nuk i jepet askujt, as në rrjete sociale; vendndodhja në"
                            " telefon mbahet e fikur."
                        ),
                        "Ju mbron ju, fëmijët dhe fqinjët.",
                    ),
                    (
                        "Për vizitat merremi vesh më parë.",
                        "Që askush të mos sjellë rrezik pa dashje.",
                    ),
                    ("Dera e jashtme mbyllet gjithmonë.", "Siguria e secilës varet prej saj."),
                    ("Në banesë nuk ka dhunë, armë a drogë.", "Që të gjithë të ndihen të sigurt."),
                    (
                        "Na tregoni nëse mungoni më shumë se një natë.",
                        "Që të mos shqetësohemi; nuk duhet të thoni ku.",
                    ),
                    (
                        (
                            "Pjesa juaj e qirasë paguhet sipas marrëveshjes; nëse nuk mundeni, na"
                            " thoni para afatit."
                        ),
                        "Që ta zgjidhim pa borxh.",
                    ),
                ],
            },
        ),
        ("heading", "Fëmijët"),
        (
            "text",
            (
                "Luajnë, qeshin dhe bëjnë zhurmë: është edhe shtëpia e tyre. Flisni me ta për"
                " adresën me fjalë që i kuptojnë; ne ndihmojmë."
            ),
        ),
        ("heading", "Nëse diçka nuk shkon"),
        (
            "text",
            (
                "Ankohuni tek ne ose te një person jashtë ekipit: … Telefoni: … Ankesa nuk ndikon"
                " te banesa. Në rrezik thirrni 129."
            ),
        ),
        ("heading", "Marrëveshja"),
        ("text", "E lexuam bashkë më datë … Banorja: … Për ekipin: …"),
    ],
}
