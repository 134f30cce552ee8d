"""Who works in the admin, and who translates."""

from portal.accounts.roles import ADMIN, TRANSLATE, Rights, Role

RIGHTS = {
    **dict.fromkeys(
        (Role.EDITOR, Role.TRANSLATOR, Role.MODERATOR), Rights(permissions=[ADMIN, TRANSLATE])
    ),
    **dict.fromkeys((Role.COORDINATOR, Role.TRAINER), Rights(permissions=[ADMIN])),
}
