"""What tests of the gate do at its doors, and what they look at afterwards."""

from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

WORDS = [("Projekti", "The project"), ("projekti", "the-project")]
PAGES = "wagtailadmin_pages"


def title(page: Page) -> str:
    return Page.objects.get(pk=page.pk).title


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def retype(page: Page, old: str, new: str) -> None:
    """Have a translator type other words, which nobody published."""
    StringTranslation.objects.filter(data=old).update(data=new)


def bulk(client: Client, action: str, *pages: Page, **data: str):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return client.post(f"{url}?" + "&".join(f"id={page.pk}" for page in pages), data, follow=True)


def api(client: Client, page: Page, action: str, **data):
    url = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
    return client.post(url, data, content_type="application/json")
