"""People of the desk who begin their day."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.days.day import Day


@pytest.fixture
def begin(new_context: Callable[..., BrowserContext]) -> Callable[..., Day]:
    """A function that begins somebody's day, at a table unless a device is named."""

    def begin(role: str, **device: object) -> Day:
        return Day(new_context(**device).new_page(), f"{role}@example.org")

    return begin
