"""Serves documents."""

from django.http import HttpRequest, HttpResponseBase
from wagtail.documents.views.serve import serve


def serve_document(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Serve as Wagtail does, without the `Content-Encoding: None` that it adds to local files."""
    response = serve(request, document_id, filename)
    if response.get("Content-Encoding") == "None":
        del response["Content-Encoding"]
    return response
