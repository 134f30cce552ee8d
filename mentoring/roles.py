"""What each role may do with mentoring."""

from portal.accounts.roles import Rights, Role

COORDINATE = "mentoring.coordinate_profile"
CHANGE_WEIGHTS = "mentoring.change_weights"

RIGHTS = {Role.COORDINATOR: Rights(permissions=[COORDINATE, CHANGE_WEIGHTS])}
