"""Sends mails while nobody waits."""

from django_tasks import task

from portal.mail.sending import deliver


@task(backend="background", queue_name="mail")
def send_mail(mail_id: int) -> None:
    """Send a mail that waits; if the server does not take it, plan the next try.

    May run twice: what was sent does not wait any more. Only where the worker dies after the server
    took a mail and before that is stored, the same mail goes out again, with the same Message-ID.
    """
    if next_try := deliver(mail_id):
        again = send_mail.using(run_after=next_try)
        again.enqueue(mail_id)
