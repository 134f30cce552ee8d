"""Runs in the sandbox: sets the document in the folder named, and loads nothing of Django."""

import sys
from pathlib import Path

import typst


def main(folder: Path, fonts: str, changed_at: int) -> int:
    """Write `paper.pdf` in `folder`; return 1 with one line on stderr where that fails."""
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
