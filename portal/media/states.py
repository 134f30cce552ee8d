"""How far a file is on its way to the public, and what an editor can do about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Processing(models.TextChoices):
    """What became of a file's check; "encrypted" and those after it bar it from the public."""

    WAITING = "waiting", _("being checked")
    READY = "ready", _("ready")
    NO_TEXT = "no_text", _("without text")
    PARTIAL = "partial", _("read in part")
    ENCRYPTED = "encrypted", _("protected")
    DAMAGED = "damaged", _("damaged")
    TOO_BIG = "too_big", _("too big to be checked")
    UNCLEAN = "unclean", _("cannot be cleaned")


class Review(models.TextChoices):
    """What a moderator said of the file that was uploaded last."""

    WAITING = "waiting", _("waiting for a moderator")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


class People(models.TextChoices):
    """Whether a picture shows people who can be recognised."""

    UNKNOWN = "unknown", _("I do not know yet")
    NOBODY = "nobody", _("Nobody can be recognised")
    SHOWN = "shown", _("Yes, people can be recognised")


# Those whose file can be cleaned of metadata about people.
CLEANED = frozenset({Processing.READY, Processing.NO_TEXT, Processing.PARTIAL})


class Urgency(models.IntegerChoices):
    """What is to be asked about the people in a picture, the most urgent first."""

    ENDED = 1, _("The consent ended")
    MISSING = 2, _("People are shown, and no consent is written down")
    ENDING = 3, _("The consent ends soon")
    UNKNOWN = 4, _("Nobody has said yet whether people are shown")


CONSENT_ADVICE = {
    Urgency.ENDED: _(
        "Pages no longer show it. Ask the people again and note until when they agree, "
        "or take the picture out of the pages, with what its caption says about them."
    ),
    Urgency.MISSING: _("Write down what they agreed to, or take the picture out of the pages."),
    Urgency.ENDING: _(
        "Ask the people again and note until when they agree. Otherwise pages stop showing "
        "it after that day."
    ),
    Urgency.UNKNOWN: _("Look at the picture and say whether people can be recognised."),
}

REVIEW_ADVICE = {
    Review.WAITING: _("Visitors get this file when a moderator has accepted it."),
    Review.REFUSED: _("A moderator refused this file. Visitors do not get it: upload another."),
}
EARLIER_FILE = _("Until then they get the earlier one.")

ADVICE = {
    Processing.WAITING: _(
        "It is being checked and cleaned of its authors' names. Visitors can download it when "
        "that is done, usually within a minute."
    ),
    Processing.UNCLEAN: _(
        "Visitors cannot download it, because it holds something that its authors' names could "
        "not be removed from, such as an embedded object, a film or a picture of a rare kind. "
        "Put a picture (JPEG or PNG) in its place, or save it as PDF, and upload it again."
    ),
    Processing.NO_TEXT: _(
        "Visitors can download it, but search cannot find what it says: it holds no text, perhaps "
        "because it was scanned. Recognise its text with a scanning program (OCR) and upload it "
        "again."
    ),
    Processing.PARTIAL: _(
        "Visitors can download it, but it is so long that search knows only its beginning. Upload "
        "its parts one by one if all of it should be found."
    ),
    Processing.ENCRYPTED: _(
        "Visitors cannot download it, because it is protected and its authors' names could not be "
        "removed. Save it without protection and upload it again."
    ),
    Processing.DAMAGED: _(
        "Visitors cannot download it, because it is damaged and its authors' names could not be "
        "removed. Save it again and upload it again."
    ),
    Processing.TOO_BIG: _(
        "Visitors cannot download it, because checking it took too much time or memory. Save it "
        "with smaller pictures or in parts and upload it again."
    ),
}
