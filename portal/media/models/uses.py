"""Where drafts name files: Wagtail's index of references knows only what the rows say."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Revision


class DraftUse(models.Model):
    """A file that a draft of a page or snippet names; the columns are those of ReferenceIndex."""

    wagtail_reference_index_ignore = True

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    base_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    to_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    to_object_id = models.CharField(max_length=255)
    model_path = models.TextField()
    content_path = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["to_content_type", "to_object_id"], name="draft_use_of"),
            models.Index(fields=["base_content_type", "object_id"], name="draft_use_by"),
        ]

    def __str__(self) -> str:
        return f"{self.to_object_id} in {self.revision}"
