"""The terms of profiles by their names in the visitor's language; relations name the source's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language

from mentoring.models.profile import Profile
from portal.i18n import PageRow, page_rows, targets
from portal.terms.models import Municipality, Need, Skill
from portal.terms.rows import term_rows

# The knowledge base is a sibling: its pages are known by the name of their row.
MODELS = "modelpage__isnull"


@dataclass(frozen=True)
class Terms:
    """What a profile is filed under, in words; models of work are links."""

    municipality: str = ""
    needs: list[str] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    models: list[PageRow] = field(default_factory=list)

    @property
    def has_fields(self) -> bool:
        """Whether there is any field."""
        return bool(self.needs or self.skills or self.models)


def terms_of(profile: Profile, *, fields: bool, municipality: Municipality | None) -> Terms:
    """Return the terms of a profile, with its fields and with this municipality or without."""
    chosen: dict[type[Any], Any] = {
        Need: profile.needs.values("translation_key") if fields else [],
        Skill: profile.skills.values("translation_key") if fields else [],
        Municipality: [municipality.translation_key] if municipality else [],
    }
    rows = term_rows(chosen)
    return Terms(
        municipality=next((row.name for row in rows["municipality"]), ""),
        needs=[row.name for row in rows["need"]],
        skills=[row.name for row in rows["skill"]],
        models=_models_of(profile) if fields else [],
    )


def choices() -> dict[str, list[tuple[int, str]]]:
    """Return all terms that one can choose from by kind, each by the number of the source's row."""
    rows = term_rows(dict.fromkeys((Need, Skill, Municipality)))
    found = {kind: [(row.id, row.name) for row in of_kind] for kind, of_kind in rows.items()}
    return {**found, "modelpage": [(pk, row.title) for pk, row in _all_models().items()]}


def _models_of(profile: Profile) -> list[PageRow]:
    keys = profile.integration_models.values("translation_key")
    rows = page_rows(live=True, translation_key__in=keys)
    return sorted({row.url: row for row in _here(rows).values()}.values(), key=_title)


def _all_models() -> dict[int, PageRow]:
    rows = page_rows(Q(**{MODELS: False}), live=True)
    here = _here(rows)
    sources = [row.id for row in rows if row.id in here and row.language == settings.LANGUAGE_CODE]
    return {pk: here[pk] for pk in sorted(sources, key=lambda pk: _title(here[pk]))}


def _here(rows: list[PageRow]) -> Mapping[int, PageRow]:
    return targets(rows, get_language())


def _title(row: PageRow) -> str:
    return row.title.lower()
