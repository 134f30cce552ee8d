"""Which files are public: those that were cleaned, accepted, and are in an open collection.

Of pictures with people, those to which these still agree.
"""

from datetime import timedelta
from typing import Any, Self

from django.db.models import (
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    When,
)
from django.utils import timezone
from wagtail.documents.models import DocumentQuerySet as WagtailDocumentQuerySet
from wagtail.images.models import ImageQuerySet as WagtailImageQuerySet
from wagtail.models import Collection, CollectionViewRestriction

from portal.media.states import CLEANED, People, Review, Urgency

ENDING_WITHIN = timedelta(days=60)


def open_collections() -> QuerySet[Collection]:
    """Return the collections that neither are restricted to some visitors nor lie in such a one."""
    return Collection.objects.filter(~_restriction_on(OuterRef("path")))


def _restriction_on(path: Any) -> Exists:
    return Exists(
        CollectionViewRestriction.objects.alias(
            path_below=ExpressionWrapper(path, output_field=CharField())
        ).filter(path_below__startswith=F("collection__path"))
    )


def consent_over() -> Q:
    """Return the condition that the people in a picture agree no more today."""
    ended = Q(consent_withdrawn=True) | Q(
        consent_until__isnull=False, consent_until__lt=timezone.localdate()
    )
    return Q(ended, people_shown=People.SHOWN)


class OpenMixin(QuerySet):
    """Knows of each file whether its collection is open, in the query that reads it."""

    def with_openness(self) -> Self:
        """Let each file say without a further query whether its collection is open."""
        return self.annotate(known_open=~_restriction_on(OuterRef("collection__path")))

    def closed(self) -> Self:
        """Return the files in collections that not everybody may see."""
        return self.exclude(collection__in=open_collections())


class DocumentQuerySet(OpenMixin, WagtailDocumentQuerySet):
    def public(self) -> Self:
        """Return the documents that everybody may have."""
        public = self.exclude(public_file="").filter(taken_down=None)
        return public.filter(collection__in=open_collections())

    def out_of_place(self) -> Self:
        """Return those whose public file was made for another openness than they have now."""
        is_open = Q(collection__in=open_collections())
        made_otherwise = Q(is_open, made_open=False) | Q(~is_open, made_open=True)
        return self.exclude(public_file="").filter(made_otherwise)

    def misplaced(self) -> Self:
        """Return those whose public file lies in the other store than it should."""
        is_public = Q(collection__in=open_collections(), taken_down=None)
        wrongly = Q(is_public, lies_private=True) | Q(~is_public, lies_private=False)
        return self.exclude(public_file="").filter(wrongly)

    def to_review(self) -> Self:
        """Return the documents whose file waits for a moderator, once it is known to be clean."""
        return self.filter(review=Review.WAITING, processing__in=CLEANED)


class ImageQuerySet(OpenMixin, WagtailImageQuerySet):
    def public(self) -> Self:
        """Return the images that everybody may see."""
        accepted = self.shown().filter(review=Review.ACCEPTED)
        return accepted.filter(collection__in=open_collections())

    def shown(self) -> Self:
        """Return the images without which no page has to stand."""
        return self.filter(~consent_over(), taken_down=None)

    def with_urgency(self) -> Self:
        """Annotate as `urgency` what is to be asked about the people in it; None is nothing."""
        shown = Q(people_shown=People.SHOWN)
        ending = Q(consent_until__lte=timezone.localdate() + ENDING_WITHIN)
        urgency = Case(
            When(consent_over(), then=Urgency.ENDED),
            When(shown & Q(consent_scope=""), then=Urgency.MISSING),
            When(shown & ending, then=Urgency.ENDING),
            When(~shown & ~Q(people_shown=People.NOBODY), then=Urgency.UNKNOWN),
            output_field=IntegerField(),
        )
        return self.annotate(urgency=urgency)

    def to_review(self) -> Self:
        """Return the images that wait for a moderator, or that another picture waits for."""
        return self.filter(Q(review=Review.WAITING) | ~Q(replacement=""))


class RenditionQuerySet(QuerySet):
    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        """Put each in the store where it belongs, as its `save` does."""
        images = {rendition.image for rendition in objs}
        private = {image for image in images if not image.is_public}
        for rendition in objs:
            rendition.lies_private = rendition.image in private
        return super().bulk_create(objs, *args, **kwargs)

    def misplaced(self) -> Self:
        """Return those in another store than they should lie in now."""
        images: Any = self.model._meta.get_field("image").related_model
        is_public = Q(image__in=images.objects.public())
        return self.filter(Q(is_public, lies_private=True) | Q(~is_public, lies_private=False))
