"""What the gate answers to somebody whom it lets not through, in words for the person."""

from django.core.exceptions import ValidationError


class RefusedError(ValidationError):
    """Raised before anything is written; its message says why, and how to go on."""


class UnfinishedTranslationError(RefusedError):
    """Raised on an attempt to publish something whose words are not all translated."""
