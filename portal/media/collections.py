"""Which collections of files are open to everybody."""

from wagtail.models import Collection, CollectionViewRestriction

from portal.media.models import Document


def is_open(document: Document) -> bool:
    """Whether no view restriction stands on the document's collection, or on one above it."""
    path, step = document.collection.path, Collection.steplen
    paths = [path[:end] for end in range(step, len(path) + 1, step)]
    return not CollectionViewRestriction.objects.filter(collection__path__in=paths).exists()
