"""What a finished workflow does: whoever finished it publishes, if they may.

Wagtail imports this while it loads its models, so what needs them is imported later.
"""

from typing import Any

from django.utils.translation import gettext as _

from portal.publishing.refusals import RefusedError


def finish(state: Any, user: Any = None) -> None:
    """Publish what was approved; refuse where a workflow without an active step ends at once."""
    from wagtail.workflows import publish_workflow_state  # noqa: PLC0415

    from portal.publishing.rights import may_publish  # noqa: PLC0415

    if not may_publish(user, state.content_object):
        raise RefusedError(
            _("Nobody is asked to approve this: its workflow has no active step. Nothing is lost.")
        )
    publish_workflow_state(state, user=user)
