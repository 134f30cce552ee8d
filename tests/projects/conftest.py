"""What the tests of projects and municipalities share."""

import pytest
from wagtail.models import Locale


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get(language_code="en")
