"""Terms that every room files its content under; a relation always names the source's row."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin

from portal.publishing.mixins import WITH_PUBLISH, PublicAtOnce
from portal.synchronised import synchronised
from portal.terms.slugs import SlugOnce


def source_terms() -> Q:
    """Limit a chooser to the rows of the source language, which relations point to."""
    return Q(locale__language_code=settings.LANGUAGE_CODE)


class Term(SlugOnce, PublicAtOnce, TranslatableMixin, models.Model):
    """A name in each language under one slug, which addresses use in all of them."""

    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(
        _("code in addresses"),
        max_length=80,
        help_text=_("The same in every language. Addresses with the old code lead to the new one."),
    )

    override_translatable_fields = synchronised("slug")
    panels: list[Any] = [FieldPanel("name"), FieldPanel("slug")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        default_permissions = WITH_PUBLISH
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"], name="%(app_label)s_%(class)s_slug_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class FormerCode(models.Model):
    """A code that a kind of terms, known by its translation key, had before it was renamed."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    code = models.SlugField(max_length=80)
    translation_key = models.UUIDField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["content_type", "code"], name="terms_former_code_once")
        ]

    def __str__(self) -> str:
        return self.code


class Theme(Term):
    """A subject that content is about."""

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Need(Term):
    """What a person needs in order to live safely and by her own means."""

    class Meta(Term.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")


class Skill(Term):
    """What somebody who supports survivors, or works for a municipality, can do and can learn."""

    class Meta(Term.Meta):
        verbose_name = _("skill")
        verbose_name_plural = _("skills")


class ConsultationGroup(Term):
    """A group of people that a project consults and answers to."""

    class Meta(Term.Meta):
        verbose_name = _("consultation group")
        verbose_name_plural = _("consultation groups")


class Municipality(Term):
    """A municipality, with the seat that marks it on the map."""

    longitude = models.DecimalField(
        _("longitude of the seat"),
        max_digits=6,
        decimal_places=3,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("In degrees east, for example 19.818."),
    )
    latitude = models.DecimalField(
        _("latitude of the seat"),
        max_digits=5,
        decimal_places=3,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("In degrees north, for example 41.328."),
    )
    inhabitants = models.PositiveIntegerField(
        _("number of inhabitants"),
        null=True,
        blank=True,
        help_text=_("As the last census counted them. Leave it empty if you have no source."),
    )

    parts = [("name", "longitude", "latitude")]
    panels = [
        *Term.panels,
        FieldRowPanel([FieldPanel("longitude"), FieldPanel("latitude")], heading=_("Map")),
        FieldPanel("inhabitants"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")


class Organisation(Term):
    """A donor, partner or implementer, with the logo that it asks to be shown by."""

    url = models.URLField(_("web address"), blank=True)
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    logo_alt = models.CharField(
        _("alternative text of the logo"),
        max_length=200,
        blank=True,
        help_text=_("What the logo shows, for those who do not see it."),
    )

    parts = [("name", "url", "logo", "logo_alt")]
    panels = [
        *Term.panels,
        FieldPanel("url"),
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("logo_alt")], heading=_("Logo")),
    ]

    class Meta(Term.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def pictures(self) -> dict[int, list[str]]:
        """Return the id of the logo, with how pages cut it."""
        return {self.logo_id: ["logo"]} if self.logo_id else {}
