"""The contact form's part of the demonstration content: subjects, and who reads them."""

from home.enquiries.models import Subject
from portal.accounts.models import User
from portal.demo.build import Demo
from portal.demo.content import Content
from portal.demo.terms import make_term
from portal.terms.models import source_terms

CONTENT = Content(__file__)
READERS = {"ndihme": "coordinator@example.org", "bashkepunim": "moderator@example.org"}


def outline(demo: Demo) -> None:
    """Make the subjects."""
    for slug, name in CONTENT["subjects"].items():
        make_term(demo, Subject, slug, {"name": name})


def write(demo: Demo) -> None:
    """Subjects have no pages to write."""


def make_people() -> None:
    """Route each subject to one of the demonstration's accounts, unless somebody has."""
    for subject in Subject.objects.filter(source_terms(), slug__in=READERS, people=None):
        subject.people.set(User.objects.filter(email=READERS[subject.slug]))
