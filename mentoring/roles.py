"""What each role may do with mentoring."""

from portal.accounts.roles import Rights, Role
from portal.certificates.kinds import READ, REISSUE, REVOKE

COORDINATE = "mentoring.coordinate_profile"

RIGHTS = {Role.COORDINATOR: Rights(permissions=[COORDINATE, READ, REVOKE, REISSUE])}
