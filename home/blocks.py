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
        help_text = _(
            "The first words on the panel. The page shows one opening, wherever you put it."
        )


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
        help_text = _("Cards side by side, each leading to a page.")


class SpotlightBlock(blocks.StructBlock):
    """A section of the site over the whole width, with what is found in it."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), rows=3)
    link = LinkBlock()
    items = blocks.ListBlock(WorkBlock(), label=_("What is found there"), max_num=6, collapsed=True)

    class Meta:
        icon = "view"
        label = _("Spotlight")
        help_text = _(
            "A band over the whole width, for the one or two sections that matter most: the "
            "knowledge base, for example."
        )


class WayBlock(blocks.StructBlock):
    """One way to take part."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), rows=3)
    link = LinkBlock()


class WaysBlock(blocks.StructBlock):
    """Ways to take part, side by side: training, mentoring."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    ways = blocks.ListBlock(WayBlock(), label=_("Ways"), min_num=1, max_num=3, collapsed=True)

    class Meta:
        icon = "group"
        label = _("Ways to take part")
        help_text = _("Two or three panels side by side, each with a button: training, mentoring.")


class LatestProjectsBlock(blocks.StructBlock):
    """The projects that began last, listed by themselves."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    count = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=9)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Latest projects")
        help_text = _("Lists the projects that began last, by itself.")


class LatestNewsBlock(blocks.StructBlock):
    """The last news, listed by themselves."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    count = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=9)

    class Meta:
        icon = "calendar-alt"
        label = _("Latest news")
        help_text = _("Lists the last news, by itself.")


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
        help_text = _("A call disappears by itself after its last day.")


class FigureBlock(blocks.StructBlock):
    """A number that says something, and where it comes from."""

    number = blocks.IntegerBlock(label=_("Number"), min_value=0)
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)
    page = PageLinkBlock(label=_("Where it comes from"), required=False)
    source = blocks.CharBlock(
        label=_("Source"),
        required=False,
        default="",
        max_length=160,
        help_text=_("The paper or the office that the number is from, as readers know it."),
    )
    date = blocks.DateBlock(
        label=_("As of"), required=False, help_text=_("The day for which the number holds.")
    )


class FiguresBlock(blocks.StructBlock):
    """A few figures."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"))

    class Meta:
        icon = "order"
        label = _("Figures")
        help_text = _(
            "Numbers in large type. Say of each where it comes from and for which day it holds."
        )


class PartnersBlock(blocks.StructBlock):
    """The organisations of all projects, listed by themselves."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)

    class Meta:
        icon = "group"
        label = _("Partners")
        help_text = _("Lists the organisations of all projects, by itself.")


HOME_BLOCKS = [
    ("hero", HeroBlock()),
    ("text", ProseBlock()),
    ("what_we_do", WhatWeDoBlock()),
    ("spotlight", SpotlightBlock()),
    ("ways", WaysBlock()),
    ("latest_projects", LatestProjectsBlock()),
    ("latest_news", LatestNewsBlock()),
    ("calls", CallsBlock()),
    ("figures", FiguresBlock()),
    ("partners", PartnersBlock()),
    ("call_to_action", CallToActionBlock()),
]
