"""What each role may do with best bets, synonyms, cries for help and the searches of visitors."""

from portal.accounts.roles import Rights, Role, on

BY_EDITORS = Rights(
    permissions=[
        *on("portal_search", ["bestbet", "synonymset", "crylist"], "add", "change", "delete"),
        *on("portal_search", ["askedquery"], "view"),
    ]
)

RIGHTS = {Role.EDITOR: BY_EDITORS, Role.MODERATOR: BY_EDITORS}
