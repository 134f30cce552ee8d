"""The shared terms' part of the demonstration content: those that belong to no room alone."""

from portal.demo.build import Demo
from portal.demo.content import Content
from portal.demo.terms import make_term
from portal.terms.models import Skill

CONTENT = Content(__file__)


def outline(demo: Demo) -> None:
    """Make the skills, which pages of any room may name."""
    for slug, name in CONTENT["skills"].items():
        make_term(demo, Skill, slug, {"name": name})


def write(demo: Demo) -> None:
    """Terms have no pages to write."""
