"""Tells people what was done about them in a cohort."""

from typing import Any

from django.urls import reverse
from django.utils.translation import override

from knowledgebase.training.models import Cohort
from portal.accounts.messages import write
from portal.accounts.models import User


def tell(person: User, cohort: Cohort, *, subject: Any, text: Any, page: str = "") -> None:
    """Write to a person about a cohort, which `text` names as %(group)s; both texts are lazy.

    `page` is the name of the cohort's address that the message leads to, if it leads to one.
    """
    with override(person.language):
        link = reverse(page, args=[cohort.key]) if page else ""
        write(person, subject=subject, text=text % {"group": cohort}, link=link)
