"""Pictures are described from one query a page, and resized only in requests of their own."""

import pytest
from django.template import engines
from django.test import Client
from PIL import Image as PillowImage
from pytest_django import DjangoAssertNumQueries

from portal.media.models import Image, Rendition
from portal.media.pictures import PROFILES, picture, prefetch_pictures
from portal.media.storages import public_storage
from portal.media.tasks import make_renditions
from tests.media.factories import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


def again(image: Image) -> Image:
    """Return the image as a later request would load it."""
    return Image.objects.get(pk=image.pk)


def addresses(srcset: str) -> list[str]:
    return [candidate.split()[0] for candidate in srcset.split(", ")]


def test_one_query_for_all_pictures(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    images = [ImageFactory.create(size=(600, 400)) for _ in range(3)]
    make_renditions.enqueue(images[0].pk, ["card"])
    images = [again(image) for image in images]
    with django_assert_num_queries(1):
        prefetch_pictures([*images, images[0], None])
        for image in images:
            picture(image, "wide")
            picture(image, "card")


def test_no_images_no_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        prefetch_pictures([None])


def test_describing_makes_no_rendition() -> None:
    picture(ImageFactory.create(size=(1600, 900)), "wide", "Një sallë")
    assert not Rendition.objects.exists()


def test_small_images_are_not_enlarged() -> None:
    shown = picture(ImageFactory.create(size=(700, 350)), "wide")
    assert [candidate.split()[1] for candidate in shown.srcset.split(", ")] == ["480w", "700w"]
    assert (shown.width, shown.height) == (700, 350)


def test_a_missing_rendition_is_made_by_its_own_request(client: Client) -> None:
    stored = f"{public_storage().url('images')}/"
    image = ImageFactory.create(size=(1000, 500))
    shown = picture(image, "wide")
    for address in addresses(shown.sources[0].srcset):
        assert client.get(address)["Location"].startswith(stored)
    shown_later = picture(again(image), "wide")
    assert all(url.startswith(stored) for url in addresses(shown_later.sources[0].srcset))
    widest = Rendition.objects.order_by("width").last()
    with widest.open_file() as file:
        made = PillowImage.open(file)
        assert (made.format, made.size) == ("AVIF", (shown.width, shown.height))


def test_a_tampered_address_is_refused(client: Client) -> None:
    shown = picture(ImageFactory.create(size=(700, 350)), "wide")
    assert client.get(shown.src.replace("width-", "height-")).status_code == 403


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("focal_point", [None, 10])
def test_stored_renditions_are_used_and_measured(profile: str, focal_point: int | None) -> None:
    image = ImageFactory.create(
        size=(1531, 977),
        focal_point_x=focal_point,
        focal_point_y=focal_point,
        focal_point_width=focal_point,
        focal_point_height=focal_point,
    )
    make_renditions.enqueue(image.pk, [profile])
    shown = picture(again(image), profile)
    made = {
        rendition.url: (rendition.width, rendition.height) for rendition in image.renditions.all()
    }
    assert made[shown.src] == (shown.width, shown.height)
    used = {shown.src, *addresses(shown.srcset or shown.src)}
    for source in shown.sources:
        used |= set(addresses(source.srcset))
    assert used == set(made)


def test_moving_the_focal_point_asks_for_new_crops() -> None:
    image = ImageFactory.create(size=(960, 960))
    make_renditions.enqueue(image.pk, ["card"])
    before = picture(image, "card").src
    image.focal_point_x = image.focal_point_y = 20
    image.focal_point_width = image.focal_point_height = 10
    image.save()
    assert picture(again(image), "card").src != before


def test_an_image_deleted_meanwhile_is_no_error() -> None:
    assert make_renditions.enqueue(12345, ["card"]).status == "SUCCESSFUL"


def test_alternative_text_is_that_of_the_use() -> None:
    image = ImageFactory.create(title="DSC_0012", description="for editors")
    assert picture(image, "card").alt == ""
    image.contextual_alt_text = "Punonjëse sociale në Korçë"
    assert picture(image, "card").alt == "Punonjëse sociale në Korçë"
    assert picture(image, "card", "Tjetër").alt == "Tjetër"


def render(image: Image, profile: str) -> str:
    template = engines["jinja2"].from_string(
        '{% import "components/picture.html" as pictures %}{{ pictures.picture(p) }}'
    )
    return template.render({"p": picture(image, profile, 'A "quoted" text')})


def test_the_component() -> None:
    html = render(ImageFactory.create(size=(1600, 900)), "wide")
    assert html.count("<source ") == 1
    assert 'type="image/avif"' in html
    assert 'width="1440" height="810"' in html
    assert 'alt="A &#34;quoted&#34; text"' in html
    assert 'loading="lazy"' in html


def test_the_component_with_one_candidate() -> None:
    html = render(ImageFactory.create(size=(240, 60)), "logo")
    assert "<source" not in html
    assert "srcset" not in html
    assert 'width="240" height="60"' in html
