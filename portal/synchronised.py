"""Fields that are entered once, on the source, and are the same in every language."""

from wagtail_localize.fields import SynchronizedField


def synchronised(*names: str) -> list[SynchronizedField]:
    """Return these fields for a model's `override_translatable_fields`."""
    return [SynchronizedField(name, overridable=False) for name in names]
