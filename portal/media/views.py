"""Serves documents to visitors, pictures that are not made yet, and originals to editors."""

from http import HTTPStatus
from pathlib import PurePath
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.documents.models import document_served
from wagtail.images.views.serve import ServeView
from wagtail.permissions import policy_registry

from portal.media.actions import FileChangedError, accept, refuse, waiting_file
from portal.media.models import Document, Image
from portal.media.states import Review
from portal.media.storages import stores_rest
from portal.media.stores import StoreError
from portal.middleware import is_signed_in

KINDS: dict[str, Any] = {"document": Document, "image": Image}


def serve_document(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Serve the file for visitors; the hooks decide who gets it, or what else somebody gets."""
    document = get_object_or_404(Document, pk=document_id)
    if document.filename != filename:
        if document.is_public and PurePath(document.filename).stem == PurePath(filename).stem:
            return redirect(document.url)  # it was replaced by a file of another type
        raise Http404
    for hook in hooks.get_hooks("before_serve_document"):
        if isinstance(response := hook(document, request), HttpResponse):
            return response
    document_served.send(sender=Document, instance=document, request=request)
    file = document.public_file or document.file
    respond = condition(etag_func=lambda request: f'"{PurePath(str(file.name)).parent.name}"')
    return respond(lambda request: _file_response(document, file))(request)


def _file_response(document: Document, file: Any) -> FileResponse:
    response = FileResponse(
        file.open("rb"),
        as_attachment=document.content_disposition != "inline",
        filename=document.filename,
        content_type=document.content_type,
    )
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


class PictureView(ServeView):
    """Makes a picture that is not made yet, of images that the visitor may see."""

    def get(
        self, request: HttpRequest, signature: str, image_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        image = Image.objects.filter(pk=int(image_id or 0)).first()
        is_for_some = image is not None and not image.is_public
        if image and is_for_some and not _may_see(request, image):
            raise Http404
        response = super().get(request, signature, image_id, *args, **kwargs)
        if is_for_some:
            add_never_cache_headers(response)
        if response.status_code == HTTPStatus.GONE and stores_rest():
            raise StoreError("the picture cannot be made while its store rests")
        return response

    def redirect(self, rendition: Any) -> HttpResponseBase:
        """Hand on a private picture here and now: no address leads to it."""
        return self.serve(rendition) if rendition.lies_private else super().redirect(rendition)


def _may_see(request: HttpRequest, image: Image) -> bool:
    """Whether an editor asks for a picture, or somebody whom its collection is open to."""
    if is_signed_in(request) and request.user.has_perm("wagtailadmin.access_admin"):
        return True
    restrictions = image.collection.get_view_restrictions()
    is_accepted = image.review == Review.ACCEPTED and not image.is_withheld
    return is_accepted and all(restriction.accept_request(request) for restriction in restrictions)


def original(request: HttpRequest, kind: str, pk: int) -> FileResponse:
    """Give an editor the file that was uploaded last, to look at."""
    file = get_object_or_404(KINDS[kind], pk=pk)
    if not _may_look(request, file):
        raise PermissionDenied
    waiting = waiting_file(file)
    return FileResponse(
        waiting.storage.open(waiting.name),
        as_attachment=True,
        filename=PurePath(waiting.name).name,
    )


def _may_look(request: HttpRequest, file: Document | Image) -> bool:
    policy = policy_registry.get_by_type(type(file))
    may_change = policy.user_has_permission_for_instance(request.user, "change", file)
    return may_change or may_publish(request, type(file))


def may_publish(request: HttpRequest, model: type[Document] | type[Image]) -> bool:
    """Whether who asks may let visitors have files of this kind."""
    return bool(request.user.has_perm(f"media.publish_{model._meta.model_name}"))


@require_POST
def review(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Accept or refuse the file that a moderator has looked at."""
    model = KINDS[kind]
    if not may_publish(request, model):
        raise PermissionDenied
    file = get_object_or_404(model, pk=pk)
    decide = accept if "accept" in request.POST else refuse
    try:
        decide(file=file, seen=request.POST.get("seen", ""))
    except FileChangedError:
        messages.error(
            request,
            _("Somebody uploaded another file of “%(title)s” since. Look at it first.")
            % {"title": file.title},
        )
    else:
        done = _("“%(title)s” was accepted.") if decide is accept else _("“%(title)s” was refused.")
        messages.success(request, done % {"title": file.title})
    return redirect(reverse(f"{kind}s_to_review"))
