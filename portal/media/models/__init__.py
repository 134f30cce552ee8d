"""The site's own images and documents, and the files that are about to be deleted."""

from portal.media.leftovers import Leftover
from portal.media.models.documents import Document, DocumentText
from portal.media.models.images import Image, Rendition

__all__ = ["Document", "DocumentText", "Image", "Leftover", "Rendition"]
