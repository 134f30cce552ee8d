"""What certificates hold about people: who achieved what, and who revoked one."""

from django.utils.translation import gettext_lazy as _

from portal.certificates.actions import let_go
from portal.certificates.models import FOLDER, Certificate
from portal.personal.held import WITH_ACCOUNT, Ground, Held, Kept
from portal.personal.person import Person


def withdraw_all(person: Person) -> None:
    """Take a person's name out of their certificates and delete the papers."""
    let_go(Certificate.objects.filter(holder=person.user))


HELD = [
    Held(
        model="certificates.Certificate",
        name=_("Your certificates"),
        purpose=_("to give you the certificate, and to confirm it to those you show it to"),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("holder",),
        fields=(
            "name",
            "code",
            "kind",
            "subject",
            "snapshot",
            "languages",
            "issued_on",
            "valid_until",
            "name_shown_since",
            "revoked_at",
            "revoked_reason",
            "revoked_words",
            "replaced_at",
            "withdrawn_at",
        ),
        secret=("file",),
        stays=_(
            "The code stays, without your name: anyone who checks it will see that the holder "
            "withdrew the certificate."
        ),
        erase=withdraw_all,
        folder=FOLDER,
    ),
    Held(
        model="certificates.Certificate",
        name=_("Certificates that you revoked"),
        purpose=_("so that it can be checked later who changed or published what"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("as long as the certificate is kept")),
        links=("revoked_by",),
        fields=("revoked_at", "revoked_reason"),
        stays=_("That the certificate was revoked stays; your name is removed."),
    ),
]
