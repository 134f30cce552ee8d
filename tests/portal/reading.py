"""Reading public pages as a visitor's browser would."""

import json
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client


def read(url: str, status: int = 200) -> BeautifulSoup:
    """Return the page that a visitor gets, who has no account."""
    response = Client().get(url)
    assert response.status_code == status, url
    return BeautifulSoup(response.content, "html.parser")


def words(element: Any) -> str:
    """Return the text of an element with single spaces."""
    return " ".join(element.get_text(" ").split())


def structured_data(html: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """Return the page's schema.org descriptions by type; each type may stand there once."""
    found = [json.loads(tag.string) for tag in html.select("script[type='application/ld+json']")]
    by_type = {data["@type"]: data for data in found}
    assert len(by_type) == len(found)
    return by_type


def meta(html: BeautifulSoup) -> dict[str, str]:
    """Return what the page tells those who share it: name or property, and content."""
    tags = html.select("meta[name], meta[property]")
    return {tag.get("name") or tag["property"]: tag["content"] for tag in tags}
