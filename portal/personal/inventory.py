"""The inventory of what is held about people, in English, from what the apps say of it."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from portal.personal.held import Held, Named, all_held, all_named
from portal.rooms import modules

PATH = Path(settings.BASE_DIR) / "docs" / "personal-data.md"
HEAD = """# What is held about people

Made by `manage.py personal_data_inventory` from each app's module `personal_data`; do not edit.
Each person reads the same about themselves on the page “My data”, and decides there."""


def inventory() -> str:
    """Return the inventory as Markdown."""
    with override("en"):
        parts = [
            HEAD,
            "## Of people with an account",
            *map(_held, all_held()),
            "## In texts of the organisation\n\nEditors change these when somebody asks them to.",
            *map(_named, all_named()),
            "## About nobody\n\nTexts and files that say nothing of a person.",
            "\n".join(_nobody()),
        ]
    return "\n\n".join(parts) + "\n"


def _held(held: Held) -> str:
    links = ", ".join(f"`{link}`" for link in held.links)
    lines = {
        "Table": f"`{held.model}`" + (f", by {links}" if links else ""),
        "Holds": ", ".join(f"`{name}`" for name in held.fields),
        "Holds and hands out to nobody": ", ".join(f"`{name}`" for name in held.secret),
        "Purpose": held.purpose,
        "Ground": held.ground.label,
        "Kept": held.kept.text,
        "When the person is erased": held.stays or "deleted",
    }
    rows = [f"- {name}: {text}" for name, text in lines.items() if text]
    return "\n".join([f"### {held.name}", "", *rows])


def _named(named: Named) -> str:
    fields = [
        f"`{model}` {', '.join(f'`{name}`' for name in names.split())}"
        for model, names in named.fields.items()
    ]
    rows = {
        "Fields": "; ".join(fields),
        "Purpose": named.purpose,
        "Ground": named.ground.label,
        "Kept": named.kept,
    }
    return "\n".join([f"### {named.name}", "", *(f"- {a}: {b}" for a, b in rows.items())])


def _nobody() -> Iterator[str]:
    for room in modules("personal_data"):
        for reason, fields in getattr(room, "NOBODY", {}).items():
            for model, names in fields.items():
                listed = ", ".join(f"`{name}`" for name in names.split())
                yield f"- `{model}` {listed}: {reason}"
