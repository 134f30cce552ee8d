"""What translating holds about people: who handed a translation over, and who decided on it.

The titles of states are words of pages, whose own descriptions say whom they name.
"""

from django.utils.translation import gettext_lazy as _

from portal.personal.held import WITH_CONTENT, Ground, Held
from portal.personal.person import Person
from portal.translating.models import Review


def forget_remarks(person: Person) -> None:
    """Delete what a person remarked on translations; that they were reviewed stays."""
    Review.objects.filter(handed_over_by=person.user).update(note="")
    Review.objects.filter(decided_by=person.user).update(comment="")


PURPOSE = _("so that colleagues know who is working on what, and whom to ask")
HELD = [
    Held(
        model="translating.Review",
        name=_("Translations that you handed over"),
        purpose=PURPOSE,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("handed_over_by",),
        fields=("note", "handed_over_at", "status"),
        erase=forget_remarks,
        stays=_("The translation stays; your name and your remarks are removed."),
    ),
    Held(
        model="translating.Review",
        name=_("Translations that you decided on"),
        purpose=_("so that it can be checked later who changed or published what"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("decided_by",),
        fields=("comment", "decided_at", "status"),
        stays=_("The decision stays; your name and your remarks are removed."),
    ),
]
NOBODY = {
    "words of pages, which the pages' own descriptions name": {
        "translating.TranslationState": "title",
    },
}
