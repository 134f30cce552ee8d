"""What models say of themselves to the gate."""

from typing import Any

from wagtail.models import TranslatableMixin


class PublicAtOnce:
    """A model without drafts: to change a row is to publish it, and needs that right.

    Its `Meta` takes `default_permissions = WITH_PUBLISH`.
    """


class Lasting:
    """A model whose rows are never taken away: the front page, what every page shows."""


WITH_PUBLISH = ("add", "change", "delete", "view", "publish")


def is_gated(instance: Any) -> bool:
    """Whether what happens to `instance` in public is the gate's to decide."""
    return isinstance(instance, TranslatableMixin | PublicAtOnce)
