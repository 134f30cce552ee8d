"""What bundles hold about people: who made, filled, scheduled and published them."""

from django.utils.translation import gettext_lazy as _

from portal.personal.held import Ground, Held, Kept

REVIEW = _("so that it can be checked later who changed or published what")
RECORD = Kept(text=_("as long as the record of the publication is kept"))
HELD = [
    Held(
        model="bundles.Bundle",
        name=_("Bundles that you made, scheduled, published or dissolved"),
        purpose=REVIEW,
        ground=Ground.LEGITIMATE,
        kept=RECORD,
        links=("made_by", "scheduled_by", "ended_by"),
        fields=("title", "state", "made_at", "scheduled_for", "ended_at"),
        secret=("missed_why",),
        stays=_("The record of what was published stays; your name is removed."),
    ),
    Held(
        model="bundles.BundleItem",
        name=_("What you put into bundles"),
        purpose=REVIEW,
        ground=Ground.LEGITIMATE,
        kept=RECORD,
        links=("added_by",),
        fields=("title", "language", "added_at"),
        secret=("version", "fault"),
        stays=_("The record of what was published stays; your name is removed."),
    ),
]
