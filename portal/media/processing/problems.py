"""Why a document cannot be used."""

ENCRYPTED, DAMAGED, TOO_BIG = "encrypted", "damaged", "too_big"
UNUSABLE = 3  # exit code of a step that tells one of these


class UnusableDocumentError(Exception):
    """The document cannot be used; `problem` is ENCRYPTED, DAMAGED or TOO_BIG."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
