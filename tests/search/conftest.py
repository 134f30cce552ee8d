"""What tests of the search may begin with."""

import pytest

from tests.search.entries import forget_synonyms


@pytest.fixture
def own_words(db) -> None:
    """Go by the synonyms of the test alone, not by those that every installation begins with."""
    forget_synonyms()
