"""What each role may do with mentoring."""

from django.utils.translation import gettext_noop

from portal.accounts.roles import Rights, Role
from portal.certificates.kinds import READ, REISSUE, REVOKE

COORDINATE = "mentoring.coordinate_profile"
# Wagtail translates it where roles are edited: what is left of the permission's name.
NAME = gettext_noop("Can coordinate")
CHANGE_WEIGHTS = "mentoring.change_weights"

RIGHTS = {Role.COORDINATOR: Rights(permissions=[COORDINATE, CHANGE_WEIGHTS, READ, REVOKE, REISSUE])}
