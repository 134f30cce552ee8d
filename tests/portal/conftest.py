"""What the tests of the ground floor share."""

import pytest
from wagtail.models import Locale


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get(language_code="en")
