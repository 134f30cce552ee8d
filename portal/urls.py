"""Addresses: the admin and files without a language, everything public below one."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from portal import desk, errors, gallery, passwords, views
from portal.accounts import views as accounts
from portal.media.views import PictureView
from portal.sharing.views import share_picture
from portal.sitemap import PageSitemap

# Wagtail's forms ask for a password alone.
sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("admin/login/", sign_in, name="wagtailadmin_login"),
    path("admin/desk/session/", desk.session, name="desk_session"),
    path("admin/", include(wagtailadmin_urls)),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        passwords.collection_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("documents/", include("portal.media.urls")),
    re_path(
        r"^images/([^/]*)/(\d*)/([^/]*)/[^/]*$",
        PictureView.as_view(action="redirect"),
        name="wagtailimages_serve",
    ),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}, name="sitemap"),
    path("robots.txt", views.robots),
    path("id/", include("knowledgebase.stable_urls")),
]

if settings.DEVELOPMENT:
    # Documents and originals are not among these: their views check who may see them.
    urlpatterns.append(
        path("media/images/<path:path>", serve, {"document_root": settings.MEDIA_ROOT / "images"})
    )
    urlpatterns += i18n_patterns(
        path("_components/", gallery.components, name="components"),
        path("_mails/", include("portal.mail.urls")),
    )

urlpatterns += i18n_patterns(
    path(_("leave/"), views.leave, name="leave"),
    path("share/<slug:place>-<str:digest>.png", share_picture, name="share_picture"),
    path(_("me/"), accounts.my_page, name="my_page"),
    path(_("me/messages/"), accounts.my_messages, name="my_messages"),
    path(_("me/messages/<int:pk>/"), accounts.my_message, name="my_message"),
    path(_("account/my-data/"), include("portal.personal.urls")),
    path("", include("portal.certificates.urls")),
    path("", include("portal.comments.urls")),
    path(_("account/"), include("portal.accounts.urls")),
    path("_util/login/", sign_in, name="wagtailcore_login"),
    path(
        "_util/authenticate_with_password/<int:restriction_id>/<int:page_id>/",
        passwords.page_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path("", include("search.urls")),
    path("", include("knowledgebase.urls")),
    path("", include("knowledgebase.training.urls")),
    path("", include("mentoring.urls")),
    path("", include("home.enquiries.urls")),
    path("", include("home.news.urls")),
    path("", include(wagtail_urls)),
)

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler429 = errors.too_many_requests  # allauth's, Django has none
handler500 = errors.server_error
