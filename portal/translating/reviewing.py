"""Handing a translation over, and deciding on it; the same for pages, terms and furniture."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry
from wagtail_localize.models import Translation

from portal.accounts.models import User
from portal.mail.actions import send_to_each
from portal.mail.kinds import Kind
from portal.publishing.refusals import RefusedError
from portal.publishing.rights import require_right_to_publish
from portal.translating.changes import Changes
from portal.translating.mails import APPROVED, ASKED, HANDED_OVER
from portal.translating.models import Review, TranslationState
from portal.translating.states import refresh
from portal.translations import lock_translations, require_finished, target_of


@transaction.atomic
def hand_over(*, translation: Translation, by: User, note: str = "") -> Review:
    """Ask those who may publish a finished translation to read it, by a mail to each.

    Raises RefusedError where words are missing, or where it waits already.
    """
    source = _lock(translation)
    require_finished(translation)
    refresh(source)
    state = TranslationState.objects.get(translation=translation)
    if state.reviews.waiting().exists():
        raise RefusedError(_("This translation is already waiting for a moderator."))
    review = state.reviews.create(handed_over_by=by, note=note)
    refresh(source)
    _tell(HANDED_OVER, review, *publishers_of(target_of(translation), but=by))
    return review


@transaction.atomic
def take_back(*, review: Review, by: User) -> None:
    """Let a translation no longer wait; raises RefusedError where somebody decided on it."""
    source = _lock(review.of.translation)
    _end(review, Review.Status.TAKEN_BACK, by)
    refresh(source)


@transaction.atomic
def ask_for_changes(*, review: Review, by: User, comment: str) -> None:
    """Give a translation back with a comment, and tell who handed it over.

    Raises PermissionDenied, or RefusedError where somebody decided on it.
    """
    source = _lock(review.of.translation)
    require_right_to_publish(by, target_of(review.of.translation))
    _end(review, Review.Status.CHANGES, by, comment)
    refresh(source)
    _tell(ASKED, review, review.handed_over_by)


@transaction.atomic
def approve(*, review: Review, by: User, seen: str, comment: str = "") -> None:
    """Publish what somebody read, whose `Changes.digest` is `seen`.

    Raises PermissionDenied, or RefusedError where either language changed since, where words are
    missing, or where somebody decided on it.
    """
    translation: Any = review.of.translation
    _lock(translation)
    require_right_to_publish(by, target_of(translation))
    if Changes(translation).digest != seen:
        raise RefusedError(
            _("The texts changed after you opened this page. Read them again, then approve.")
        )
    _end(review, Review.Status.APPROVED, by, comment)
    translation.save_target(user=by, publish=True)
    _tell(APPROVED, review, review.handed_over_by)


def approve_published(translation: Translation, by: User | None) -> None:
    """Note that what waited was published from elsewhere; the gate calls it under its lock."""
    for review in Review.objects.waiting().filter(of__translation=translation):
        _end(review, Review.Status.APPROVED, by)
        _tell(APPROVED, review, review.handed_over_by)


def publishers_of(instance: Any, *, but: User) -> list[User]:
    """Return who is told that something waits: administrators only where there is nobody else."""
    is_page = isinstance(instance, Page)
    policy = page_permission_policy if is_page else policy_registry.get(instance)
    users = policy.users_with_permission_for_instance("publish", instance)
    found = [user for user in users.filter(is_active=True).order_by("pk") if user != but]
    return [user for user in found if not user.is_superuser] or found


def _lock(translation: Translation | None) -> Any:
    """Lock a translation, and return its source."""
    if translation is None or not translation.enabled:
        raise RefusedError(_("This is no longer a translation."))
    source = translation.source.get_source_instance()
    lock_translations(source)
    return source


def _end(review: Review, status: Review.Status, by: User | None, comment: str = "") -> None:
    review.refresh_from_db()
    if review.status != Review.Status.WAITING:
        raise RefusedError(
            _("This was decided meanwhile: %(status)s.") % {"status": review.get_status_display()}
        )
    review.status, review.comment = status, comment
    review.decided_by, review.decided_at = by, timezone.now()
    review.save()


def _tell(kind: Kind, review: Review, *people: User | None) -> None:
    """Send a mail to whoever still works here."""
    active = [each for each in people if each and each.is_active and each != review.decided_by]
    send_to_each(kind, dict.fromkeys(active, review.get_absolute_url()))
