"""The interface's words as the visitor reads them, and signing in."""

from urllib.parse import urlsplit

from django.utils.translation import gettext, override
from playwright.sync_api import Page

PASSWORD = "demo-demo-demo"


def say(message: str, language: str) -> str:
    """Return an English message of ours in `language`."""
    with override(language):
        return gettext(message)


def sign_in(page: Page, email: str) -> None:
    """Sign in through the form, as a person does."""
    page.goto("/admin/login/?next=/admin/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/admin/")
