"""The front page's and standard pages' part of the demonstration content."""

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from wagtail.users.models import UserProfile

from home.models import HelpPage, StandardPage
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.demo.build import Demo
from portal.demo.content import Content
from portal.furniture.models import Furniture

CONTENT = Content(__file__)

ACCOUNTS = {
    "admin@example.org": None,
    "editor@example.org": Role.EDITOR,
    "translator@example.org": Role.TRANSLATOR,
    "moderator@example.org": Role.MODERATOR,
    "trainer@example.org": Role.TRAINER,
    "coordinator@example.org": Role.COORDINATOR,
    "municipality@example.org": Role.FOCAL_POINT,
}


def outline(demo: Demo) -> None:
    """Make the standard pages."""
    demo.pages["help"] = HelpPage.objects.get(locale=demo.source)
    for key, content in CONTENT["standard"].items():
        demo.outline(key, StandardPage, demo.pages["home"], content)


def write(demo: Demo) -> None:
    """Write the standard pages, the sections' introductions, the front page, the furniture."""
    for key, content in CONTENT["standard"].items():
        demo.write(key, content)
    demo.write("help", CONTENT["help"])
    for key, content in CONTENT["lists"].items():
        demo.write(key, content)
    demo.write("home", CONTENT["home"])
    write_furniture(demo, CONTENT["furniture"])


def write_furniture(demo: Demo, content: dict[str, Any]) -> None:
    """Write helplines and footer, unless somebody has."""
    furniture = Furniture.objects.get(locale=demo.source)
    if furniture.helplines:
        return
    demo.fill(furniture, content)
    furniture.help_page = demo.pages["help"]
    furniture.safety_page = demo.pages["safety"]
    furniture.save_revision().publish()
    demo.translate(furniture, content)


def make_accounts() -> None:
    """Make one account a role, each with the demonstration's password."""
    for email, role in ACCOUNTS.items():
        user, is_new = User.objects.get_or_create(email=email)
        user.is_superuser = user.is_staff = role is None
        if role:
            user.groups.set([role.group()])
        if is_new:
            user.set_password(settings.DEMO_PASSWORD)
            user.preferred_language = settings.LANGUAGE_CODE
        user.save()
        EmailAddress.objects.get_or_create(
            user=user, email=email, defaults={"primary": True, "verified": True}
        )
        UserProfile.objects.get_or_create(
            user=user, defaults={"preferred_language": settings.LANGUAGE_CODE}
        )
