"""How far a document is on its way to the public, and what an editor can do about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Processing(models.TextChoices):
    """What became of a document's check; "encrypted" and those after it bar it from the public."""

    WAITING = "waiting", _("being checked")
    READY = "ready", _("ready")
    NO_TEXT = "no_text", _("without text")
    PARTIAL = "partial", _("read in part")
    ENCRYPTED = "encrypted", _("protected")
    DAMAGED = "damaged", _("damaged")
    TOO_BIG = "too_big", _("too big to be checked")


# Those whose file was cleaned of metadata about people.
PUBLIC = frozenset({Processing.READY, Processing.NO_TEXT, Processing.PARTIAL})

ADVICE = {
    Processing.WAITING: _(
        "It is being checked and cleaned of its authors' names. Visitors can download it when "
        "that is done, usually within a minute."
    ),
    Processing.NO_TEXT: _(
        "Visitors can download it, but search cannot find what it says: it holds no text, perhaps "
        "because it was scanned. Recognise its text with a scanning program (OCR) and upload it "
        "again."
    ),
    Processing.PARTIAL: _(
        "Visitors can download it, but it is so long that search knows only its beginning. Upload "
        "its parts one by one if all of it shall be found."
    ),
    Processing.ENCRYPTED: _(
        "Visitors cannot download it, because it is protected and its authors' names could not be "
        "removed. Save it without protection and upload it again."
    ),
    Processing.DAMAGED: _(
        "Visitors cannot download it, because it is damaged and its authors' names could not be "
        "removed. Save it anew and upload it again."
    ),
    Processing.TOO_BIG: _(
        "Visitors cannot download it, because checking it took too much time or memory. Save it "
        "with smaller pictures or in parts and upload it again."
    ),
}
