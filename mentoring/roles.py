"""What each role may do with mentoring."""

from portal.accounts.roles import Rights, Role
from portal.certificates.kinds import READ, REISSUE, REVOKE

COORDINATE = "mentoring.coordinate_profile"
CHANGE_WEIGHTS = "mentoring.change_weights"

RIGHTS = {Role.COORDINATOR: Rights(permissions=[COORDINATE, CHANGE_WEIGHTS, READ, REVOKE, REISSUE])}
