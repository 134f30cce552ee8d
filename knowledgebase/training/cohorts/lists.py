"""Reads a list of addresses that a trainer brings, and says what is wrong with which line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from portal.accounts.worded import ADDRESS, NO_ADDRESS
from portal.languages import language_name
from portal.tables.columns import Column, plain
from portal.tables.lines import Limits
from portal.tables.reading import Problem, read_upload
from portal.validators import is_address

MOST_PEOPLE = 300
LIMITS = Limits(size=1_000_000, lines=MOST_PEOPLE)
IN_ANGLES = re.compile(r"[^<>]{0,200}<([^<>]{0,400})>")
# Where the name is in quotation marks, they may hold a comma.
QUOTED = re.compile(r'"[^"\n]{0,200}"')


@dataclass(frozen=True)
class Invitee:
    """Somebody on a list; `line` is where they stand in it, and `name` is shown and not kept."""

    line: int
    address: str
    language: str
    name: str = ""


class LanguageField(forms.CharField):
    """A language by its code or its name in any of the site's languages; None where it is empty."""

    def clean(self, value: Any) -> str | None:
        """Return the code."""
        said = super().clean(value)
        if not said:
            return None
        codes = {plain(title): code for code in dict(settings.LANGUAGES) for title in _names(code)}
        if found := codes.get(plain(said)):
            return found
        raise forms.ValidationError(
            _("Write one of these: %(codes)s."),
            params={"codes": ", ".join(dict(settings.LANGUAGES))},
        )


def _names(code: str) -> Iterator[str]:
    yield from (code, dict(settings.LANGUAGES)[code])
    for language, _name in settings.LANGUAGES:
        with override(language):
            yield language_name(code)


COLUMNS = [
    Column(
        "email",
        forms.EmailField(label=ADDRESS.label, error_messages={"invalid": NO_ADDRESS}),
        others=("mail", "e-maili", "adresa", "posta elektronike"),
    ),
    Column(
        "name",
        forms.CharField(label=gettext_lazy("Name and surname"), required=False),
        others=("emri", "emri i plotë", "full name"),
    ),
    Column("language", LanguageField(label=gettext_lazy("Language"), required=False)),
]


def read_table(upload: UploadedFile, language: str) -> tuple[list[Invitee], list[Problem]]:
    """Return the people of a CSV file or a workbook, in `language` where it says none.

    Raises ValidationError where it cannot be read at all.
    """
    table = read_upload(upload, COLUMNS, LIMITS)
    people = [
        Invitee(
            row.line,
            row.values["email"].lower(),
            row.values.get("language") or language,
            row.values.get("name", ""),
        )
        for row in table.rows
    ]
    return people, table.problems


def read_list(text: str, language: str) -> tuple[list[Invitee], list[Problem]]:
    """Return the people of a pasted list, also such as `Name <a@example.org>`, and what is none."""
    people, problems = [], []
    for line, written in enumerate(text.splitlines(), start=1):
        for found in _addresses(QUOTED.sub("", written)):
            address = found.lower()
            if is_address(address):
                people.append(Invitee(line, address, language))
            else:
                message = _("“%(text)s” is not an e-mail address.") % {"text": found[:60]}
                problems.append(Problem(line, "", message))
    if len(people) > MOST_PEOPLE:
        raise forms.ValidationError(
            _("Please invite at most %(number)s people at once."), params={"number": MOST_PEOPLE}
        )
    return people, problems


def _addresses(written: str) -> Iterator[str]:
    """Yield what stands for an address: Outlook writes `Leka, Dora <dora@example.org>; …`."""
    for part in written.split(";"):
        names = IN_ANGLES.sub("", part)
        pieces = [part] if "<" in part and "@" not in names and part.count("<") == 1 else ()
        for piece in pieces or part.split(","):
            if found := IN_ANGLES.fullmatch(piece.strip()):
                yield found[1].strip()
            else:
                yield from piece.split() if "@" in piece else filter(None, [piece.strip()])


def repeated(people: Iterable[Invitee]) -> Iterator[Problem]:
    """Yield what is wrong with addresses that stand in a list twice."""
    first: dict[str, int] = {}
    for each in people:
        if each.address in first:
            message = _("%(address)s is already in line %(line)s.")
            said = {"address": each.address, "line": first[each.address]}
            yield Problem(each.line, "", message % said)
        first.setdefault(each.address, each.line)
