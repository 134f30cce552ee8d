"""Who chooses files and makes them public; where each role adds them, its room says."""

from portal.accounts.roles import Rights, Role, on

CHOOSE = Rights(files=("choose",))

RIGHTS = {
    **dict.fromkeys((Role.EDITOR, Role.TRANSLATOR, Role.COORDINATOR, Role.TRAINER), CHOOSE),
    Role.MODERATOR: Rights(
        permissions=on("media", ["document", "image"], "publish"),
        files=("add", "change", "choose", "delete"),
    ),
}
