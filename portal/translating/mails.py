"""The mails by which a translation goes from hand to hand; none says what it is about."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import TRANSLATE
from portal.mail.kinds import Kind


def _kind(key: str, name: Any) -> Kind:
    return Kind(
        key,
        name,
        f"translating/{key}",
        optional=True,
        permission=TRANSLATE,
        example={"link": "/admin/"},
    )


HANDED_OVER = _kind("translation_handed_over", _("A translation is waiting for you"))
ASKED = _kind("translation_asked", _("Changes are asked for in a translation that you handed over"))
APPROVED = _kind("translation_approved", _("A translation that you handed over was published"))
KINDS = [HANDED_OVER, ASKED, APPROVED]
