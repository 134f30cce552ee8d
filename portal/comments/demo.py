"""The demonstration's comments, which nobody wrote, and the moderators' ready answers."""

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.translation import override

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.comments.actions import Decision, decide, submit
from portal.comments.models import CannedReply, Comment, CommentSettings, State
from portal.demo.build import Demo
from portal.demo.content import Content

CONTENT = Content(__file__)


def outline(demo: Demo) -> None:
    """Comments have no pages of their own."""


def write(demo: Demo) -> None:
    """Choose kinds of page, write the ready answers, and send the comments; once only."""
    CommentSettings.objects.get_or_create(defaults={"kinds": CONTENT["kinds"]["chosen"]})
    for content in CONTENT["answers"].values():
        for language in content["title"]._fields:
            CannedReply.objects.get_or_create(
                title=getattr(content["title"], language),
                language=language,
                defaults={"text": getattr(content["text"], language)},
            )
    for name, content in CONTENT["comments"].items():
        send(name, content, demo.pages[content["page"]].translation_key)


def send(name: str, content: dict[str, Any], translation_key: UUID) -> None:
    """Send one comment as a reader would."""
    with override(content["language"]):
        submit(
            translation_key=translation_key,
            once=once(name),
            sender="demo",
            name=content["name"],
            text=content["text"],
            email="",
            wants_answer=False,
        )


def make_people() -> None:
    """Let the moderator publish those that do not wait, and answer."""
    moderator = User.objects.filter(groups=Role.MODERATOR.group()).first()
    for name, content in CONTENT["comments"].items():
        comment = Comment.objects.filter(key=once(name), version=0).first()
        is_published = content.get("is_published") or content.get("answer")
        if moderator and comment and is_published:
            reply = {"reply": content.get("answer", ""), "reply_language": comment.language}
            decision = Decision(state=State.PUBLISHED, **reply)
            decide(comment=comment, by=moderator, version=0, decision=decision)


def once(name: str) -> UUID:
    """Return the key of a comment's form, the same each time."""
    return uuid5(NAMESPACE_URL, f"demo-comment-{name}")
