"""Leads from the parts of the admin's forms to what the guide says about them."""

from typing import Any

from django import template

from portal.guide.panels import link_to, section_about

register = template.Library()


@register.inclusion_tag("guide/link.html")
def guide_link(panel: Any) -> dict[str, str]:
    """Show the link beside the heading of a panel; nothing where it has no heading."""
    return link_to(section_about(panel)) if panel.heading else {}


@register.inclusion_tag("guide/links.html")
def guide_links(*sections: str) -> dict[str, Any]:
    """Show links above a form that has no panels."""
    return {"links": [link_to(section) for section in sections]}
