"""The pictures of shared links: drawn once, and of nothing that is not public."""

from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from PIL import Image
from wagtail.models import PageViewRestriction

from portal.furniture.models import Furniture
from portal.sharing import subjects
from portal.sharing.drawing import HEIGHT, WIDTH, draw
from portal.sharing.weaving import LOOKS, weave
from tests.factories import StandardPageFactory
from tests.portal.reading import meta, read

pytestmark = pytest.mark.django_db
WORDS = "Njëqindepesëdhjetë fjalë të gjata për një titull " * 6


def picture_of(url: str) -> str:
    return urlsplit(meta(read(url))["og:image"]).path


def colours(look: str, key: str) -> bytes:
    return weave(look, key, 20, 20).tobytes()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("title", ["Strehim", WORDS, "x" * 200, ""])
def test_a_picture_has_its_size_whatever_the_title(look, title):
    picture = Image.open(BytesIO(draw(look, "k", title, "D&E")))
    assert picture.size == (WIDTH, HEIGHT)


def test_an_ornament_is_the_keys_own_and_stays():
    assert colours("madder", "a") == colours("madder", "a")
    assert len({colours("madder", str(key)) for key in range(20)}) == 20
    assert len({colours(look, "a") for look in LOOKS}) == len(LOOKS)


def test_a_picture_is_drawn_once(home, monkeypatch):
    drawn = []
    monkeypatch.setattr(subjects, "draw", lambda *words: drawn.append(words) or b"png")
    cache.clear()
    url = picture_of(StandardPageFactory(title="Njerëzit").get_url())
    answers = [Client().get(url) for _ in range(2)]
    assert [answer.content for answer in answers] == [b"png"] * 2
    assert answers[0]["Content-Type"] == "image/png"
    assert [words[2] for words in drawn] == ["Njerëzit"]


def test_the_address_of_an_older_title_leads_to_the_new_picture(home):
    page = StandardPageFactory(title="I vjetër")
    before = picture_of(page.get_url())
    page.title = "I ri"
    page.save_revision().publish()
    after = picture_of(page.get_url())
    assert after != before
    assert Client().get(before)["Location"] == after


def test_nobody_gets_the_picture_of_what_is_not_public(home):
    page = StandardPageFactory(title="Titull")
    url = picture_of(page.get_url())
    restriction = PageViewRestriction.objects.create(page=page, password="x")
    assert Client().get(url).status_code == 404
    restriction.delete()
    page.unpublish()
    assert Client().get(url).status_code == 404


@pytest.mark.parametrize("place", ["0", "999999", "99999999999", "x"])
def test_a_picture_of_nothing_is_not_found(home, place):
    with override("sq"):
        url = reverse("share_picture", args=[place, "abc"])
    assert Client().get(url).status_code == 404


def test_a_view_shares_what_the_site_is(home):
    Furniture.objects.update(tagline="Me bashkitë")
    tags = meta(read("/sq/kerko/"))
    assert "Me bashkitë" in tags["og:image:alt"]
    assert Client().get(urlsplit(tags["og:image"]).path).status_code == 200


def test_a_page_that_needs_a_password_is_shared_as_the_site(home):
    page = StandardPageFactory(title="E fshehta", slug="e-fshehta")
    said = {"restriction_type": PageViewRestriction.PASSWORD, "password": "x"}
    restriction = PageViewRestriction.objects.create(page=page, **said)
    view = "wagtailcore_authenticate_with_password"
    for asked in (page, page.get_root()):
        form = reverse(view, args=[restriction.pk, asked.pk])
        answer = Client().post(form, {"password": "y", "return_url": "/"})
        assert answer.status_code == 200
        assert "E fshehta" not in answer.content.decode()
