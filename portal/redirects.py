"""Old addresses lead to new ones, but not to those of pages that nobody may read."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects import middleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.readable import readable


class RedirectMiddleware(middleware.RedirectMiddleware):
    """Wagtail's own, which would tell the address of a draft or of a closed page."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer = super().process_response(request, response)
        if answer is response or not _leads_to_a_hidden_page(request):
            return answer
        return response


def _leads_to_a_hidden_page(request: HttpRequest) -> bool:
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    bare = urlsplit(path).path
    found = middleware.get_redirect(request, path) or middleware.get_redirect(request, bare)
    page_id = found.redirect_page_id
    return bool(page_id) and not Page.objects.filter(readable(), pk=page_id).exists()
