"""The portal's addresses, and its error pages, which Django hides behind its own in development."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from portal import views
from portal.urls import urlpatterns as portal_urlpatterns

urlpatterns = [
    *i18n_patterns(
        path("_errors/403/", lambda request: views.permission_denied(request)),
        path("_errors/404/", lambda request: views.page_not_found(request, None)),
        path("_errors/400/", lambda request: views.bad_request(request, None)),
        path("_errors/500/", lambda request: views.server_error(request)),
    ),
    *portal_urlpatterns,
]
