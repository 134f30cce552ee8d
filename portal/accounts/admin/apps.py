"""Wagtail's users, with our views of them."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "portal.accounts.admin.users.UserViewSet"
