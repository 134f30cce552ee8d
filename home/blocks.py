"""What the front page is composed of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.asides import CallToActionBlock, LinkBlock
from portal.blocks.pages import PageLinkBlock
from portal.blocks.text import ProseBlock


class HeroBlock(blocks.StructBlock):
    """The first words that a visitor reads."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), rows=3)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), max_num=2, default=[])

    class Meta:
        icon = "home"
        label = _("Opening")


class WorkBlock(blocks.StructBlock):
    """One of the things that the organisation does."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), rows=3)
    page = PageLinkBlock(label=_("Page about it"), required=False)


class WhatWeDoBlock(blocks.StructBlock):
    """What the organisation does, in a few parts."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    items = blocks.ListBlock(WorkBlock(), label=_("Parts"))

    class Meta:
        icon = "list-ul"
        label = _("What we do")


class LatestProjectsBlock(blocks.StructBlock):
    """The projects that began last, listed by themselves."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    count = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=9)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Latest projects")


class LatestNewsBlock(blocks.StructBlock):
    """The last news, listed by themselves."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    count = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=9)

    class Meta:
        icon = "calendar-alt"
        label = _("Latest news")


class CallBlock(blocks.StructBlock):
    """An invitation with a last day: it disappears by itself afterwards."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), rows=3)
    deadline = blocks.DateBlock(label=_("Last day"), required=False)
    link = LinkBlock()


class CallsBlock(blocks.StructBlock):
    """Open calls: for applications, for participation."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    calls = blocks.ListBlock(CallBlock(), label=_("Calls"))

    class Meta:
        icon = "bullhorn"
        label = _("Calls")


class FigureBlock(blocks.StructBlock):
    """A number that says something, and where it comes from."""

    number = blocks.IntegerBlock(label=_("Number"), min_value=0)
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)
    page = PageLinkBlock(label=_("Where it comes from"), required=False)


class FiguresBlock(blocks.StructBlock):
    """A few figures."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"))

    class Meta:
        icon = "order"
        label = _("Figures")


class PartnersBlock(blocks.StructBlock):
    """The organisations of all projects, listed by themselves."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)

    class Meta:
        icon = "group"
        label = _("Partners")


HOME_BLOCKS = [
    ("hero", HeroBlock()),
    ("text", ProseBlock()),
    ("what_we_do", WhatWeDoBlock()),
    ("latest_projects", LatestProjectsBlock()),
    ("latest_news", LatestNewsBlock()),
    ("calls", CallsBlock()),
    ("figures", FiguresBlock()),
    ("partners", PartnersBlock()),
    ("call_to_action", CallToActionBlock()),
]
