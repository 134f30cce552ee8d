"""Pages about help: numbers that can be called, and a title that gives nobody away."""

import datetime

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from home.models import HelpPage
from portal.furniture.blocks import HelplineBlock
from portal.furniture.models import Furniture
from portal.translation_records import publish_translation
from tests.portal.reading import meta, read, words

pytestmark = pytest.mark.django_db

URLS = {"sq": "/sq/kontakte-te-dobishme/", "en": "/en/useful-contacts/"}


@pytest.fixture
def helplines(english) -> Furniture:
    """Enter one number that was checked and one that was not, with a neutral title."""
    furniture = Furniture.objects.get(locale__language_code="sq")
    furniture.name, furniture.neutral_title = "D&E", "Informacion"
    furniture.helplines = [
        ("helpline", {"name": "Policia", "number": "129", "checked_on": None}),
        (
            "helpline",
            {
                "name": "Këshillimi",
                "number": "116 117",
                "hours": "24 orë",
                "checked_on": datetime.date(2024, 5, 3),
            },
        ),
    ]
    furniture.save_revision().publish()
    publish_translation(
        furniture,
        english,
        [
            ("D&E", "D&E"),
            ("Informacion", "Information"),
            ("Policia", "Police"),
            ("Këshillimi", "Counselling"),
            ("24 orë", "24 hours"),
        ],
    )
    return furniture


@pytest.mark.parametrize("place", ["main", "footer"])
@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("sq", ("Policia", "ende pa u kontrolluar"), ("Këshillimi", "3 maj 2024")),
        ("en", ("Police", "not yet checked"), ("Counselling", "3 May 2024")),
    ],
)
def test_numbers_can_be_called_and_say_when_they_were_checked(
    helplines, place, language, first, second
):
    found = read(URLS[language]).select(f"{place} .helpline")
    assert [item.a["href"] for item in found] == ["tel:129", "tel:116117"]
    for item, expected in zip(found, (first, second), strict=True):
        shown = words(item).lower()
        assert all(text.lower() in shown for text in expected)


@pytest.mark.parametrize("url", ["/sq/", "/en/projects/", "/sq/bashki/", "/en/search/"])
def test_helplines_stand_at_the_foot_of_every_page(helplines, url):
    assert read(url).select_one("footer a[href='tel:129']")


@pytest.mark.parametrize("url", ["/sq/mungon/", "/en/missing/"])
def test_helplines_stand_at_the_foot_of_a_missing_page_too(helplines, url):
    assert read(url, 404).select_one("footer a[href='tel:129']")


@pytest.mark.parametrize(("language", "title"), [("sq", "Informacion"), ("en", "Information")])
def test_the_title_of_a_help_page_is_neutral_everywhere_that_keeps_it(helplines, language, title):
    html = read(URLS[language])
    tags = meta(html)
    assert html.title.text == tags["og:title"] == title
    assert not {"description", "og:description", "og:image"} & set(tags)


def test_the_heading_of_a_help_page_says_what_it_is(helplines):
    assert words(read(URLS["sq"]).h1) == HelpPage.objects.get(locale__language_code="sq").title


def test_other_pages_are_named_with_the_organisation(helplines):
    assert read("/sq/projekte/").title.text == "Projekte – D&E"


def test_a_helpline_that_changes_its_number_changes_it_in_every_language(helplines):
    helplines.helplines[0].value["number"] = "112"
    helplines.save_revision().publish()
    assert read(URLS["en"]).select_one("main a[href='tel:112']")


@pytest.mark.parametrize("number", ["12", "call", "129#", "+"])
def test_what_is_no_telephone_number_is_refused(number):
    block = HelplineBlock()
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({"name": "A", "number": number}))
    assert set(refused.value.block_errors) == {"number"}
