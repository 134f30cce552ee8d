"""What a profile still needs before it can be listed."""

from django.utils.translation import gettext as _

from mentoring.models import Profile


def missing(profile: Profile) -> list[str]:
    """Return what a mentor has still to fill in, in words; takes a query or three."""
    of_fields = (profile.needs, profile.skills, profile.integration_models)
    wanted = {
        _("name and surname"): profile.name,
        _("a sentence or a text about your work"): _has_words(profile),
        _("at least one field"): any(chosen.exists() for chosen in of_fields),
        _("languages"): profile.languages,
        _("ways of meeting"): profile.meetings,
        _("hours a month"): profile.hours_a_month,
    }
    return [what for what, is_there in wanted.items() if not is_there]


def _has_words(profile: Profile) -> bool:
    return any((profile.headline, profile.headline_en, profile.about, profile.about_en))
