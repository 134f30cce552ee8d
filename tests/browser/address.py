"""An address that shows a public template in some state."""

from typing import NamedTuple


class Address(NamedTuple):
    """Where a template is shown, and the status that it is answered with."""

    template: str
    sq: str
    en: str
    status: int = 200

    def path(self, language: str) -> str:
        return f"/{language}/{getattr(self, language)}"
