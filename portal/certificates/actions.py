"""What is done with a certificate: issued, issued again, revoked, withdrawn, shown with a name.

Each action waits for whoever does something with the same person's certificates; the person is
locked before the certificate, as an erasure does it.
"""

from collections.abc import Iterable
from functools import partial
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from portal.accounts.messages import write
from portal.accounts.models import User
from portal.certificates.models import Certificate, Reason, today
from portal.certificates.snapshot import Award
from portal.certificates.tasks import make_paper
from portal.paper.letters import printable
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError
from portal.validators import one_line


@transaction.atomic
def issue(*, holder: User, award: Award, by: User | None) -> Certificate:
    """Return the holder's current certificate of the subject, issued now unless there is one.

    One that has expired is replaced. `by` is None where a room issues by its own rule. Raises
    RefusedError for a name that cannot be printed, and User.DoesNotExist for somebody who was
    erased meanwhile.
    """
    holder = User.objects.locked().get(pk=holder.pk)
    known = Certificate.objects.current().select_for_update(of=("self",))
    current = known.filter(holder=holder, subject=award.subject).first()
    if current and not current.has_expired:
        return current
    name = printable_name(holder.name)
    if current:
        _replace(current)
    certificate = Certificate.objects.create(
        holder=holder,
        kind=award.kind,
        subject=award.subject,
        name=name,
        snapshot=award.snapshot.as_json(),
        languages=[*award.languages],
        issued_on=award.issued_on or today(),
        valid_until=award.valid_until,
        replaces=current,
    )
    record(Action.CERTIFICATE_ISSUED, by=by, about=holder, of=certificate, kind=award.kind)
    _announce(
        certificate,
        gettext_lazy("Your certificate is ready"),
        gettext_lazy(
            "You can download it and choose whether anyone who checks it can see your name."
        ),
    )
    return certificate


@transaction.atomic
def reissue(*, certificate: Certificate, name: str, by: User) -> Certificate:
    """Return a new certificate with a corrected name, which takes the place of the old one.

    Days and achievement stay. The choice to show the name is asked for anew. Raises RefusedError
    for one that is not current, and for a name that cannot be printed.
    """
    old = Certificate.objects.locked(certificate)
    _require_current(old)
    name = printable_name(name)
    _replace(old)
    new = Certificate.objects.create(
        holder=old.holder,
        kind=old.kind,
        subject=old.subject,
        name=name,
        snapshot=old.snapshot,
        languages=old.languages,
        issued_on=old.issued_on,
        valid_until=old.valid_until,
        replaces=old,
    )
    record(Action.CERTIFICATE_REISSUED, by=by, about=new.holder, of=new, replaces=old.pk)
    _announce(
        new,
        gettext_lazy("Your certificate was corrected"),
        gettext_lazy(
            "It has a new code. Anyone who checks the old one will see that the certificate was "
            "replaced. Please choose again whether they can see your name."
        ),
    )
    return new


@transaction.atomic
def revoke(*, certificate: Certificate, reason: Reason, by: User, words: str = "") -> None:
    """Declare a certificate void for a reason that everybody may read; `words` are for the file.

    Raises RefusedError for one that is not current.
    """
    row = Certificate.objects.locked(certificate)
    _require_current(row)
    row.revoked_at, row.revoked_by = timezone.now(), by
    row.revoked_reason, row.revoked_words = reason, words
    row.name_shown_since = None
    _save_without_paper(row)
    record(Action.CERTIFICATE_REVOKED, by=by, about=row.holder, of=row, reason=str(reason.value))
    _tell(
        row,
        gettext_lazy("Your certificate was revoked"),
        gettext_lazy(
            "Anyone who checks it will see this and the reason. If you think that it is a "
            "mistake, please write to us."
        ),
    )


@transaction.atomic
def withdraw(*, certificate: Certificate) -> None:
    """Take a certificate back for its holder: its code tells nothing but that.

    Raises RefusedError for one that is not current.
    """
    row = Certificate.objects.locked(certificate)
    _require_current(row)
    let_go([row])
    record(Action.CERTIFICATE_WITHDRAWN, by=row.holder, about=row.holder, of=row)


@transaction.atomic
def choose_what_is_shown(*, certificate: Certificate, name: bool) -> None:
    """Keep for the holder whether those who check the certificate read the name on it.

    Raises RefusedError for one that is not current.
    """
    row = Certificate.objects.locked(certificate)
    _require_current(row)
    if name == bool(row.name_shown_since):
        return
    row.name_shown_since = timezone.now() if name else None
    row.save(update_fields=["name_shown_since"])
    record(
        Action.CERTIFICATE_NAME_SHOWN if name else Action.CERTIFICATE_NAME_HIDDEN,
        by=row.holder,
        about=row.holder,
        of=row,
    )


def let_go(rows: Iterable[Certificate]) -> None:
    """Take out of certificates what tells whose they were; current ones are withdrawn."""
    for row in rows:
        if row.is_current:
            row.withdrawn_at = timezone.now()
        row.name, row.revoked_words, row.name_shown_since = "", "", None
        row.snapshot = row.achievement.alone().as_json()
        _save_without_paper(row)


def printable_name(name: str) -> str:
    """Return a name without space around it; raises RefusedError where it cannot be printed."""
    name = " ".join(normalize("NFC", name).split())
    if not name:
        raise RefusedError(_("The profile has no name yet. It must be filled in first."))
    try:
        one_line(name)
    except ValidationError as fault:
        raise RefusedError(fault.messages) from fault
    if printable(name) != name:
        raise RefusedError(
            _("Some letters of the name cannot be printed. Write it in Latin letters.")
        )
    return name


def _require_current(certificate: Certificate) -> None:
    if not certificate.is_current:
        raise RefusedError(_("This certificate was revoked, replaced or withdrawn already."))


def _replace(certificate: Certificate) -> None:
    certificate.replaced_at, certificate.name_shown_since = timezone.now(), None
    _save_without_paper(certificate)


def _save_without_paper(certificate: Certificate) -> None:
    if certificate.file:
        file = certificate.file
        transaction.on_commit(partial(file.storage.delete, str(file.name)))
        certificate.file = ""
    certificate.save()


def _announce(certificate: Certificate, subject: object, text: object) -> None:
    """Have the paper of a new certificate made, and tell its holder."""
    transaction.on_commit(partial(make_paper.enqueue, certificate.pk))
    _tell(certificate, subject, text)


def _tell(certificate: Certificate, subject: object, text: object) -> None:
    if holder := certificate.holder:
        with override(holder.language):
            link = certificate.get_absolute_url()
        write(holder, subject=subject, text=text, link=link)
