"""Which mails a person wants; and in development, every mail there is."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast

from csp.decorators import csp_exempt
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.accounts.models import User
from portal.accounts.typed import signed_in_to_write, typed_before
from portal.mail.actions import choose
from portal.mail.kinds import Kind, kinds, optional_kinds
from portal.mail.models import Refusal
from portal.mail.writing import Written, write
from portal.methods import require_form

END = b"\n" + b"-" * 79 + b"\n"  # what Django writes after each mail in a file


@require_form
@signed_in_to_write
def choices(request: HttpRequest) -> HttpResponse:
    """Show which mails a person may switch off, and keep what they choose."""
    user = cast(User, request.user)
    if request.method == "POST":
        choose(user=user, wanted=request.POST.getlist("kind"))
        messages.success(request, _("Your choice was saved."))
        return redirect("mail_choices")
    offered = optional_kinds(user)
    if typed := typed_before(request, user):
        wanted = set(typed.getlist("kind"))
    else:
        refused = Refusal.objects.filter(user=user).values_list("kind", flat=True)
        wanted = {kind.key for kind in offered} - {*refused}
    rows = [(kind, kind.key in wanted) for kind in offered]
    return TemplateResponse(request, "account/mails.html", {"rows": rows})


# --- Development only -------------------------------------------------------------------------


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """List the mails that left, and show every kind in every language."""
    examples = [
        (kind, code, example(kind, code).text)
        for kind in kinds().values()
        for code, _name in settings.LANGUAGES
    ]
    mails = ((file.stem, read(file)) for file in reversed(files()))
    sent = [(name, mail, part(mail, "plain")) for name, mail in mails]
    return TemplateResponse(request, "mail/gallery.html", {"examples": examples, "sent": sent})


@csp_exempt()  # type: ignore[arg-type]  # mails carry their style with them
@require_safe
def sent_html(request: HttpRequest, name: str) -> HttpResponse:
    """Return the HTML part of a mail that left, as it is."""
    return HttpResponse(part(read(file_called(name)), "html"))


@csp_exempt()  # type: ignore[arg-type]
@require_safe
def example_html(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """Return the HTML part of a kind's example."""
    kind = kinds().get(key)
    if not kind or code not in dict(settings.LANGUAGES):
        raise Http404
    return HttpResponse(example(kind, code).html)


def example(kind: Kind, language: str) -> Written:
    """Return a mail of this kind, written for nobody."""
    return write(kind, language, dict(kind.example))


def files() -> list[Path]:
    """Return the files of the mails that left, the oldest first."""
    return sorted(Path(settings.EMAIL_FILE_PATH).glob("*.log"))


def file_called(name: str) -> Path:
    """Return the file with this name; raises Http404."""
    found = next((file for file in files() if file.stem == name), None)
    if not found:
        raise Http404
    return found


def read(file: Path) -> EmailMessage:
    """Return the mail in a file."""
    written = file.read_bytes().partition(END)[0]
    return cast(EmailMessage, message_from_bytes(written, policy=policy.default))


def part(mail: EmailMessage, kind: str) -> str:
    """Return the part of a mail that is `html` or `plain`."""
    body = mail.get_body((kind,))
    return str(body.get_content()) if body else ""
