"""The certificate of mentoring: for both of a pair that completed its work and met often enough.

It tells as what its holder took part and for how long, and nothing of the other.
"""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from mentoring.models import Change, Profile, Request
from mentoring.models.request import State
from mentoring.requests.rules import By
from mentoring.work.hours import Hours, hours_of
from portal.accounts.messages import write
from portal.accounts.models import User
from portal.certificates.actions import issue
from portal.certificates.models import Certificate
from portal.certificates.snapshot import Award, Snapshot, Text
from portal.publishing.refusals import RefusedError

KIND = "mentoring"
TITLES = {
    By.MENTOR: gettext_lazy("Mentoring programme, as a mentor"),
    By.MENTEE: gettext_lazy("Mentoring programme, as a mentee"),
}
NAME_FIRST = (
    gettext_lazy("Your certificate of mentoring needs your name"),
    gettext_lazy(
        "Fill in your name in your account, as it should appear on the certificate. Then choose "
        "“Get the certificate” on the page of the pair’s ending."
    ),
)


def lock_accounts(pair: Request) -> None:
    """Lock the accounts of a pair before their profiles, as erasures do."""
    profiles = [pair.mentor_id, pair.mentee_id]
    [*User.objects.locked().filter(mentoring_profile__in=profiles).order_by("pk")]


def certify_both(pair: Request) -> None:
    """Issue the certificates of a pair that completed its work a moment ago, if they met enough.

    Who has no name that can be printed is told to fill it in.
    """
    if not hours_of(pair).are_enough:
        return
    for profile in filter(None, (pair.mentor, pair.mentee)):
        with override(profile.user.language):
            try:
                certify(pair=pair, profile=profile)
            except RefusedError:
                subject, text = NAME_FIRST
                write(profile.user, subject=subject, text=text, link=pair.get_ending_url())


@transaction.atomic
def certify(*, pair: Request, profile: Profile) -> Certificate:
    """Return the certificate of one of the two, issued if there is none.

    Raises RefusedError for a pair that did not complete its work or met too seldom, after a
    revocation, and for a name that cannot be printed.
    """
    user = User.objects.locked().get(pk=profile.user_id)
    hours = hours_of(pair)
    if pair.state != State.COMPLETED or not hours.are_enough:
        raise RefusedError(_("There is no certificate for this pair."))
    last = certificate_of(user, pair)
    if last and last.revoked_at:
        raise RefusedError(
            _(
                "Your certificate was revoked. If you think that it is a mistake, please write to "
                "us."
            )
        )
    award = _award(pair, pair.role_of(profile), hours, user.language)
    return issue(holder=user, award=award, by=None)


def certificate_of(user: User, pair: Request) -> Certificate | None:
    """Return the newest certificate of a person for a pair, whatever became of it."""
    found = Certificate.objects.filter(holder=user, kind=KIND, subject=pair.key)
    return found.order_by("-pk").first()


def _award(pair: Request, role: By, hours: Hours, own_language: str) -> Award:
    texts = {language: _text(role, hours, language) for language, _name in settings.LANGUAGES}
    ended = Change.objects.filter(request=pair, state=State.COMPLETED).last()
    began_on = pair.answered_at and timezone.localdate(pair.answered_at)
    return Award(
        kind=KIND,
        subject=pair.key,
        snapshot=Snapshot(
            texts=texts,
            hours=hours.in_hours,
            began_on=began_on,
            ended_on=timezone.localdate(ended.at if ended else None),
        ),
        languages=sorted(texts, key=lambda language: language != own_language),
    )


def _text(role: By, hours: Hours, language: str) -> Text:
    with override(language):
        held = ngettext("%(num)s meeting held", "%(num)s meetings held", hours.meetings)
        return Text(title=str(TITLES[role]), achieved=[held % {"num": hours.meetings}])
