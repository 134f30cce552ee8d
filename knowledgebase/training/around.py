"""What stands around a page of a programme: its outline, and how far its reader has come."""

from typing import Any, cast

from django.http import HttpRequest

from knowledgebase.training.learning.progress import Progress
from knowledgebase.training.outline import Outline
from portal.accounts.models import User


def around(context: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """Return what a page's context needs of the programme; it is read when a template asks."""
    outline = Outline(context["frame"])
    if not context["frame"].is_signed_in:
        return {"outline": outline, "progress": None}
    return {"outline": outline, "progress": Progress(cast(User, request.user), outline)}
