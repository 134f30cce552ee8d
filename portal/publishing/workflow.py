"""What a finished workflow does: whoever finished it publishes, if they may."""

from typing import Any

from django.utils.translation import gettext as _

from portal.publishing.refusals import RefusedError


def finish(state: Any, user: Any = None) -> None:
    """Publish what was approved; refuse where a workflow without an active step ends at once.

    Wagtail's models import this module, so it imports none itself.
    """
    from portal.publishing.rights import may_publish  # noqa: PLC0415

    instance = state.content_object
    if not may_publish(user, instance):
        raise RefusedError(
            _(
                "Your words are kept, but nobody was asked to approve them: "
                "the workflow has no active step. Tell an administrator."
            )
        )
    instance.get_latest_revision().publish(user=user)
