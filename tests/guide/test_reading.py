"""Everybody in the admin reads the guide, in their language, and finds it from where they are."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.admin.menu import Menu, help_menu
from wagtail.users.models import UserProfile

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.guide.chapters import chapters
from portal.guide.wagtail_hooks import chapter_about
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def read(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_it_is_read_in_the_language_of_the_admin(language, client_as):
    client = client_as(Role.TRANSLATOR)
    user = User.objects.get(email="translator@example.org")
    UserProfile.objects.create(user=user, preferred_language=language)
    titles = [chapter.title for chapter in chapters(language)]
    contents = read(client, reverse("guide"))
    assert [link.text for link in contents.select(".guide-contents h2 a")] == titles
    for chapter in chapters(language):
        page = read(client, chapter.get_absolute_url())
        assert chapter.title in page.h1.get_text()
        headings = [heading.text for heading in page.select(".guide h2")]
        assert headings == [link.text for link in page.select(".guide-sections a")]


def test_one_chapter_leads_to_the_next(client_as):
    client, found = client_as(Role.EDITOR), chapters("sq")
    first, last = (read(client, each.get_absolute_url()) for each in (found[0], found[-1]))
    assert first.select(f".guide-onward a[href='{found[1].get_absolute_url()}']")
    assert not last.select(".guide-onward")
    assert last.select(f".guide-up a[href='{reverse('guide')}']")


@pytest.mark.parametrize("name", ["nothing", "first_day", "x" * 500])
def test_there_is_no_other_chapter(name, client_as):
    address = reverse("guide_chapter", args=[name])
    assert client_as(Role.EDITOR).get(address, follow=True).status_code == 404


def test_it_is_only_read(client_as):
    assert client_as(Role.MODERATOR).post(reverse("guide")).status_code == 405


def test_the_first_page_leads_to_it_and_not_to_another_site(client_as):
    page = read(client_as(Role.EDITOR), reverse("wagtailadmin_home"))
    assert page.select(f"main a[href='{reverse('guide')}']")
    assert not page.select("main a[href*='guide.wagtail.org']")


@pytest.mark.parametrize(
    ("view", "chapter"),
    [
        ("wagtailadmin_home", "waiting"),
        ("wagtailadmin_explore_root", "write"),
        ("translation_states", "translate"),
        ("translation_reviews", "review"),
        ("reader_comments", "readers"),
        ("enquiries", "readers"),
        ("wagtailimages:index", "pictures"),
        ("wagtaildocs:add_multiple", "pictures"),
        ("images_to_review", "pictures"),
        ("consents", "pictures"),
        ("bundles", "together"),
        ("scheduled", "waiting"),
        ("wagtailsnippets_terms_theme:list", "lists"),
        ("wagtailsnippets_comments_cannedreply:list", "readers"),
        ("guide", ""),
        ("wagtailadmin_account", ""),
    ],
)
def test_help_leads_to_the_chapter_about_where_one_is(view, chapter, client_as):
    request = client_as(Role.MODERATOR).get(reverse(view)).wsgi_request
    assert chapter_about(request) == chapter
    menu: Menu = help_menu
    urls = [item.url for item in menu.render_component(request)]
    about = [reverse("guide_chapter", args=[chapter])] if chapter else []
    assert urls == [reverse("guide"), *about, "#"]


def test_the_menu_of_a_page_leads_to_its_chapter(home, client_as):
    page = StandardPageFactory(parent=home)
    form = read(client_as(Role.MODERATOR), reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert form.select(f"header a[href='{reverse('guide_chapter', args=['write'])}']")
