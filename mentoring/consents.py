"""What every member agrees to: the code of conduct. Withdrawing it is leaving the programme."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.personal.consents import Purpose

RULES = (
    _(
        "Mentoring is a conversation between professionals about their work. It is voluntary, and "
        "either side can end it at any time without giving a reason."
    ),
    _(
        "What you tell each other stays between you. The coordinator learns of it only if one of "
        "you asks for help, or if somebody is in danger."
    ),
    _(
        "Never write or say anything that could identify a survivor, a child or their family. "
        "Speak about cases without names, places or dates."
    ),
    _(
        "Mentoring is not a way to decide on a case, to get support for a survivor or to reach "
        "the services. If somebody is in danger, call 129 or 112."
    ),
    _(
        "Say it if you could not be impartial: because you work in the same office, decide on "
        "each other’s work, or are related."
    ),
    _(
        "Treat each other with respect, keep to what you agreed, and say in good time if you "
        "cannot. Ask for no money, gift or favour, and offer none."
    ),
    _(
        "Meet at work, in public or online. Write to each other through the portal; nobody has to "
        "give a telephone number or an address."
    ),
    _("If something is not right, tell the coordinator. Nobody is put at a disadvantage for it."),
)


def leave(user: User) -> None:
    """Take somebody out of the programme who does not agree to the code any longer."""
    from mentoring.profiles.actions import leave  # noqa: PLC0415, needs this module

    leave(user=user)


CODE_OF_CONDUCT = Purpose(
    key="mentoring_code",
    title=_("Mentoring: the code of conduct"),
    text=format_lazy("\n\n".join(["{}"] * len(RULES)), *RULES),
    version=1,
    withdrawn=leave,
    asked_at="mentoring_join",
)
PURPOSES = [CODE_OF_CONDUCT]
