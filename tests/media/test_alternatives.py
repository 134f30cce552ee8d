"""Pictures in public that say nothing to those who do not see them are found, and told of."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.roles import Role
from portal.media.alternatives import A_NAME, MISSING, gaps, gaps_in, is_name_of_file
from portal.media.models import Image
from portal.media.states import People
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from tests.doors.forms import filled
from tests.factories import OrganisationFactory, ProjectPageFactory, StandardPageFactory
from tests.media.factories import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


def figure(image: Image, said: str, *, decorative: bool = False) -> list:
    image.contextual_alt_text, image.decorative = said, decorative
    return [("figure", {"image": image, "caption": "Vlorë"})]


NAMES = [
    *("IMG_2034", "IMG-20240301-WA0007", "DSC_0012.jpg", "20240301_101500", "image.png"),
    *("WhatsApp Image 2024-03-01", "Foto 001", "sheshi.JPEG", "123"),
]
WORDS = [
    *("Tri gra në treg", "Sheshi i Vlorës", "Vlorë, 2024", "P", "Foto e punëtorisë", "10 gra"),
    *("Tregu", "Women at a market in 2024", "Figura 3: të ardhurat"),
]


@pytest.mark.parametrize("said", NAMES)
def test_names_of_files_are_known(said):
    assert is_name_of_file(said, ImageFactory.build())


@pytest.mark.parametrize("said", WORDS)
def test_words_are_no_names_of_files(said):
    assert not is_name_of_file(said, ImageFactory.build())


def test_the_name_of_the_own_file_is_known():
    image = ImageFactory.create(file__filename="tregu-i-vlores.jpg")
    image.file.name = "original_images/x/tregu-i-vlores.jpg"
    assert is_name_of_file("Tregu-i-Vlores", image)


def test_figures_covers_and_logos_are_looked_at_in_every_language(english, publish):
    image, people = ImageFactory(), ImageFactory(people_shown=People.SHOWN)
    page = ProjectPageFactory(title="P", slug="p", body=figure(image, "IMG_2034.jpg"))
    words = [("P", "P"), ("p", "p"), ("IMG_2034.jpg", "A market"), ("Vlorë", "Vlora")]
    publish(publish_translation, page, english, words)
    ProjectPageFactory(title="Ballinë", cover=image)
    ProjectPageFactory(title="Njerëz", cover=people)
    StandardPageFactory(title="Zbukurim", body=figure(image, "", decorative=True))
    StandardPageFactory(title="Mirë", body=figure(image, "Një treg"))
    OrganisationFactory(name="Donatori", logo=image)
    OrganisationFactory(name="Tjetri", logo=image, logo_alt="Një yll")
    found = [(str(gap.thing), gap.problem) for gap in gaps()]
    assert found == [("P", A_NAME), ("Njerëz", MISSING), ("Donatori", MISSING)]
    translation = ProjectPage.objects.get(pk=page.pk).get_translation(english)
    assert gaps_in(translation) == []
    translation.body[0].value["image"].contextual_alt_text = "IMG_2034"
    assert [gap.problem for gap in gaps_in(translation)] == [A_NAME]


def test_old_content_without_the_words_is_found():
    page = StandardPageFactory(body=figure(ImageFactory(), "Një treg"))
    raw = list(page.body.get_prep_value())
    raw[0]["value"]["image"]["alt_text"] = ""
    page.body = raw
    page.save()
    assert [gap.problem for gap in gaps()] == [MISSING]


def test_what_visitors_do_not_read_is_left_alone():
    page = StandardPageFactory(body=figure(ImageFactory(), "IMG_2034"))
    assert gaps()
    page.unpublish()
    assert gaps() == []


def test_the_report_leads_to_the_editor_and_shows_what_one_may_change(admin, client_as):
    page = StandardPageFactory(
        title="Faqja", body=figure(ImageFactory(title="E para"), "IMG_1.jpg")
    )
    html = admin.get(reverse("alternatives")).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert "E para" in html
    assert "IMG_1.jpg" in html
    exported = b"".join(admin.get(reverse("alternatives"), {"export": "csv"}))
    assert b"IMG_1.jpg" in exported
    assert client_as(Role.MODERATOR).get(reverse("alternatives")).status_code == 200
    assert Client().get(reverse("alternatives")).status_code == 302


def test_the_report_takes_as_many_queries_for_many_pictures(django_assert_max_num_queries):
    def count() -> int:
        with django_assert_max_num_queries(200) as counted:
            gaps()
        return len(counted)

    StandardPageFactory(body=figure(ImageFactory(), "IMG_1.jpg"))
    few = (count(), count())[1]
    StandardPageFactory(body=[*figure(ImageFactory(), "IMG_1.jpg"), *figure(ImageFactory(), "a b")])
    assert count() <= few + 3  # the pictures of a page are read for each page


def test_who_publishes_is_warned_and_not_stopped(admin, publish):
    image = ImageFactory(title="E para", people_shown=People.SHOWN)
    page = ProjectPageFactory(title="Faqja", slug="faqja")
    organisation = OrganisationFactory()
    edits = {
        reverse("wagtailadmin_pages:edit", args=[page.pk]): {
            "cover": image.pk,
            "action-publish": "1",
        },
        reverse("wagtailsnippets_terms_organisation:edit", args=[organisation.pk]): {
            "logo": image.pk
        },
    }
    for address, changes in edits.items():
        data = filled(admin.get(address).context["form"]) | changes
        answer = publish(admin.post, address, data, follow=True)
        said = [str(message) for message in answer.context["messages"]]
        assert any("E para" in message for message in said), address
    page.refresh_from_db()
    organisation.refresh_from_db()
    assert page.cover == organisation.logo == image
