"""What is held about people: the audit trail, the inventory, export, erasure, consents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PersonalConfig(AppConfig):
    name = "portal.personal"
    label = "personal"
    verbose_name = _("Personal data")
    default = True


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's pages of users, with what is written down and erased."""

    default = False
    user_viewset = "portal.personal.users.UserViewSet"
