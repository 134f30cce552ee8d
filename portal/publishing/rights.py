"""Who may make which language of a thing public: asked of the thing that would change."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models


def may_publish(user: Any, instance: Any) -> bool:
    """Whether `user` may change what visitors see of `instance`; None is the portal itself.

    What has no drafts is public as soon as it is saved: there, too, it is the right to publish
    that counts, not the right to change.
    """
    if user is None:
        return True
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    policy = policy_registry.get(instance)
    return policy.user_has_permission_for_instance(user, "publish", instance)


def require_right_to_publish(user: Any, *instances: Any) -> None:
    """Raise `PermissionDenied` where `user` may not change what visitors see of one of these."""
    if not all(may_publish(user, instance) for instance in instances):
        raise PermissionDenied


def snippet_models_open_to(user: Any, action: str) -> list[Any]:
    """Return the kinds of snippets whose rows somebody may `change`, `publish` and so on."""
    return [
        model
        for model in get_snippet_models()
        if policy_registry.get_by_type(model).user_has_permission(user, action)
    ]


def may_delete(user: Any, instance: Any) -> bool:
    """Whether `user` may delete something, a page with all below it.

    Pages that were public once, or that somebody else began, are for those who may publish.
    """
    if may_publish(user, instance):
        return True
    if not isinstance(instance, Page):
        return False
    doomed = instance.get_descendants(inclusive=True)
    own_drafts = doomed.filter(owner=user, live=False, first_published_at=None)
    return own_drafts.count() == doomed.count()
