"""A quiz with a question of every kind, and how to answer it."""

from typing import Any

from knowledgebase.training.attempts.frozen import Frozen, Question

OPTIONS = [
    {"text": "Po", "is_right": True, "feedback": "Sepse po."},
    {"text": "Jo", "is_right": False, "feedback": "Sepse jo."},
    {"text": "Ndoshta", "is_right": False, "feedback": "Shihni mësimin."},
]
TWO_RIGHT = [*OPTIONS, {"text": "Gjithashtu", "is_right": True, "feedback": "Edhe kjo."}]
SINGLE = ("single", {"text": "Një?", "marks": 1, "options": OPTIONS})
MULTIPLE = ("multiple", {"text": "Disa?", "marks": 2, "options": TWO_RIGHT})
TRUE_FALSE = (
    "true_false",
    {"text": "E vërtetë?", "marks": 1, "is_true": True, "explanation": "E."},
)
MATCHING = (
    "matching",
    {
        "text": "Çiftet?",
        "marks": 2,
        "pairs": [{"left": "129", "right": "policia"}, {"left": "112", "right": "urgjenca"}],
        "explanation": "Numrat.",
    },
)
ORDERING = (
    "ordering",
    {
        "text": "Radha?",
        "marks": 3,
        "items": ["Dëgjoni", "Vlerësoni rrezikun", "Planifikoni"],
        "explanation": "Së pari dëgjoni.",
    },
)
SHORT = (
    "short_text",
    {"text": "Kush?", "marks": 1, "accepted": ["bashkia"], "explanation": "Bashkia."},
)
SCENARIO = ("scenario", {"situation": "<p>Ajo vjen.</p>", "questions": [SINGLE, SHORT]})
ALL = [SINGLE, MULTIPLE, TRUE_FALSE, MATCHING, ORDERING, SHORT, SCENARIO]


def pool(*questions: Any, draw: int | None = None) -> tuple[str, dict[str, Any]]:
    """Return a group of questions for the field of a quiz."""
    return (
        "pool",
        {"title": "Grupi", "objective": 1, "draw": draw, "questions": list(questions)},
    )


def right_answer(question: Question) -> Any:
    """Return the answer that earns all marks."""
    return question.right["sq"][0] if question.kind == "short_text" else question.right


def right_answers(frozen: Frozen) -> dict[str, Any]:
    """Return all answers that earn all marks."""
    return {question.id: right_answer(question) for question in frozen.questions}


def as_form(answers: dict[str, Any]) -> dict[str, Any]:
    """Return answers as a browser sends them."""
    fields: dict[str, Any] = {}
    for id_, answer in answers.items():
        if isinstance(answer, dict):
            fields |= {f"q-{id_}-{item}": place for item, place in answer.items()}
        else:
            fields[f"q-{id_}"] = answer
    return fields
