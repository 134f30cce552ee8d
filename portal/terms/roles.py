"""What each role may do with the terms that all rooms share."""

from portal.accounts.roles import Rights, Role, on

TERMS = ("municipality", "organisation", "theme", "need", "skill", "consultationgroup")

RIGHTS = {
    Role.EDITOR: Rights(permissions=on("terms", TERMS, "add")),
    Role.TRANSLATOR: Rights(permissions=on("terms", TERMS, "change")),
    Role.MODERATOR: Rights(permissions=on("terms", TERMS, "add", "change", "delete", "publish")),
}
