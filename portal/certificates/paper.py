"""A certificate on paper: a page in each of its languages, set by typst."""

import json
import shutil
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from portal.certificates.facts import facts
from portal.certificates.models import Certificate
from portal.furniture.models import Furniture
from portal.paper.compile import furnish, set_folder
from portal.paper.letters import breakable, printable
from portal.paper.qr import qr_code

LAYOUT = Path(__file__).parent / "typst" / "certificate.typ"


def pdf_of(certificate: Certificate) -> bytes:
    """Return the tagged PDF (PDF/UA-1) of a certificate.

    Takes a second: call it in a background task. Raises PaperError.
    """
    pages = [page(certificate, language) for language in certificate.languages]
    with TemporaryDirectory(prefix="certificate-") as name:
        folder = Path(name)
        furnish(folder)
        shutil.copy(LAYOUT, folder / "layout.typ")
        (folder / "document.json").write_text(json.dumps([_printable(each) for each in pages]))
        for each in pages:
            (folder / each["qr"]).write_bytes(qr_code(each["address"]))
        noon = datetime.combine(certificate.issued_on, time(12), timezone.get_current_timezone())
        return set_folder(folder, noon)


def page(certificate: Certificate, language: str) -> dict[str, Any]:
    """Return what stands on the page in a language, in its words."""
    with override(language):
        furniture = Furniture.objects.current() or Furniture()
        text = certificate.achievement.texts[language]
        return {
            "language": language,
            "organisation": furniture.name,
            "heading": pgettext("on paper", "Certificate"),
            "certified": pgettext("certificate", "This is to certify that"),
            "name": certificate.name,
            "completed": pgettext("certificate", "has completed"),
            "title": text.title,
            "achieved": [*text.achieved],
            "facts": [*map(list, facts(certificate))],
            "code": certificate.code_in_groups,
            "check": pgettext("certificate", "Check this certificate"),
            "address": site_url(reverse("certificate", args=[certificate.code])),
            "shown": site_url(reverse("check_certificate")).partition("//")[2],
            "qr": f"qr-{language}.svg",
            "qr_in_words": _(
                "QR code with the address of the page where this certificate can be checked"
            ),
        }


def site_url(path: str) -> str:
    """Return the absolute address of a path, for readers on paper."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def _printable(value: Any) -> Any:
    """Return a page, or a part of it, with every text safe to set; addresses stay as they are."""
    if isinstance(value, dict):
        return {
            **{key: _printable(each) for key, each in value.items()},
            "address": value["address"],
        }
    if isinstance(value, list):
        return [_printable(each) for each in value]
    return breakable(printable(value))
