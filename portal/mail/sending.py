"""Hands a mail to the mail server, and says what became of it."""

from datetime import datetime, timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils import timezone
from django.utils.translation import override

from portal.mail.models import Mail, Problem, State
from portal.mail.writing import subject

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# Before the second try and those after it; then a mail is given up.
DELAYS = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 8 * HOUR, DAY, DAY)


def deliver(mail_id: int) -> datetime | None:
    """Send a mail that waits; return when to try again, if it is to be tried again."""
    mail = Mail.objects.filter(pk=mail_id, state=State.WAITING).first()
    if not mail:
        return None
    if mail.expires_at and mail.expires_at < timezone.now():
        mail.end(State.EXPIRED)
        return None
    try:
        get_connection(settings.MAIL_TRANSPORT).send_messages([message(mail)])
    except (OSError, ValueError) as error:  # smtplib's are OSErrors
        return _note(mail, error)
    mail.end(State.SENT)
    return None


def message(mail: Mail) -> EmailMultiAlternatives:
    """Return the message; each try has the same Message-ID."""
    with override(mail.language):
        made = EmailMultiAlternatives(
            subject(),
            mail.text,
            settings.DEFAULT_FROM_EMAIL,
            [mail.address],
            headers={
                "Message-ID": f"<{mail.key}@{settings.MAIL_DOMAIN}>",
                "Content-Language": mail.language,
                "Auto-Submitted": "auto-generated",  # no out-of-office answers
            },
        )
    if mail.html:
        made.attach_alternative(mail.html, "text/html")
    return made


def _note(mail: Mail, error: Exception) -> datetime | None:
    """Write down why a try failed; return when the next one is."""
    mail.problem, mail.code = problem_of(error)
    mail.attempts += 1
    if mail.problem in (Problem.REFUSED, Problem.UNUSABLE):
        mail.end(State.REFUSED)
    elif mail.attempts > len(DELAYS):
        mail.end(State.GIVEN_UP)
    else:
        mail.next_try_at = timezone.now() + DELAYS[mail.attempts - 1]
        mail.save(force_update=True)
    return mail.next_try_at


def problem_of(error: Exception) -> tuple[Problem, int | None]:
    """Return what went wrong, and the server's code where it answered with one."""
    if isinstance(error, ValueError):  # a line break in it, or letters that mail does not know
        return Problem.UNUSABLE, None
    code = _code(error)
    if isinstance(error, SMTPAuthenticationError):
        return Problem.SIGN_IN, code
    if isinstance(error, SMTPSenderRefused) and code and code >= 500:
        return Problem.SENDER, code
    if code is None:
        return Problem.UNREACHABLE, None
    return (Problem.REFUSED if code >= 500 else Problem.BUSY), code


def _code(error: Exception) -> int | None:
    if isinstance(error, SMTPRecipientsRefused):
        return next(code for code, _words in error.recipients.values())
    return error.smtp_code if isinstance(error, SMTPResponseException) else None
