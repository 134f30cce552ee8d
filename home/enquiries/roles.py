"""What each role may do with messages from the contact form and their subjects."""

from portal.accounts.roles import Rights, Role, on

# Which messages somebody reads is said by the subjects that name them.
HANDLE = "enquiries.handle_enquiry"

RIGHTS = {
    Role.EDITOR: Rights(permissions=[HANDLE]),
    Role.TRANSLATOR: Rights(permissions=on("enquiries", ["subject"], "change")),
    Role.MODERATOR: Rights(
        permissions=[
            HANDLE,
            *on("enquiries", ["subject"], "add", "change", "delete", "publish"),
        ]
    ),
    Role.COORDINATOR: Rights(permissions=[HANDLE]),
    Role.TRAINER: Rights(permissions=[HANDLE]),
}
