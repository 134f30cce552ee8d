"""What is kept elsewhere: where to read on, and the Istanbul Convention."""

from typing import Any

from portal.demo.words import T

READING_LIST: dict[str, Any] = {
    "title": T("Ku të lexoni më tej", "Where to read on"),
    "slug": T("ku-te-lexoni-me-tej", "where-to-read-on"),
    "summary": T(
        "Pak adresa të hapura ku gjenden ligjet shqiptare dhe mënyra si të tjerët i vlerësojnë"
        " dëshmitë.",
        "A few open addresses where Albanian laws are found, and how others rate evidence.",
    ),
    "kind": "link",
    "authors": "",
    "year": None,
    "publisher": "",
    "licence": "",
    "external_url": "https://www.college.police.uk/research/crime-reduction-toolkit",
    "themes": ["socio-economic-integration", "monitoring"],
    "needs": [],
    "body": [
        (
            "text",
            T(
                "<ul><li><a"
                ' href="https://www.college.police.uk/research/crime-reduction-toolkit">Paketa e'
                " College of Policing</a> (anglisht): si përdoret korniza EMMIE, me shembuj masash"
                " të vlerësuara.</li><li><a"
                ' href="https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit">Paketa'
                " e Education Endowment Foundation</a> (anglisht): kostoja, fortësia e dëshmive dhe"
                ' ndikimi, pranë njëra-tjetrës.</li><li><a href="https://qbz.gov.al">Qendra e'
                " Botimeve Zyrtare</a> (shqip): Fletorja Zyrtare dhe tekstet e ligjeve me"
                " ndryshimet e tyre.</li></ul><p>Për secilën kontrolloni datën: faqet ndryshojnë,"
                " ligjet ndryshohen.</p>",
                "<ul><li>The <a"
                ' href="https://www.college.police.uk/research/crime-reduction-toolkit">toolkit of'
                " the College of Policing</a> (English): how the EMMIE frame is used, with examples"
                " of rated measures.</li><li>The <a"
                ' href="https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit">toolkit'
                " of the Education Endowment Foundation</a> (English): cost, strength of evidence"
                ' and impact, side by side.</li><li>The <a href="https://qbz.gov.al">Official'
                " Publications Centre</a> (Albanian): the Official Gazette and the texts of laws"
                " with their amendments.</li></ul><p>Check the date of each: pages change, laws are"
                " amended.</p>",
            ),
        )
    ],
    "internal_note": "Tekst demonstrativ. Adresat duhen provuar para botimit.",
}

ISTANBUL_CONVENTION: dict[str, Any] = {
    "title": T("Konventa e Stambollit", "The Istanbul Convention"),
    "slug": T("konventa-e-stambollit", "istanbul-convention"),
    "summary": T(
        "Konventa e Këshillit të Evropës për parandalimin dhe luftën kundër dhunës ndaj grave dhe"
        " dhunës në familje, e hapur për nënshkrim në Stamboll më 11 maj 2011.",
        "The Council of Europe Convention on preventing and combating violence against women and"
        " domestic violence, opened for signature in Istanbul on 11 May 2011.",
    ),
    "kind": "law",
    "authors": "Council of Europe",
    "year": 2011,
    "publisher": T("Këshilli i Evropës", "Council of Europe"),
    "licence": "",
    "external_url": "https://rm.coe.int/168008482e",
    "themes": ["gender-based-violence"],
    "needs": ["legal-help", "psychosocial-support", "housing"],
    "body": [
        (
            "text",
            T(
                "<p>Teksti zyrtar në anglisht, te Këshilli i Evropës. Për punën me modelet e"
                " integrimit lexoni sidomos:</p><ul><li>nenin 18: bashkëpunimi mes institucioneve"
                " dhe mbështetja që nuk varet nga një padi;</li><li>nenin 20: shërbimet e"
                " përgjithshme, ndër to strehimi, ndihma financiare, arsimi dhe ndihma për të"
                " gjetur punë;</li><li>nenet 22 dhe 23: shërbimet e specializuara dhe"
                " strehat;</li><li>nenin 26: fëmijët dëshmitarë.</li></ul>",
                "<p>The official text in English, at the Council of Europe. For work with"
                " integration models read above all:</p><ul><li>Article 18: cooperation between"
                " institutions, and support that does not depend on a complaint;</li><li>Article"
                " 20: general services, among them housing, financial assistance, education and"
                " help in finding work;</li><li>Articles 22 and 23: specialist services and"
                " shelters;</li><li>Article 26: child witnesses.</li></ul>",
            ),
        )
    ],
    "internal_note": (
        "Përmbledhja e neneve është jona. Kontrolloni adresën dhe shtoni tekstin shqip kur të"
        " gjendet në një burim zyrtar."
    ),
}
