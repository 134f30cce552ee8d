"""Who may do what with files: nobody deletes or changes one only because it was theirs once."""

from wagtail.permission_policies.collections import CollectionPermissionPolicy
from wagtail.permissions import register_permission_policy

from portal.media.models import Document, Image


def register_policies() -> None:
    """Let the right on a collection decide, for deleting too.

    Wagtail's own policy, which stays that of all other models, lets whoever may change a file
    delete it.
    """
    for model in (Document, Image):
        register_permission_policy(model, CollectionPermissionPolicy(model), exact_class=True)
