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


@task(backend="background", queue_name="mail")
def send_mails(mail_ids: list[int]) -> None:
    """Put many mails in the queue that were written at once, each as a task of its own."""
    for mail_id in mail_ids:
        send_mail.enqueue(mail_id)
