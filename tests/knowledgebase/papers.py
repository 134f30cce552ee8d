"""Addresses of papers, and reading them as a visitor."""

from django.test import Client
from django.urls import reverse
from django.utils.translation import override


def address(page, language: str = "sq") -> str:
    """Return where the paper of a page is asked for."""
    with override(language):
        return reverse("page_paper", args=[page.translation_key])


def comparison(*slugs: str, language: str = "sq") -> str:
    """Return where the paper of models side by side is asked for."""
    with override(language):
        return f"{reverse('comparison_paper')}?{'&'.join(f'compare={slug}' for slug in slugs)}"


def pdf(url: str) -> bytes:
    """Return the paper that a visitor gets, which must be ready."""
    response = Client().get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    return b"".join(response.streaming_content)
