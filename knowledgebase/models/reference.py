"""Works of others that our texts cite, entered once for all of them."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from knowledgebase.models.fields import authors_field
from portal.publishing.mixins import WITH_PUBLISH, PublicAtOnce


class ReferenceKind(models.TextChoices):
    """What kind of work it is, by its name in CSL (Citation Style Language)."""

    BOOK = "book", _("Book")
    CHAPTER = "chapter", _("Chapter of a book")
    ARTICLE = "article-journal", _("Article in a journal")
    REPORT = "report", _("Report")
    LAW = "legislation", _("Law")
    WEB = "webpage", _("Web page")


class Reference(PublicAtOnce, index.Indexed, models.Model):
    """A cited work as it calls itself; it has no translations."""

    key = models.CharField(
        _("key"),
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9-]*$")],
        help_text=_("By which texts cite it: [@edmond-2013]. Small letters, digits and hyphens."),
    )
    kind = models.CharField(
        _("kind"), max_length=16, choices=ReferenceKind, default=ReferenceKind.REPORT
    )
    authors = authors_field()
    title = models.TextField(_("title"))
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    container = models.CharField(
        _("published in"),
        max_length=255,
        blank=True,
        help_text=_("The journal, book or official gazette."),
    )
    volume = models.CharField(_("volume"), max_length=20, blank=True)
    issue = models.CharField(_("issue"), max_length=20, blank=True)
    pages = models.CharField(_("pages"), max_length=40, blank=True)
    publisher = models.CharField(_("publisher"), max_length=255, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("A code: sq, en, sv.")
    )
    doi = models.CharField(_("DOI"), max_length=120, blank=True)
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    url = models.URLField(_("web address"), blank=True)
    accessed_on = models.DateField(_("read on"), null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    panels = [
        FieldPanel("key"),
        FieldPanel("kind"),
        FieldPanel("authors"),
        FieldPanel("title"),
        FieldPanel("year"),
        MultiFieldPanel(
            [
                FieldPanel("container"),
                FieldRowPanel([FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("place")]),
            ],
            heading=_("Where it was published"),
        ),
        FieldRowPanel(
            [FieldPanel("language"), FieldPanel("doi"), FieldPanel("isbn")],
            heading=_("For libraries"),
        ),
        FieldRowPanel([FieldPanel("url"), FieldPanel("accessed_on")], heading=_("On the web")),
    ]
    search_fields = [
        index.AutocompleteField("title"),
        index.SearchField("title"),
        index.SearchField("authors"),
        index.SearchField("key"),
    ]

    class Meta:
        default_permissions = WITH_PUBLISH
        ordering = ["key"]
        verbose_name = _("reference")
        verbose_name_plural = _("references")

    def __str__(self) -> str:
        return f"[@{self.key}] {self.title}"
