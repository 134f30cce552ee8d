"""Works that the tests of citing and of its formats share."""

from knowledgebase.citing.work import Kind, Organisation, PartialDate, Person, Work

HOXHA = Person("Hoxha", "Dhurata Ana", orcid="0000-0002-1825-0097")
CELA = Person("Çela", "Jean-Luc")
OURS = Organisation("D&E")

STUDY = Work(
    Kind.REPORT,
    "Modele të suksesshme të integrimit",
    "studimi-2026",
    authors=(OURS,),
    issued=PartialDate(2026, 8, 12),
    publisher="D&E",
    place="Tiranë",
    version="1.2",
    language="sq",
    url="https://portal.example/id/study",
    pdf_url="https://portal.example/study.pdf",
    licence="https://creativecommons.org/licenses/by/4.0/",
    abstract="Pse & si:\ntri bashki, 100% tekst shembull.",
    keywords=("strehim", "punësim"),
)
CHAPTER = Work(
    Kind.CHAPTER,
    "Strehimi kalimtar me mbështetje",
    "strehimi-2026",
    authors=(HOXHA, CELA),
    issued=PartialDate(2026, 8),
    container_title="Modele të suksesshme të integrimit",
    container_url="https://portal.example/id/study",
    publisher="D&E",
    language="sq",
    url="https://portal.example/id/chapter",
)
EDITED = Work(
    Kind.CHAPTER,
    "Is it enough?",
    "edited-2020",
    authors=(HOXHA,),
    editors=(Person("Prifti", "Ema"), Person("Rama", "Shpresa")),
    issued=PartialDate(2020),
    container_title="A Book",
    pages="12–34",
    edition="2",
    publisher="A House",
)
ARTICLE = Work(
    Kind.ARTICLE,
    "Effects of support",
    "article-2019",
    authors=tuple(Person(f"Name{number}", "Al Bo") for number in range(7)),
    issued=PartialDate(2019, 5),
    container_title="A Journal of Care",
    volume="12",
    issue="3",
    pages="1-10",
    doi="https://doi.org/10.1000/ABC_1",
)
UNDATED = Work(
    Kind.WEB,
    "Numri i ndihmës",
    "numri",
    accessed=PartialDate(2026, 5, 2),
    url="https://portal.example/a?b=1&c=%C3%AB",
)
MODEL = Work(
    Kind.WEB,
    "Strehim kalimtar",
    "strehim-kalimtar",
    authors=(OURS,),
    issued=PartialDate(2026, 8, 12),
    container_title="Modele integrimi",
    publisher="D&E",
    language="sq",
    url="https://portal.example/sq/id/model/",
)
ALL = (STUDY, CHAPTER, EDITED, ARTICLE, UNDATED, MODEL)
