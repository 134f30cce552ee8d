"""What every pair agrees on about confidentiality; it is signed together with their own words."""

from django.utils.translation import gettext_lazy as _

# Whoever changes the sentences counts it up: all pairs then sign again.
VERSION = 1
SENTENCES = (
    _("What we tell each other stays between us, also after we have ended."),
    _(
        "We speak about cases without names, places or dates, and never share anything that could "
        "identify a survivor, a child or their family."
    ),
    _(
        "If somebody is in danger, we call 129 or 112. Only then, or if one of us asks the "
        "coordinator for help, do others learn what was said."
    ),
)
