"""What a finished workflow does: whoever finished it publishes, if they may."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import WorkflowState
from wagtail.workflows import publish_workflow_state

from portal.publishing.refusals import RefusedError
from portal.publishing.rights import may_publish


def finish(state: WorkflowState, user: Any = None) -> None:
    """Publish what was approved; refuse where a workflow without an active step ends at once."""
    if not may_publish(user, state.content_object):
        raise RefusedError(
            _(
                "Nobody is asked to approve this: the workflow has no active step. Your words are kept."
            )
        )
    publish_workflow_state(state, user=user)
