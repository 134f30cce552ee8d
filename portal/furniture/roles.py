"""What each role may do with helplines and footer."""

from portal.accounts.roles import Rights, Role, on

RIGHTS = {
    Role.TRANSLATOR: Rights(permissions=on("furniture", ["furniture"], "change")),
    Role.MODERATOR: Rights(permissions=on("furniture", ["furniture"], "change", "publish")),
}
