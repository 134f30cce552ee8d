"""What takes time: erasing somebody, and putting together what is held about them.

Tasks are given the keys of people and nothing else about them.
"""

from uuid import UUID

from django_tasks import task

from portal.accounts.models import User
from portal.personal import exports
from portal.personal.erasure import erase_key


@task(backend="background", queue_name="people")
def erase_account(key: str, by_key: str = "") -> None:
    """Erase whoever has this key; that nobody has it any more is no error."""
    by = User.objects.filter(key=by_key).first() if by_key else None
    erase_key(UUID(key), by=by)


@task(backend="background", queue_name="people")
def make_export(key: str) -> None:
    """Put together the export of this key, which may be gone or ready."""
    exports.make(key)
