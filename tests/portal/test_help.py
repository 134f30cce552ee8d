"""Pages about help: numbers that can be called, and a title that gives nobody away."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.blocks.struct_block import StructBlockValidationError

from home.models import HelpPage
from portal.accounts.roles import Role
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
        ("sq", "Policia", ("Këshillimi", "Kontrolluar së fundi", "3 maj 2024")),
        ("en", "Police", ("Counselling", "Last checked", "3 May 2024")),
    ],
)
def test_numbers_can_be_called_and_say_when_they_were_checked(
    helplines, place, language, first, second
):
    found = read(URLS[language]).select(f"{place} .helpline")
    assert [item.a["href"] for item in found] == ["tel:129", "tel:116117"]
    unchecked, checked = map(words, found)
    assert first in unchecked
    assert second[1] not in unchecked
    assert all(text in checked for text in (second[0], second[2]))


@pytest.mark.parametrize("language", ["sq", "en"])
def test_numbers_for_people_in_danger_stand_first(helplines, language):
    helplines.helplines[1].value["is_emergency"] = True
    helplines.save_revision().publish()
    html = read(URLS[language])
    first, second = html.select("main section")[:2]
    assert first.select_one("a[href='tel:116117']")
    assert second.select_one("a[href='tel:129']")
    for footer in (html.footer, read(f"/{language}/").footer):
        assert [link["href"] for link in footer.select("a[href^=tel]")] == [
            "tel:116117",
            "tel:129",
        ]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_front_page_leads_to_help(helplines, language):
    card = read(f"/{language}/").select_one("main .help-box")
    assert card.select_one("a[href='tel:129']")
    assert card.find("a", href=URLS[language])


def test_editors_read_which_numbers_nobody_checked(helplines, admin_client):
    html = BeautifulSoup(admin_client.get(reverse("numbers")).content, "lxml")
    rows = [words(row) for row in html.select("main tbody tr")]
    assert "Policia" in rows[0]
    assert "Këshillimi" in rows[1]


@pytest.mark.parametrize(("role", "status"), [(Role.TRAINER, 200), (Role.FOCAL_POINT, 403)])
def test_the_report_of_numbers_is_for_those_who_change_pages(client_as, role, status):
    assert client_as(role).get(reverse("numbers")).status_code == status


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
    assert not {"description", "og:description"} & set(tags)
    assert tags["og:image:alt"].endswith(f": {title}")
    assert "/share/neutral-" in tags["og:image"]


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
