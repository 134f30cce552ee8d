"""A module with everything in it that can be printed, and its papers read as text."""

import re
from typing import Any

from wagtail_localize.models import TranslationSource

from knowledgebase.papers.documents import document
from knowledgebase.papers.subjects import Sheet, Subject
from knowledgebase.training.models import LessonPage, ModulePage
from portal.paper.compile import make_pdf
from portal.paper.tree import Document
from portal.translation_records import publish_translation
from tests.portal.paper import poppler
from tests.training import quizzes
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)

CHECK = {
    "question": "Kush e kërkon?",
    "options": [
        {"text": "Ajo vetë", "is_right": True, "feedback": "Po, ajo e vendos."},
        {"text": "Askush", "is_right": False, "feedback": "Shihni ligjin."},
    ],
}
CASE = {
    "title": "Te sporteli",
    "scenes": [
        {
            "text": "<p>Ajo vjen në bashki.</p>",
            "choices": [
                {"text": "Dëgjoj", "outcome": "Ajo tregon.", "scene": 2},
                {"text": "E dërgoj tjetërkund", "outcome": "Ajo ikën.", "scene": None},
            ],
        },
        {
            "text": "<p>Ajo ka nevojë për strehim.</p>",
            "choices": [
                {"text": "Telefonoj strehëzën", "outcome": "Ka vend.", "scene": None},
                {"text": "Pres", "outcome": "Rreziku rritet.", "scene": None},
            ],
        },
    ],
}
BODY = [
    ("heading", "Tri gjëra"),
    ("text", "<p>Një tekst me <b>peshë</b>.</p>"),
    ("quote", {"text": "Fjalë të çmuara.", "source": "Dikush"}),
    ("callout", {"kind": "warning", "title": "Kujdes", "text": "<p>Ruhuni.</p>"}),
    ("accordion", {"items": [{"title": "Tema", "text": "<p>E palosur.</p>"}]}),
    ("table", {"caption": "Një tabelë", "headers": ["Koka"], "rows": [["Qeliza"]]}),
    ("check", CHECK),
    ("case", CASE),
    ("reflection", {"prompt": "Çfarë bëtë?"}),
    ("checklist", {"title": "Para takimit", "items": ["Dhoma", "Koha"]}),
    ("assignment", {"title": "Harta e shërbimeve", "text": "<p>Vizatoni hartën.</p>"}),
]
NOTES = "<p>Punoni në dyshe.</p>"
# What nobody but trainers may read, in any part of a file.
FOR_TRAINERS = ("Po, ajo e vendos.", "Shihni ligjin.", "Punoni në dyshe.", "Shënim i brendshëm")
ANSWERS = ("Sepse po.", "Sepse jo.", "Numrat.", "Së pari dëgjoni.", "Bashkia.")
IN_ENGLISH = {
    "Programi": "Programme",
    "Moduli": "The module",
    "Të dëgjoni": "To listen",
    "Mësimi i parë": "The first lesson",
    "Një tekst me <b>peshë</b>.": "A text that <b>matters</b>.",
    "Kush e kërkon?": "Who asks for it?",
    "Punoni në dyshe.": "Work in pairs.",
    "Kuizi": "The quiz",
    "Ajo vjen.": "She comes.",
    "Sepse jo.": "Because not.",
    "bashkia": "municipality",
}


def make_module(**fields: Any) -> ModulePage:
    """Return a module with a lesson in which everything stands, and a quiz with every question."""
    programme = ProgrammePageFactory(title="Programi")
    values = {"objectives": [("objective", "Të dëgjoni")], "summary": "Përmbledhja.", **fields}
    module = ModulePageFactory(parent=programme, title="Moduli", slug="moduli", **values)
    LessonPageFactory(
        parent=module,
        title="Mësimi i parë",
        slug="mesimi",
        body=BODY,
        notes_for_trainers=NOTES,
        internal_note="Shënim i brendshëm",
    )
    pools = [quizzes.pool(*quizzes.ALL, draw=1)]
    QuizPageFactory(parent=module, title="Kuizi", slug="kuizi", pools=pools)
    return ModulePage.objects.get(pk=module.pk)


def lesson_of(module: ModulePage) -> LessonPage:
    """Return its first lesson."""
    return LessonPage.objects.child_of(module).first()


def translate(module: ModulePage, english: Any, publish: Any) -> None:
    """Translate programme, module and lesson, but no quiz."""
    for page in (module.get_parent().specific, module, lesson_of(module)):
        translate_page(page, english, publish)


def translate_page(page: Any, english: Any, publish: Any) -> None:
    """Translate a page; a text without a translation of its own is marked as English."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    rows = source.stringsegment_set.values_list("context__path", "string__data")
    words = [
        (text, f"{text}-en" if path == "slug" else IN_ENGLISH.get(text, f"{text} EN"))
        for path, text in rows
    ]
    publish(publish_translation, page, english, words)


def written(module: ModulePage, sheet: Sheet | None = None, language: str = "sq") -> Document:
    """Return the paper of a module before it is set."""
    return document(Subject(language, (module.translation_key,), sheet), lambda parts: None)


def read(pdf: bytes, folder: Any) -> str:
    """Return everything that can be read in a PDF: its text, tags, metadata and links."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    parts = [
        poppler("pdftotext", file, "-"),
        poppler("pdfinfo", "-struct-text", file),
        poppler("pdfinfo", "-meta", file),
        poppler("pdfinfo", "-url", file),
        poppler("pdfinfo", file),
    ]
    assert poppler("pdfdetach", "-list", file).startswith("0 embedded files")
    return re.sub(r"\s+", " ", "\n".join(parts).replace("\u200b", "").replace("\u00a0", " "))


def printed(module: ModulePage, folder: Any, sheet: Sheet | None = None, language="sq") -> str:
    """Return everything that can be read in the paper of a module."""
    return read(make_pdf(written(module, sheet, language)), folder)
