"""What each role may do with the front page and all that stands below it."""

from home.models import HomePage, NewsIndexPage
from portal.accounts.roles import Rights, Role, on

# By itself it allows nothing, but a page that one has any permission on can be looked at.
LOOK = ("bulk_delete_page",)
PUBLISH = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")

RIGHTS = {
    Role.EDITOR: Rights(
        pages={HomePage: ("change_page",), NewsIndexPage: ("add_page", "change_page")},
        collection="Redaksia",
    ),
    Role.TRANSLATOR: Rights(pages={HomePage: LOOK}, translated_pages={HomePage: ("change_page",)}),
    Role.MODERATOR: Rights(
        permissions=on("wagtailredirects", ["redirect"], "add", "change", "delete"),
        pages={HomePage: PUBLISH},
    ),
}
