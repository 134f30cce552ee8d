"""What an account may do, and how it is written down that this changed."""

from portal.accounts.models import User
from portal.personal.audit import Action, record


def roles_of(user: User) -> set[str]:
    """Return what an account may do: its groups, by role where they stand for one."""
    row = User.objects.only("is_superuser").get(pk=user.pk)
    names = {role or f"group:{pk}" for pk, role in row.groups.values_list("pk", "rolegroup__role")}
    return names | ({"administrator"} if row.is_superuser else set())


def record_change(user: User, before: set[str], *, by: User) -> None:
    """Write down what became of the roles of an account."""
    now = roles_of(user)
    if now != before:
        given, taken = ",".join(sorted(now - before)), ",".join(sorted(before - now))
        record(Action.ROLES_CHANGED, by=by, about=user, given=given, taken=taken)
