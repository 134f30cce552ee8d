"""What a person finds on their own page."""

import pytest

from tests.portal.people import LANGUAGES, address, make, signed_in

SAID = {
    "sq": ("Programet e mia", "Nuk jeni ende në një program trajnimi"),
    "en": ("My programmes", "You are not in a training programme yet"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_empty_says_what_to_do_next(language):
    person = make("ana@example.org", language=language)
    page = signed_in(person.email).get(address("my_page", language)).content.decode()
    main = page.partition("<main")[2]
    for words in SAID[language]:
        assert words in main
    section = main.partition(SAID[language][0])[2].partition("<h2")[0]
    assert {"sq": "/sq/baza-e-njohurive/trajnime/", "en": "/en/knowledge-base/training/"}[
        language
    ] in section
    # What waits comes first, the account after what the rooms have.
    headings = {"sq": ("Për të bërë", "Llogaria juaj"), "en": ("To do", "Your account")}[language]
    assert main.index(headings[0]) < main.index(SAID[language][0]) < main.index(headings[1])
