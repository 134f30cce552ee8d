"""What somebody leaves in open bundles: those that they made, and hours that they set."""

from django.utils.translation import ngettext

from portal.accounts.models import User
from portal.publishing.bundles.models import Bundle


def belongings(user: User) -> list[str]:
    """Return what the person has: without them the clock publishes nothing that they scheduled."""
    made = Bundle.objects.open().filter(made_by=user)
    scheduled = Bundle.objects.open().filter(scheduled_by=user, scheduled_for__isnull=False)
    count = (made | scheduled).count()
    if not count:
        return []
    text = ngettext(
        "%(count)s bundle that is not public yet",
        "%(count)s bundles that are not public yet",
        count,
    )
    return [text % {"count": count}]


def take_over(of: User, to: User) -> None:
    """Give them to somebody else, whose own rights count at the hour."""
    rows = Bundle.objects.open()
    rows.filter(made_by=of).update(made_by=to)
    rows.filter(scheduled_by=of).update(scheduled_by=to)
