"""What stands around a page of a programme: its outline, and how far its reader has come."""

from functools import partial
from typing import Any, cast

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from knowledgebase.training.learning.progress import Progress
from knowledgebase.training.outline import Outline
from portal.accounts.models import User
from portal.accounts.roles import ADMIN


def around(context: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """Return what a page's context needs of the programme; it is read when a template asks."""
    outline = Outline(context["frame"])
    if not context["frame"].is_signed_in:
        return {"outline": outline, "progress": None, "is_trainer": False}
    user = cast(User, request.user)
    return {
        "outline": outline,
        "progress": Progress(user, outline),
        "is_trainer": SimpleLazyObject(partial(may_edit, user, context["page"])),
    }


def may_edit(user: User, page: Page) -> bool:
    """Whether somebody edits the page, as trainers do; for others no rights are read."""
    return user.has_perm(ADMIN) and page.permissions_for_user(user).can_edit()
