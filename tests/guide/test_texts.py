"""The guide's texts agree with the portal: pictures, links, names of buttons, both languages."""

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import Image

from portal.guide.chapters import CHAPTERS, TEXTS, chapters, inline, tokens_of
from portal.messages import (
    ROOT,
    forms,
    messages,
    own_paths,
    own_template,
    read_catalogue,
    vendor_paths,
    vendor_template,
)

LANGUAGES = [language for language, _name in settings.LANGUAGES]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")
FEWEST_LETTERS = 4  # that a message says beside what is filled in
LARGEST = 60_000  # bytes of a picture
WIDEST = 1280  # pixels

each_language = pytest.mark.parametrize("language", LANGUAGES)


def names(language: str, kind: str, attribute: str) -> list[str]:
    tokens = [token for name in CHAPTERS for token in inline(tokens_of(language, name))]
    return [str(token.attrs[attribute]) for token in tokens if token.type == kind]


def bold(language: str) -> set[str]:
    """Return what the texts say the interface says."""
    texts = [chapter.body for chapter in chapters(language)]
    return {
        strong.get_text()
        for text in texts
        for strong in BeautifulSoup(text, "html.parser").find_all("strong")
    }


@cache
def interface(language: str) -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the messages in a language in lower case: those that are fixed, and the others."""
    fixed, filled = set(), []
    for text in said(language):
        if not PLACEHOLDER.search(text):
            fixed.add(text.lower())
            continue
        parts = PLACEHOLDER.split(text.lower())
        if sum(map(len, parts)) >= FEWEST_LETTERS:
            filled.append(re.compile(".{1,60}".join(map(re.escape, parts))))
    return fixed, filled


def said(language: str) -> list[str]:
    """Return all messages of ours and of Wagtail's."""
    if language == "en":
        catalogues = [own_template(ROOT), vendor_template("django"), vendor_template("djangojs")]
        return [text for each in catalogues for found in messages(each) for text in forms(found.id)]
    paths = [path for path in own_paths(ROOT) + vendor_paths(ROOT) if language in path.parts]
    return [
        text
        for path in paths
        for found in messages(read_catalogue(path))
        for text in forms(found.string)
    ]


def test_both_languages_have_the_same_chapters_in_the_same_order():
    for language in LANGUAGES:
        assert {path.stem for path in (TEXTS / language).glob("*.md")} == {*CHAPTERS}
    structures = [
        [(each.name, [anchor for anchor, _words in each.sections]) for each in chapters(language)]
        for language in LANGUAGES
    ]
    assert structures[0] == structures[1]


def test_both_languages_show_the_same_pictures_and_lead_to_the_same_places():
    for kind, attribute in (("image", "src"), ("link_open", "href")):
        assert len({tuple(names(language, kind, attribute)) for language in LANGUAGES}) == 1


@each_language
def test_every_picture_is_there_in_its_language_and_small(language):
    shown = {name.removeprefix("picture:") for name in names(language, "image", "src")}
    folder = Path(finders.find(f"guide/{language}"))
    assert {path.stem for path in folder.glob("*")} == shown
    for path in folder.glob("*"):
        assert path.stat().st_size <= LARGEST, path
        with Image.open(path) as image:
            assert (image.format, image.width <= WIDEST) == ("WEBP", True), path


@each_language
def test_every_picture_says_what_it_shows(language):
    for chapter in chapters(language):
        for picture in BeautifulSoup(chapter.body, "html.parser").find_all("img"):
            assert picture["alt"], picture
            assert picture.parent["href"] == picture["src"]


@each_language
def test_every_link_leads_to_a_page_of_the_admin(language, admin_client):
    ours = {
        f"{chapter.get_absolute_url()}#{anchor}"
        for chapter in chapters(language)
        for anchor, _words in chapter.sections
    }
    for chapter in chapters(language):
        for link in BeautifulSoup(chapter.body, "html.parser").select("a:not(:has(img))"):
            address = link["href"]
            assert address.startswith("/admin/"), link
            assert "#" not in address or address in ours, link
            assert admin_client.get(address).status_code == 200, link


@each_language
def test_what_is_bold_is_a_message_of_the_interface(language):
    fixed, filled = interface(language)
    unknown = [
        words
        for words in sorted(bold(language))
        if words.lower() not in fixed and not any(each.fullmatch(words.lower()) for each in filled)
    ]
    assert bold(language)
    assert not unknown


@each_language
def test_a_heading_has_an_address_of_its_own(language):
    for chapter in chapters(language):
        anchors = [anchor for anchor, _words in chapter.sections]
        assert all(anchors)
        assert len({*anchors}) == len(anchors)
        assert not re.search("<h[13-6]", chapter.body)


def test_a_heading_without_an_address_is_refused(tmp_path, monkeypatch):
    (tmp_path / "sq").mkdir()
    (tmp_path / "sq" / "write.md").write_text("# T\n\n## H")
    monkeypatch.setattr("portal.guide.chapters.TEXTS", tmp_path)
    monkeypatch.setattr("portal.guide.chapters.CHAPTERS", ("write",))
    chapters.cache_clear()
    with pytest.raises(ValueError, match="names no address"):
        chapters("sq")
    chapters.cache_clear()


def test_html_in_a_text_is_text(tmp_path, monkeypatch):
    (tmp_path / "sq").mkdir()
    (tmp_path / "sq" / "write.md").write_text(
        "# T\n\n## H {#h}\n\n<script>x</script> [a](javascript:b)"
    )
    monkeypatch.setattr("portal.guide.chapters.TEXTS", tmp_path)
    monkeypatch.setattr("portal.guide.chapters.CHAPTERS", ("write",))
    chapters.cache_clear()
    [chapter] = chapters("sq")
    chapters.cache_clear()
    assert "<script" not in chapter.body
    assert "href" not in chapter.body
