"""What accounts add to the admin: who may sign up, invitations, what is done with accounts."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.settings.registry import register_setting

from portal.accounts.admin import invitations, users
from portal.accounts.models import SignUp

# Wagtail translates these where roles are edited: what is left of the names of our permissions.
PERMISSIONS = (gettext_noop("Can publish"), gettext_noop("Can publish site"))

register_setting(SignUp, icon="user", order=610)
# After Wagtail's own, which these take the place of.
hooks.register("register_bulk_action", users.DeleteBulkAction, order=1)
hooks.register("register_bulk_action", users.SetActiveStateBulkAction, order=1)
hooks.register("before_delete_user", users.before_delete_user)


class InvitationsItem(MenuItem):
    """Invitations, for administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may see them."""
        return request.user.is_superuser


@hooks.register("register_settings_menu_item")
def register_invitations_item() -> MenuItem:
    """Show invitations beside users."""
    return InvitationsItem(
        _("Invitations"), reverse("invitations"), name="invitations", icon_name="mail", order=605
    )


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give invitations and what is done with accounts their addresses."""
    listed = invitations.InvitationsView
    return [
        path("invitations/", listed.as_view(), name="invitations"),
        path("invitations/results/", listed.as_view(results_only=True), name="invitations_results"),
        path("invitations/new/", invitations.invite_view, name="invite"),
        path(
            "invitations/<int:pk>/send/",
            invitations.SendAgainView.as_view(),
            name="send_invitation_again",
        ),
        path(
            "invitations/<int:pk>/revoke/",
            invitations.RevokeView.as_view(),
            name="revoke_invitation",
        ),
        path("users/<int:pk>/suspend/", users.SuspendView.as_view(), name="suspend_user"),
        path("users/<int:pk>/restore/", users.RestoreView.as_view(), name="restore_user"),
        path(
            "users/<int:pk>/second-step/",
            users.ResetSecondStepView.as_view(),
            name="reset_second_step",
        ),
        path("users/<int:pk>/hand-over/", users.HandOverView.as_view(), name="hand_over"),
    ]
