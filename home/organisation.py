"""What donors and journalists look for: people, registration, reports, contact for the press."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from home.blocks import FiguresBlock
from portal.blocks.body import BODY_BLOCKS
from portal.blocks.phone import phone_block
from portal.media.models import Image

PUBLIC_ONLY = _("Only what is public because of their work. Never a private address.")


class PersonBlock(blocks.StructBlock):
    """Somebody who works for the organisation or governs it, as the public may know them."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.CharBlock(label=_("What they do here"), max_length=160)
    photo = ImageChooserBlock(
        label=_("Photograph"),
        required=False,
        help_text=_("With the person’s consent, which is recorded at the picture."),
    )
    email = blocks.EmailBlock(
        label=_("E-mail at work"), required=False, default="", help_text=PUBLIC_ONLY
    )
    telephone = phone_block(required=False, default="", help_text=PUBLIC_ONLY)


class PeopleBlock(blocks.StructBlock):
    """The people of the organisation: staff, board, advisers."""

    people = blocks.ListBlock(PersonBlock(), label=_("People"), min_num=1, collapsed=True)

    class Meta:
        icon = "group"
        label = _("People of the organisation")
        help_text = _("One block for each group; put a heading before it: staff, board.")
        template = "blocks/people.html"


class RegistrationBlock(blocks.StructBlock):
    """How the organisation is registered by law."""

    name = blocks.CharBlock(label=_("Registered name"), max_length=200)
    form = blocks.CharBlock(label=_("Legal form"), required=False, default="", max_length=120)
    register = blocks.CharBlock(
        label=_("Register"), max_length=200, help_text=_("The court or office that keeps it.")
    )
    number = blocks.CharBlock(label=_("Number of the decision"), max_length=80)
    date = blocks.DateBlock(label=_("Date of registration"), required=False)
    nipt = blocks.CharBlock(label="NIPT", required=False, default="", max_length=40)
    seat = blocks.CharBlock(label=_("Seat"), required=False, default="", max_length=200)

    class Meta:
        icon = "clipboard-list"
        label = _("Legal registration")
        template = "blocks/registration.html"


class ReportKind(models.TextChoices):
    """What a report accounts for."""

    ANNUAL = "annual", _("Annual report")
    FINANCIAL = "financial", _("Financial statements")
    AUDIT = "audit", _("Auditor’s report")


class ReportValue(blocks.StructValue):
    """A report of one year in one language."""

    @property
    def kind_label(self) -> str:
        """The kind in the visitor's language."""
        return str(ReportKind(self["kind"]).label)


class ReportBlock(blocks.StructBlock):
    """A report of one year in one language."""

    year = blocks.IntegerBlock(label=_("Year"), min_value=1990, max_value=2100)
    kind = blocks.ChoiceBlock(choices=ReportKind.choices, default="annual", label=_("Kind"))
    language = blocks.ChoiceBlock(
        choices=settings.LANGUAGES, default="sq", label=_("Language of the report")
    )
    document = DocumentChooserBlock(label=_("Document"))

    class Meta:
        value_class = ReportValue


class ReportsValue(blocks.StructValue):
    """Reports, which are shown by year."""

    @property
    def years(self) -> list[tuple[int, list[Any]]]:
        """Pairs of a year and its reports, the last year first."""
        reports = [report for report in self["reports"] if report["document"]]
        years = sorted({report["year"] for report in reports}, reverse=True)
        return [(year, [each for each in reports if each["year"] == year]) for year in years]


class ReportsBlock(blocks.StructBlock):
    """What the organisation did and spent, year by year."""

    reports = blocks.ListBlock(ReportBlock(), label=_("Reports"), min_num=1, collapsed=True)

    class Meta:
        icon = "doc-full"
        label = _("Annual and financial reports")
        help_text = _("They are shown by year, the latest first, whatever their order here.")
        template = "blocks/reports.html"
        value_class = ReportsValue


class PressContactBlock(blocks.StructBlock):
    """Whom journalists ask."""

    name = blocks.CharBlock(label=_("Person or office"), max_length=120)
    role = blocks.CharBlock(
        label=_("What they do here"), required=False, default="", max_length=160
    )
    email = blocks.EmailBlock(
        label=_("E-mail"),
        help_text=_("Of the organisation, so that somebody reads it when one person is away."),
    )
    telephone = phone_block(required=False, default="")
    hours = blocks.CharBlock(label=_("Hours"), required=False, default="", max_length=120)
    languages = blocks.CharBlock(
        label=_("Languages"), max_length=120, help_text=_("In which questions are answered.")
    )
    purpose = blocks.TextBlock(
        label=_("What for"),
        rows=2,
        help_text=_("What they are asked about, and what they are not."),
    )

    class Meta:
        icon = "mail"
        label = _("Contact for the press")
        template = "blocks/press_contact.html"


STANDARD_BLOCKS = [
    *BODY_BLOCKS,
    ("people", PeopleBlock()),
    ("registration", RegistrationBlock()),
    ("reports", ReportsBlock()),
    ("press_contact", PressContactBlock()),
    ("figures", FiguresBlock()),
]


def photographs(body: StreamValue) -> list[Image]:
    """Return the photographs of all people in a page's body."""
    people = (person for block in body.blocks_by_name("people") for person in block.value["people"])
    return [person["photo"] for person in people if person["photo"]]
