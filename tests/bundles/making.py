"""Bundles with something in them, as the desk makes them."""

from typing import Any

from wagtail.models import Locale

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.publishing.bundles.filling import add, make
from portal.publishing.bundles.models import Bundle
from portal.publishing.bundles.readiness import Readiness
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from tests.factories import ProjectPageFactory

WORDS = [("Projekti", "The project"), ("projekti", "the-project"), ("Para", "Before")]
AHEAD = [("Pas", "After")]


def person(role: Role, name: str = "") -> User:
    user = User.objects.create_user(f"{name or role.name.lower()}@bundles.example.org")
    user.groups.add(role.group())
    return user


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def translated_project() -> ProjectPage:
    """A public project with its public translation."""
    page = ProjectPageFactory(title="Projekti", slug="projekti", summary="Para")
    publish_translation(page, english(), WORDS)
    return ProjectPage.objects.get(pk=page.pk)


def edited(page: Any, **values: Any) -> Any:
    """Save a draft beside what is public."""
    draft = page.get_latest_revision_as_object() if page.latest_revision_id else page
    for name, value in (values or {"summary": "Pas"}).items():
        setattr(draft, name, value)
    draft.save_revision()
    return type(page).objects.get(pk=page.pk)


def bundle_of(*things: Any, by: User) -> Bundle:
    bundle = make(title="Së bashku", by=by)
    add(bundle=bundle, things=things, by=by)
    return Bundle.objects.get(pk=bundle.pk)


def findings(bundle: Bundle, *, blocks: bool | None = None) -> dict[str, list[str]]:
    """What is found about each thing, by its title and language."""
    readiness = Readiness(Bundle.objects.get(pk=bundle.pk))
    return {
        f"{each.item.title} {each.item.language}": [
            finding.code for finding in each.findings if blocks is None or finding.blocks == blocks
        ]
        for each in readiness.judged
    }


def seen(bundle: Bundle) -> str:
    return Readiness(Bundle.objects.get(pk=bundle.pk)).seen
