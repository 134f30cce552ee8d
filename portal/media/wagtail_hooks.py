"""What the media app adds to the admin: what moderators do, and what follows a move."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from portal.media import lists
from portal.media.actions import follow_collections, hold_back
from portal.media.alternatives import gaps_in
from portal.media.models import Document, Image
from portal.media.querysets import consent_over, open_collections
from portal.media.views import may_publish, original, review


@hooks.register("register_admin_urls", order=-1)
def register_addresses() -> list[URLPattern]:
    """Give what moderators do with files its addresses, and lists that count every use."""
    return [
        *lists.addresses(),
        re_path(r"^files/(document|image)/(\d+)/original/$", original, name="original_file"),
        re_path(r"^files/(document|image)/(\d+)/review/$", review, name="review_file"),
    ]


for bulk_action in (lists.DeleteImages, lists.DeleteDocuments):
    hooks.register("register_bulk_action", bulk_action, order=1)


@hooks.register("after_bulk_action")
def follow_moved_files(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Follow files that were moved to another collection, which sends no signal."""
    files = [file for file in objects if isinstance(file, Document | Image)]
    if action_type != "add_to_collection" or not files:
        return
    if not may_publish(request, type(files[0])):
        closed = [file.pk for file in files if not file.is_open]  # as they were read before
        opened = type(files[0]).objects.filter(pk__in=closed, collection__in=open_collections())
        hold_back(list(opened))
    follow_collections()


@hooks.register("after_publish_page")
@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn_of_missing_words(request: HttpRequest, instance: Any) -> None:
    """Tell who published something which pictures in it say nothing to those who see none."""
    for gap in gaps_in(instance):
        said = _("The picture “%(title)s” is shown to visitors. %(problem)s Say what it shows.")
        messages.warning(request, said % {"title": gap.image.title, "problem": gap.problem})


@hooks.register("construct_image_chooser_queryset")
def leave_out_ended_consents(images: QuerySet, request: HttpRequest) -> QuerySet:
    """Offer no picture for pages whose people agree no more to be shown."""
    return images.exclude(pk__in=Image.objects.filter(consent_over()).values("pk"))
