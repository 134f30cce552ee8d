"""What each role may do with readers' comments: moderators alone work on them."""

from portal.accounts.roles import Rights, Role, on

RIGHTS = {
    Role.MODERATOR: Rights(
        permissions=[
            *on("comments", ["comment"], "view", "decide", "erase"),
            *on("comments", ["cannedreply"], "view", "add", "change", "delete"),
            *on("comments", ["commentsettings"], "change"),
        ]
    ),
}
