"""What each role may do with mentoring."""

from portal.accounts.roles import Rights, Role

COORDINATE = "mentoring.coordinate_profile"

RIGHTS = {Role.COORDINATOR: Rights(permissions=[COORDINATE])}
