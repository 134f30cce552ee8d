"""The site's own images and documents, where drafts name them, and files about to be deleted."""

from portal.media.leftovers import Leftover
from portal.media.models.documents import Document, DocumentText
from portal.media.models.images import Image, Rendition
from portal.media.models.uses import DraftUse

__all__ = ["Document", "DocumentText", "DraftUse", "Image", "Leftover", "Rendition"]
