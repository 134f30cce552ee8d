"""How an app says what it holds about people: its module `personal_data`.

It may have `HELD`, a list of `Held` for rows that belong to an account; `NAMED`, a list of `Named`
for texts of the organisation in which people occur; `NOBODY`, which says why fields are about
nobody: `{reason: {"app.Model": "field field"}}`. A test fails for a field that none of them names.
What somebody hands over before they go is said in another module, `handing_over`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.personal.person import Person
from portal.rooms import modules

Text = Any  # a string, or one that is translated when it is shown

# Wagtail's index repeats what other models hold, in other tables on each database, and no user's.
COPIES = {"wagtailsearch", "baseline"}
TEXTS = (
    models.CharField,  # names, addresses of every kind, slugs
    models.TextField,
    models.JSONField,
    models.BinaryField,
    models.FileField,
    models.GenericIPAddressField,
)


class Ground(models.TextChoices):
    """On what legal ground something is held, as the GDPR and law 124/2024 name them."""

    SERVICE = "service", _("to give you the account and the services that you asked for")
    LEGITIMATE = "legitimate", _("our legitimate interest in a safe site whose work can be checked")
    OBLIGATION = "obligation", _("a legal obligation")
    CONSENT = "consent", _("your consent")


@dataclass(frozen=True, kw_only=True)
class Kept:
    """For how long: in words, and as rows that are due.

    Rows are due `days` after the time in the field `since`, or those are that the function `due`
    returns. Without either nothing is ever due by itself. Where `only_names`, the rows stay and the
    person is taken out of them.
    """

    text: Text
    days: int = 0
    since: str = ""
    due: Callable[[], QuerySet[Any]] | None = None
    only_names: bool = False

    def due_rows(self, model: type[models.Model]) -> QuerySet[Any]:
        """Return the rows that are not to be held any longer."""
        if self.due:
            return self.due()
        if not self.days:
            return model._base_manager.none()
        over = {f"{self.since}__lt": timezone.now() - timedelta(days=self.days)}
        return model._base_manager.filter(**over)


WITH_ACCOUNT = Kept(text=_("as long as your account exists"))
WITH_CONTENT = Kept(text=_("as long as the page, the text or the file exists"))


@dataclass(frozen=True, kw_only=True)
class Held:
    """What a model holds about people with an account.

    `model` is `app.Model`; `links` are its ways to the user, as in a filter; `fields` are what it
    holds and exports; `secret` what it holds too and hands out to nobody. Where `stays` says what
    stays and why, an erasure takes the person out of the links; otherwise it deletes the rows.
    `erase` does what else is to be done, before that; `rows` finds rows where no link leads. `end`
    comes before all of it: it ends what the person has to do with others, and locks these.
    `let_go` is called with rows that are due, before they go.
    `folder` of the private store holds nothing but its files: what no row names there is deleted.
    """

    model: str
    name: Text
    purpose: Text
    ground: Ground
    kept: Kept
    links: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    stays: Text = ""
    rows: Callable[[User], QuerySet[Any]] | None = None
    end: Callable[[Person], None] | None = None
    erase: Callable[[Person], None] | None = None
    let_go: Callable[[QuerySet[Any]], None] | None = None
    folder: str = ""

    @property
    def model_class(self) -> type[models.Model]:
        """The model itself."""
        return apps.get_model(self.model)

    def of(self, user: User) -> QuerySet[Any]:
        """Return the rows about a person."""
        if self.rows:
            return self.rows(user)
        everything = self.model_class._base_manager
        if not self.links:
            return everything.none()
        return everything.filter(Q(*((link, user) for link in self.links), _connector=Q.OR))


@dataclass(frozen=True, kw_only=True)
class Named:
    """People whom texts of the organisation name; editors change them by hand when asked.

    `fields` are the names of fields by `app.Model`, separated by spaces.
    """

    name: Text
    purpose: Text
    ground: Ground
    kept: Text
    fields: Mapping[str, str]


def all_held() -> list[Held]:
    """Return what every app holds; the accounts themselves last, for everything hangs on them."""
    held = chain.from_iterable(getattr(room, "HELD", []) for room in modules("personal_data"))
    return sorted(held, key=lambda description: description.model_class is User)


def held_about(user: User) -> list[Held]:
    """Return what is held about a person, their account first, by one query."""
    described = [held for held in reversed(all_held()) if held.links or held.rows]
    is_there = [Exists(held.of(user)) for held in described]
    names = {f"held_{number}": exists for number, exists in enumerate(is_there)}
    found = User.objects.filter(pk=user.pk).annotate(**names).values_list(*names).get()
    return [held for held, has_rows in zip(described, found, strict=True) if has_rows]


def all_named() -> list[Named]:
    """Return the texts of every app that may name people."""
    return [*chain.from_iterable(getattr(room, "NAMED", []) for room in modules("personal_data"))]


def undescribed() -> list[str]:
    """Return `app.Model.field` for each field that may be about people and is not described."""
    known = {*_held_fields(), *_other_fields()}
    return [name for name in _fields_about_people() if name not in known]


def needless() -> list[str]:
    """Return what is said of fields that are not there, or twice in contradiction."""
    held, others = set(_held_fields()), set(_other_fields())
    real = {f"{m._meta.label}.{each.name}" for m in apps.get_models() for each in m._meta.fields}
    real |= {
        f"{m._meta.label}.{each.name}" for m in apps.get_models() for each in m._meta.many_to_many
    }
    return sorted((held - real) | (others - set(_fields_about_people())) | (held & others))


def _held_fields() -> Iterator[str]:
    for held in all_held():
        links = (link for link in held.links if "__" not in link)
        yield from (f"{held.model}.{name}" for name in (*links, *held.fields, *held.secret))


def _other_fields() -> Iterator[str]:
    for room in modules("personal_data"):
        for fields in getattr(room, "NOBODY", {}).values():
            yield from _names(fields)
    for named in all_named():
        yield from _names(named.fields)


def _names(fields: Mapping[str, str]) -> Iterable[str]:
    return (f"{model}.{name}" for model, names in fields.items() for name in names.split())


def _fields_about_people() -> Iterator[str]:
    for model in apps.get_models():
        for each in (*model._meta.local_fields, *model._meta.local_many_to_many):
            if may_be_about_people(each) and model._meta.app_label not in COPIES:
                yield f"{model._meta.label}.{each.name}"


def may_be_about_people(each: Any) -> bool:
    """Whether a field leads to a user, or can hold a text, an address or a file.

    Fields with choices cannot; of Wagtail's streams it is known by their name only.
    """
    if each.related_model:
        return issubclass(User, each.related_model)
    is_stream = type(each).__name__ == "StreamField"
    return is_stream or (isinstance(each, TEXTS) and not each.choices)
