"""Why a document cannot be used."""

ENCRYPTED, DAMAGED, TOO_BIG, UNCLEAN = "encrypted", "damaged", "too_big", "unclean"
UNUSABLE = 3  # exit code of a step that tells one of these


class UnusableDocumentError(Exception):
    """The document cannot be used; `problem` is one of the words above.

    UNCLEAN is one that holds what we cannot clean, so that it cannot be carried over whole.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
