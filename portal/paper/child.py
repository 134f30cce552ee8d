"""Runs apart from the portal: sets the document in the folder named, within fixed limits.

Called as a plain script, so that the child loads neither Django nor the portal.
"""

import resource
import sys
from pathlib import Path

import typst

MEMORY = 512 * 1024 * 1024  # of address space; a hundred pages fill a quarter of it


def main(folder: Path, fonts: str, changed_at: int) -> int:
    """Write `paper.pdf` in `folder`; return 1 with one line on stderr where that fails."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        typst.compile(
            folder / "layout.typ",
            folder / "paper.pdf",
            root=folder,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]),
            pdf_standards="ua-1",
            timestamp=changed_at,
            package_path=folder,
            package_cache_path=folder,
        )
    except typst.TypstError as error:
        print(error.message, file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
