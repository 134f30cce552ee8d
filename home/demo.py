"""The front page's and standard pages' part of the demonstration content."""

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile

from home.models import ContactPage, HelpPage, NewsIndexPage, NewsPage, StandardPage
from portal.accounts.models import Message, User
from portal.accounts.roles import Role
from portal.demo.build import Demo
from portal.demo.content import Content
from portal.demo.files import make_file
from portal.demo.terms import terms
from portal.furniture.models import Furniture
from portal.terms.models import Municipality, source_terms
from search.models import BestBet, PromotedPage

CONTENT = Content(__file__)
NEWS_ABOUT = ("projects", "municipalities")
ADMINISTRATOR = "admin@example.org"


def outline(demo: Demo) -> None:
    """Make the standard pages."""
    demo.pages["help"] = HelpPage.objects.get(locale=demo.source)
    for key, content in CONTENT["standard"].items():
        demo.outline(key, StandardPage, demo.pages["home"], content)
    for key, content in CONTENT["about"].items():
        demo.outline(key, StandardPage, demo.pages["about"], content)
    demo.outline("contact", ContactPage, demo.pages["home"], CONTENT["contact"])
    demo.pages["news"] = NewsIndexPage.objects.get(locale=demo.source)
    for key, content in CONTENT["news"].items():
        demo.outline(key, NewsPage, demo.pages["news"], content)


def write(demo: Demo) -> None:
    """Write the standard pages, the sections' introductions, the front page, the furniture."""
    for key, content in CONTENT["standard"].items():
        demo.write(key, content)
    for key, content in CONTENT["about"].items():
        demo.write(key, {**content, "body": [with_reports(row) for row in content["body"]]})
    demo.write("help", CONTENT["help"])
    demo.write("contact", CONTENT["contact"])
    write_news(demo)
    for key, content in CONTENT["lists"].items():
        demo.write(key, content)
    demo.write("home", CONTENT["home"])
    write_furniture(demo, CONTENT["furniture"])


def with_reports(row: dict[str, Any]) -> dict[str, Any]:
    """Return a block, of reports with a row for each language of each one's file."""
    if "reports" not in row:
        return row
    reports = [
        {**report, "language": language, "document": make_file(content, notice, language)}
        for report in row["reports"]["reports"]
        for content in [CONTENT["reports"][report["document"]]]
        for notice in [CONTENT["reports"]["notice"]["text"]]
        for language in content["file"]["languages"]
    ]
    return {"reports": {"reports": reports}}


def write_news(demo: Demo) -> None:
    """Write the news, with what each is about."""
    for key, content in CONTENT["news"].items():
        demo.write(
            key,
            {name: content[name] for name in content if name not in NEWS_ABOUT},
            projects=[demo.pages[project] for project in content["projects"]],
            municipalities=terms(demo, Municipality, content["municipalities"]),
        )


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


def make_best_bets(demo: Demo) -> None:
    """Make best bets for the pages of each language, unless somebody has."""
    if BestBet.objects.exists():
        return
    for key, content in CONTENT["best_bets"].items():
        for page in demo.pages[key].get_translations(inclusive=True).select_related("locale"):
            language = page.locale.language_code
            best_bet = BestBet(language=language, queries=getattr(content, language))
            best_bet.pages = [PromotedPage(page=page)]
            best_bet.save()


def emails() -> list[str]:
    """Return the addresses of the demonstration's accounts."""
    return [f"{name}@example.org" for name in CONTENT["accounts"]]


def make_accounts() -> None:
    """Make the demonstration's accounts, each with its password."""
    for email, content in zip(emails(), CONTENT["accounts"].values(), strict=True):
        user, is_new = User.objects.get_or_create(email=email)
        role = content.get("role", "")
        user.is_superuser = user.is_staff = email == ADMINISTRATOR
        user.groups.set([Role(role).group()] if role else [])
        if is_new:
            user.set_password(settings.DEMO_PASSWORD)
            introduce(user, content)
        user.save()
        EmailAddress.objects.get_or_create(
            user=user, email=email, defaults={"primary": True, "verified": True}
        )
        UserProfile.objects.get_or_create(
            user=user, defaults={"preferred_language": settings.LANGUAGE_CODE}
        )


def introduce(user: User, content: dict[str, Any]) -> None:
    """Give a new account its profile and its messages."""
    user.preferred_language = content.get("language", settings.LANGUAGE_CODE)
    for field in ("name", "organisation", "organisation_kind", "position", "sex"):
        setattr(user, field, content.get(field, ""))
    if slug := content.get("municipality"):
        user.municipality = Municipality.objects.get(Q(slug=slug) & source_terms())
    with override(user.language):
        for message in content.get("messages", []):
            subject, text = (getattr(message[name], user.language) for name in ("subject", "text"))
            Message.objects.create(
                to=user, subject=subject, text=text, link=reverse(message["link"])
            )
