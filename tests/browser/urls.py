"""The portal's addresses, and its error pages, which Django hides behind its own in development."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from portal import errors
from portal.urls import urlpatterns as portal_urlpatterns

urlpatterns = [
    *i18n_patterns(
        path("_errors/403/", errors.permission_denied),
        path("_errors/404/", lambda request: errors.page_not_found(request, None)),
        path("_errors/400/", lambda request: errors.bad_request(request, None)),
        path("_errors/500/", errors.server_error),
    ),
    *portal_urlpatterns,
]
