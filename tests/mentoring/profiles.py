"""What a member types into the form of their profile, and pictures that they bring."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from mentoring.models import Profile, Round
from mentoring.models.profile import Audience, Part
from mentoring.profiles.photographs import keep, small
from tests.media.samples import jpeg_with_metadata


def open_round() -> Round:
    today = timezone.localdate()
    return Round.objects.create(opens_on=today, closes_on=today + timedelta(days=30))


def typed(profile: Profile, **said: Any) -> dict[str, Any]:
    """Return the form of a profile, filled in so far that it is valid."""
    audiences = {f"sees_{part}": profile.audience_of(part) for part in Part}
    return {
        "by": str(profile.user.key),
        "is_mentor": "on",
        "name": profile.name,
        "capacity": "1",
        "time_zone": profile.time_zone,
        **audiences,
        **said,
    }


def upload(data: bytes = b"", name: str = "une.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or jpeg_with_metadata())


def photograph_of(profile: Profile) -> None:
    """Give a profile a photograph that the coordinator has seen."""
    keep(profile=profile, photograph=small(upload()))
    profile.refresh_from_db()
    profile.reviewed, profile.waits_since = profile.words(), None
    profile.save()


def shown_to(audience: Audience) -> dict[str, str]:
    """Return that every part is shown to these."""
    return dict.fromkeys(Part.values, audience.value)
