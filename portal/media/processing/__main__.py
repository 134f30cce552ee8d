"""The command line of one step; see the package's docstring."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from portal.media.processing import packages, pdf, pdf_cleaning, plain
from portal.media.processing.problems import DAMAGED, TOO_BIG, UNUSABLE, UnusableDocumentError

Step = Callable[[Path, Path], None]

STEPS: dict[tuple[str, str], Step] = {
    ("clean", "pdf"): pdf_cleaning.clean,
    ("text", "pdf"): pdf.write_text,
    ("cover", "pdf"): pdf.draw_cover,
    **{("clean", extension): plain.keep for extension in plain.EXTENSIONS},
    **{("text", extension): plain.write_text for extension in plain.EXTENSIONS},
    **{("clean", extension): packages.clean for extension in packages.FORMATS},
    **{("text", extension): packages.write_text for extension in packages.FORMATS},
}


def main(step: str, source: str, folder: str) -> int:
    """Run `step` on the file `source`, whose extension says what it is."""
    path = Path(source)
    try:
        STEPS[step, path.suffix.removeprefix(".")](path, Path(folder))
    except UnusableDocumentError as error:
        problem = error.problem
    except MemoryError:
        problem = TOO_BIG
    except Exception:  # hostile bytes make the parsers raise almost anything
        traceback.print_exc()
        problem = DAMAGED
    else:
        return 0
    print(problem)  # noqa: T201, the answer to the parent process
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
