"""What each role may do with the knowledge base, its references, its glossary and its feedback."""

from knowledgebase.models import KnowledgeBasePage
from portal.accounts.roles import Rights, Role, on

RIGHTS = {
    Role.EDITOR: Rights(
        permissions=[
            *on("knowledgebase", ["reference", "glossaryterm"], "add"),
            *on("knowledgebase", ["glossaryterm"], "change"),
            *on("knowledgebase", ["feedback"], "view"),
        ],
        pages={KnowledgeBasePage: ("add_page", "change_page")},
    ),
    Role.TRANSLATOR: Rights(permissions=on("knowledgebase", ["glossaryterm"], "change")),
    Role.MODERATOR: Rights(
        permissions=[
            *on(
                "knowledgebase",
                ["reference", "glossaryterm"],
                *("add", "change", "delete", "publish"),
            ),
            *on("knowledgebase", ["feedback"], "view", "change", "delete"),
        ]
    ),
    Role.TRAINER: Rights(collection="Trajnimet"),
}
