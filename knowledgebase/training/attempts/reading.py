"""Reads answers from a form: each field is called after its question, and what is placed in it.

`q-<question>` for one answer or several, `q-<question>-<item>` for each item that is put somewhere.
"""

from typing import Any

from django.http import QueryDict

from knowledgebase.training.attempts.frozen import Frozen

PREFIX = "q-"


def answers_in(sent: QueryDict, frozen: Frozen) -> dict[str, Any]:
    """Return what was sent by the ids of the questions; what was never asked is kept as it is."""
    found: dict[str, Any] = {}
    known: set[str] = set()
    for question in frozen.questions:
        name = f"{PREFIX}{question.id}"
        if question.kind in ("matching", "ordering"):
            names = {item: f"{name}-{item}" for item in question.shown}
            known.update(names.values())
            if any(each in sent for each in names.values()):
                found[question.id] = {item: sent.get(each, "") for item, each in names.items()}
        elif question.kind == "multiple":
            known.add(name)
            # No browser sends boxes that are not ticked; `asked` says that they were there.
            if name in sent or question.id in sent.getlist("asked"):
                found[question.id] = sent.getlist(name)
        else:
            known.add(name)
            if name in sent or question.id in sent.getlist("asked"):
                found[question.id] = sent.get(name, "")
    others = (name for name in sent if name.startswith(PREFIX) and name not in known)
    return found | {name.removeprefix(PREFIX): sent[name] for name in others}
