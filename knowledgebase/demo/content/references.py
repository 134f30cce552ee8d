"""Works that the demonstration cites; an editor must check each against the work itself.

What was not certain (full dates of laws, numbers of the official gazette, ISBN) is left empty.
"""

from typing import Any

from knowledgebase.models.reference import ReferenceKind


def law(title: str, year: int) -> dict[str, Any]:
    """Return a law of the Republic of Albania."""
    return {
        "kind": ReferenceKind.LAW,
        "authors": "Kuvendi i Republikës së Shqipërisë",
        "title": title,
        "year": year,
        "container": "Fletorja Zyrtare",
        "language": "sq",
    }


REFERENCES: dict[str, dict[str, Any]] = {
    "coe-2011": {
        "kind": ReferenceKind.LAW,
        "authors": "Council of Europe",
        "title": (
            "Council of Europe Convention on preventing and combating violence against women and "
            "domestic violence"
        ),
        "year": 2011,
        "container": "Council of Europe Treaty Series",
        "volume": "210",
        "place": "Istanbul",
        "language": "en",
        "url": (
            "https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=210"
        ),
    },
    "college-of-policing-toolkit": {
        "kind": ReferenceKind.WEB,
        "authors": "College of Policing",
        "title": "Crime reduction toolkit",
        "language": "en",
        "url": "https://www.college.police.uk/research/crime-reduction-toolkit",
    },
    "eef-toolkit": {
        "kind": ReferenceKind.WEB,
        "authors": "Education Endowment Foundation",
        "title": "Teaching and Learning Toolkit",
        "language": "en",
        "url": (
            "https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit"
        ),
    },
    "johnson-2015": {
        "kind": ReferenceKind.ARTICLE,
        "authors": "Johnson, Shane D.\nTilley, Nick\nBowers, Kate J.",
        "title": (
            "Introducing EMMIE: an evidence rating scale to encourage mixed-method crime "
            "prevention synthesis reviews"
        ),
        "year": 2015,
        "container": "Journal of Experimental Criminology",
        "volume": "11",
        "issue": "3",
        "pages": "459–473",
        "language": "en",
        "doi": "10.1007/s11292-015-9238-7",
    },
    "law-9669-2006": law(
        "Ligji nr. 9669/2006 “Për masa ndaj dhunës në marrëdhëniet familjare”", 2006
    ),
    "law-139-2015": law("Ligji nr. 139/2015 “Për vetëqeverisjen vendore”", 2015),
    "law-65-2016": law(
        "Ligji nr. 65/2016 “Për ndërmarrjet sociale në Republikën e Shqipërisë”", 2016
    ),
    "law-121-2016": law(
        "Ligji nr. 121/2016 “Për shërbimet e kujdesit shoqëror në Republikën e Shqipërisë”", 2016
    ),
    "law-111-2017": law("Ligji nr. 111/2017 “Për ndihmën juridike të garantuar nga shteti”", 2017),
    "law-22-2018": law("Ligji nr. 22/2018 “Për strehimin social”", 2018),
    "law-15-2019": law("Ligji nr. 15/2019 “Për nxitjen e punësimit”", 2019),
    "un-women-2015": {
        "kind": ReferenceKind.REPORT,
        "authors": "UN Women\nUNFPA\nWHO\nUNDP\nUNODC",
        "title": (
            "Essential services package for women and girls subject to violence: core elements and "
            "quality guidelines"
        ),
        "year": 2015,
        "language": "en",
    },
}
