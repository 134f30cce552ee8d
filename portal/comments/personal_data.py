"""What comments hold about people: what readers wrote, and who decided on it."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.accounts.models import User
from portal.comments.models import Comment, State
from portal.personal.held import Ground, Held, Kept
from portal.personal.person import Person

REFUSED_KEPT = timedelta(days=30)  # so that a mistake can be put right
ADDRESS_KEPT = timedelta(days=90)


def comments_by(user: User) -> QuerySet[Comment]:
    """Return the comments that were sent with one of somebody's addresses."""
    return Comment.objects.by_address(*Person.of(user).emails)


def over() -> QuerySet[Comment]:
    """Return what was not published a while ago, and what is about pages that were deleted."""
    refused = Q(state__in=(State.REJECTED, State.SPAM))
    since = Q(decided_at__lt=timezone.now() - REFUSED_KEPT)
    is_lost = ~Q(translation_key__in=Page.objects.values("translation_key"))
    return Comment.objects.filter(refused & since | is_lost)


def old_addresses() -> QuerySet[Comment]:
    """Return the comments whose writers waited in vain for an answer."""
    long_ago = timezone.now() - ADDRESS_KEPT
    return Comment.objects.filter(written_at__lt=long_ago).exclude(email="")


def forget_addresses(comments: QuerySet[Comment]) -> None:
    """Delete the addresses, and leave the comments."""
    comments.update(email="")


HELD = [
    Held(
        model="comments.Comment",
        name=_("Your comments on pages"),
        purpose=_("to publish what you wanted to say, and our answer"),
        ground=Ground.CONSENT,
        kept=Kept(
            text=_("as long as the page exists; for 30 days if they were not published"), due=over
        ),
        fields=(
            "translation_key",
            "language",
            "name",
            "text",
            "email",
            "written_at",
            "state",
            "reason",
            "reply",
            "reply_language",
            "decided_at",
        ),
        secret=("author",),
        rows=comments_by,
    ),
    Held(
        model="comments.Comment",
        name=_("Addresses to which you asked for the answer"),
        purpose=_("to tell you once that there is an answer"),
        ground=Ground.CONSENT,
        kept=Kept(
            text=_("until we wrote to you, at most 90 days"), due=old_addresses, only_names=True
        ),
        let_go=forget_addresses,
    ),
    Held(
        model="comments.Comment",
        name=_("Comments of readers that you decided on"),
        purpose=_("so that it can be checked later who changed or published what"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("as long as the comment is kept")),
        links=("decided_by",),
        fields=("decided_at", "state"),
        stays=_("The decision stays; your name is removed."),
    ),
]
NOBODY = {
    "sentences of the organisation's own": {"comments.CannedReply": "title text"},
    "names of kinds of page": {"comments.CommentSettings": "kinds"},
}
