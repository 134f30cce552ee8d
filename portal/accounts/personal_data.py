"""What an account is about a person: who they are, how they sign in, where they are signed in."""

import re

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Invitation, User
from portal.personal.held import WITH_ACCOUNT, Ground, Held, Kept
from portal.personal.person import Person


def end_sessions(person: Person) -> None:
    """Sign somebody out everywhere, and forget visits in which they typed their address, or more.

    What somebody typed who was signed out meanwhile has the key of their account with it.
    """
    words = map(re.escape, (*person.emails, str(person.user.key)))
    # The address of Mariana ends like Ana's.
    named = re.compile(rf"(?<![\w.+-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
    keys = []
    for session in Session.objects.iterator():
        data = session.get_decoded()
        is_theirs = data.get("_auth_user_id") == str(person.user.pk)
        if is_theirs or named.search(str(data)):
            keys.append(session.session_key)
    Session.objects.filter(session_key__in=keys).delete()


def invitations_to(user: User) -> QuerySet[Invitation]:
    """Return the invitations to any address of somebody."""
    to_them = (Q(address__iexact=address) for address in Person.of(user).emails)
    return Invitation.objects.filter(Q(Q(accepted_by=user), *to_them, _connector=Q.OR))


def over_sessions() -> QuerySet[UserSession]:
    """Return what is noted of browsers that are signed out."""
    return UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))


SIGNING_IN = _("so that you, and nobody else, can sign in")
HELD = [
    Held(
        model="accounts.User",
        name=_("Your account"),
        purpose=_("to know who works here, to write to you, and to give you what your roles allow"),
        ground=Ground.SERVICE,
        kept=Kept(text=_("until you or an administrator erase it")),
        fields=(
            "email",
            "name",
            "organisation",
            "organisation_kind",
            "municipality",
            "position",
            "sex",
            "preferred_language",
            "date_joined",
            "last_login",
            "is_active",
            "is_superuser",
            "groups",
            "key",
        ),
        secret=("password",),
        rows=lambda user: User.objects.filter(pk=user.pk),
    ),
    Held(
        model="accounts.Message",
        name=_("Messages from the portal to you"),
        purpose=_("to tell you what concerns you where nobody else can read it"),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("to",),
        fields=("subject", "text", "link", "created_at", "read_at"),
    ),
    Held(
        model="accounts.Invitation",
        name=_("Invitations that were sent to you"),
        purpose=_("so that only those whom we invite open an account"),
        ground=Ground.SERVICE,
        kept=Kept(text=_("three months after they end"), days=90, since="expires_at"),
        links=("accepted_by",),
        fields=("address", "language", "role", "purpose", "sent_at", "accepted_at"),
        secret=("reference", "token_digest"),
        rows=invitations_to,
    ),
    Held(
        model="accounts.Invitation",
        name=_("Invitations that you sent"),
        purpose=_("so that it can be checked later who changed or published what"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("three months after they end")),
        links=("invited_by",),
        fields=("created_at",),
        stays=_("The invitation stays; your name is removed."),
    ),
    Held(
        model="account.EmailAddress",
        name=_("Your e-mail addresses"),
        purpose=SIGNING_IN,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("email", "verified", "primary"),
    ),
    Held(
        model="account.EmailConfirmation",
        name=_("Confirmations of addresses"),
        purpose=SIGNING_IN,
        ground=Ground.SERVICE,
        kept=Kept(text=_("three days"), days=3, since="created"),
        links=("email_address__user",),
        fields=("created", "sent"),
        secret=("key",),
    ),
    Held(
        model="mfa.Authenticator",
        name=_("Your second step"),
        purpose=SIGNING_IN,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("type", "created_at", "last_used_at"),
        secret=("data",),
    ),
    Held(
        model="usersessions.UserSession",
        name=_("Where you are signed in"),
        purpose=_("so that you can see where your account is being used, and sign out there"),
        ground=Ground.SERVICE,
        kept=Kept(text=_("until you sign out or the visit ends"), due=over_sessions),
        links=("user",),
        fields=("ip", "user_agent", "created_at", "last_seen_at"),
        secret=("session_key", "data"),
    ),
    Held(
        model="sessions.Session",
        name=_("Your visits while you are signed in"),
        purpose=SIGNING_IN,
        ground=Ground.SERVICE,
        kept=Kept(text=_("until you sign out, or for two weeks")),  # `clearsessions`
        secret=("session_key", "session_data"),
        erase=end_sessions,
    ),
    Held(
        model="wagtailusers.UserProfile",
        name=_("Your settings for the editors' desk"),
        purpose=_(
            "to show the editors' desk as you set it up, and to send the notices that you want"
        ),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=(
            "preferred_language",
            "current_time_zone",
            "avatar",
            "dismissibles",
            "submitted_notifications",
            "approved_notifications",
            "rejected_notifications",
        ),
    ),
    Held(
        model="wagtailcore.APIToken",
        name=_("Keys for programs that act for you"),
        purpose=SIGNING_IN,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("name", "created", "last_used_at", "revoked_at"),
        secret=("key_hash", "prefix"),
    ),
]
NOBODY = {
    "names of rights and of groups of people, not of persons": {
        "auth.Permission": "name codename",
        "auth.Group": "name",
    },
    "names of tables": {"contenttypes.ContentType": "app_label model"},
}
