"""By what a person is found in rows that no link leads to."""

import json
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from portal.accounts.models import User


@dataclass(frozen=True)
class Person:
    """Somebody with an account; `words` are their addresses, key and full name."""

    user: User
    emails: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, user: User) -> "Person":
        """Gather what a person is found by, while it is still there."""
        addresses = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
        emails = frozenset(address.lower() for address in (user.email, *addresses))
        # One name alone is many people's.
        names = {user.name} if " " in user.name else set()
        return cls(user, emails, emails | names | {str(user.key)})

    def mentioned_in(self, rows: QuerySet[Any], *fields: str) -> QuerySet[Any]:
        """Return the rows with one of the person's words in a field of text or JSON."""
        texts = {f"{name}_text": Cast(name, TextField()) for name in fields}
        # SQLite keeps JSON with every letter outside ASCII escaped.
        words = self.words | {json.dumps(word)[1:-1] for word in self.words}
        found = (Q(**{f"{name}__icontains": word}) for name in texts for word in words)
        return rows.alias(**texts).filter(reduce(or_, found))
