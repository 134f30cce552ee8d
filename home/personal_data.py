"""The organisation's own pages may name those who work for it."""

from django.utils.translation import gettext_lazy as _

from portal.personal.held import WITH_CONTENT, Ground, Named

NAMED = [
    Named(
        name=_("Pages about the organisation: staff and contacts"),
        purpose=_("to publish what the organisation does, and with whom"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT.text,
        fields={
            "home.HomePage": "body summary internal_note",
            "home.StandardPage": "body summary internal_note",
            "home.HelpPage": "body summary internal_note",
            "home.NewsIndexPage": "summary internal_note",
            "home.NewsPage": "body summary internal_note cover_alt",
            "home.ContactPage": "body summary internal_note address telephones hours",
        },
    ),
]
