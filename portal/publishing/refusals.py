"""What the gate answers to somebody whom it lets not through, in words for the person."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class RefusedError(ValidationError):
    """Raised before anything is written; its message says why, and how to go on."""

    def __init__(self, message: Any) -> None:
        """Name no field: the admin's API reads faults by their field."""
        super().__init__({NON_FIELD_ERRORS: message})


class UnfinishedTranslationError(RefusedError):
    """Raised on an attempt to publish something whose words are not all translated."""
