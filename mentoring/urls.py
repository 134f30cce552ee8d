"""Addresses of mentoring, in each language."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from mentoring.directory import views as directory
from mentoring.matching import views as matching
from mentoring.profiles import views as profiles

urlpatterns = [
    path(_("mentoring/join/"), profiles.join, name="mentoring_join"),
    path(_("mentoring/my-profile/"), profiles.edit, name="mentoring_profile"),
    path(_("mentoring/my-profile/as-others-see-it/"), profiles.view_as, name="profile_view_as"),
    path(_("mentoring/my-profile/listing/"), profiles.listing, name="profile_listing"),
    path(_("mentoring/my-profile/pause/"), profiles.pause, name="profile_pause"),
    path(_("mentoring/my-profile/photograph/"), profiles.photograph, name="profile_photograph"),
    path(_("mentoring/profile/<slug:code>/"), directory.mentor, name="mentor"),
    path(
        _("mentoring/profile/<slug:code>/photograph/"),
        profiles.mentor_photograph,
        name="mentor_photograph",
    ),
    path(_("mentoring/suggestions/"), matching.suggested, name="mentoring_suggestions"),
    path("", include("mentoring.requests.urls")),
    path("", include("mentoring.pairs.urls")),
    path("", include("mentoring.safeguarding.urls")),
    path("", include("mentoring.work.urls")),
]
