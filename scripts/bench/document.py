"""docs/measured.md: each run replaces the sections that it measured, and leaves the others."""

from __future__ import annotations

import os
import platform
import re
from datetime import date
from pathlib import Path

from prepare import ROOT

RESULT = ROOT / "docs" / "measured.md"
INTRODUCTION = """# What was measured

`make bench` writes this file: between two marks stands what one run measured, and the next run of
the same kind replaces it. What stands elsewhere is not touched. Figures of one section come from
one run; only those should be compared. `make bench ARGS=pages`, `ARGS=mentoring` and `ARGS=search`
measure one part, `ARGS="search --pages 100000"` only the search page, on a larger site.
"""


def write(title: str, text: str) -> None:
    """Print a section and put it in the place of the one with the same title, or at the end."""
    section = f"{mark(title)}\n## {title}\n\n{machine()}\n\n{text.strip()}\n{mark('/' + title)}\n"
    print(f"\n{section}", flush=True)
    before = RESULT.read_text() if RESULT.exists() else INTRODUCTION
    old = re.compile(f"{re.escape(mark(title))}.*?{re.escape(mark('/' + title))}\n", re.DOTALL)
    if old.search(before):
        RESULT.write_text(old.sub(lambda _: section, before))
    else:
        RESULT.write_text(f"{before}\n{section}")


def mark(name: str) -> str:
    return f"<!-- make bench: {name} -->"


def machine() -> str:
    """Return the day, and what the figures depend on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return (
        f"{date.today().isoformat()}, {os.cpu_count()} cores ({processor()}), "
        f"{memory:.0f} GB of memory, Python {platform.python_version()}."
    )


def processor() -> str:
    name = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return name[1] if name else platform.machine()
