"""What is told of a certificate, term by term, in the active language."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import ceil

from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.certificates.models import Certificate
from portal.certificates.snapshot import Snapshot

Fact = tuple[str, str]


def facts(certificate: Certificate) -> list[Fact]:
    """Return what its holder and its paper know of it."""
    known = certificate.achievement
    return [*_length(known), *_company(known), *_days(certificate)]


def public_facts(certificate: Certificate) -> list[Fact]:
    """Return the same without what might tell who the holder is."""
    return [*_length(certificate.achievement), *_days(certificate)]


def _length(known: Snapshot) -> Iterator[Fact]:
    if known.hours:
        hours = ngettext("%(number)s hour", "%(number)s hours", ceil(known.hours))
        yield _("Duration"), hours % {"number": amount(known.hours)}
    if known.credits:
        yield _("Credits"), amount(known.credits)
    if known.accreditor:
        yield _("Accredited by"), ", ".join(filter(None, (known.accreditor, known.accreditation)))


def _company(known: Snapshot) -> Iterator[Fact]:
    if known.cohort:
        yield _("Group"), known.cohort
    if known.began_on or known.ended_on:
        yield _("Period"), period(known.began_on, known.ended_on)


def _days(certificate: Certificate) -> Iterator[Fact]:
    yield _("Issued on"), date_format(certificate.issued_on)
    if certificate.valid_until:
        yield _("Valid until"), date_format(certificate.valid_until)


def amount(number: Decimal) -> str:
    """Return a number as the active language writes it, without places that say nothing."""
    return str(localize(number.normalize()))


def period(began_on: date | None, ended_on: date | None) -> str:
    """Return from when until when, as far as it is known; one day once."""
    return " – ".join(date_format(day) for day in dict.fromkeys((began_on, ended_on)) if day)
