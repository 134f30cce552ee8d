"""What editors may write in the demonstration's files, and what they are told of a mistake."""

from datetime import date
from pathlib import Path

import pytest

from portal.demo.content import Content, ContentError
from portal.demo.words import Bilingual


def content_of(folder: Path, **files: str) -> Content:
    """Return the content of files, whose names have `__` between folder and file."""
    for name, written in files.items():
        path = folder / "demo_content" / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, encoding="utf-8")
    return Content(str(folder / "demo.py"))


def complaint(folder: Path, **files: str) -> str:
    """Return what is said of the files, without the name of the test's folder."""
    with pytest.raises(ContentError) as caught:
        assert content_of(folder, **files).parts
    return str(caught.value).removeprefix(f"{folder.name}/demo_content/")


def test_a_file_says_texts_dates_and_figures(tmp_path):
    content = content_of(
        tmp_path,
        study="title:\n  sq: Studimi\n  en: The study\nissued_on: 2026-11-02\nrows: [1, '112', no]",
    )
    assert content["study"] == {
        "title": Bilingual("Studimi", "The study"),
        "issued_on": date(2026, 11, 2),
        "rows": [1, "112", False],
    }


def test_files_of_a_folder_are_named_without_their_number_and_keep_its_order(tmp_path):
    content = content_of(tmp_path, lists__01_z="a: 1", lists__02_b="a: 2", lists__10_a="a: 3")
    assert list(content["lists"]) == ["z", "b", "a"]


@pytest.mark.parametrize("style", [">-", ">", "|"])
def test_rich_text_may_break_anywhere(tmp_path, style):
    written = """
title:
  sq: STYLE
    <p>Një
    <b>fjali</b>.</p>

    <ul>
      <li>a b</li>
    </ul>
  en: "<p>One <b>sentence</b>.</p> <ul> <li>a\u00a0b</li></ul>"
"""
    content = content_of(tmp_path, page=written.replace("STYLE", style))
    assert content["page"]["title"] == Bilingual(
        "<p>Një <b>fjali</b>.</p><ul><li>a b</li></ul>",
        "<p>One <b>sentence</b>.</p><ul><li>a\u00a0b</li></ul>",
    )


def test_lines_without_markup_stay_lines(tmp_path):
    assert content_of(tmp_path, page="authors: |-\n  A\n  B")["page"]["authors"] == "A\nB"


def test_what_is_shared_stands_in_every_file_that_names_it(tmp_path):
    content = content_of(
        tmp_path,
        shared="notice:\n  sq: Kujdes\n  en: Beware",
        a="notice:\n  shared: notice",
        b="rows:\n  - shared: notice",
    )
    assert content["a"]["notice"] == content["b"]["rows"][0] == Bilingual("Kujdes", "Beware")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("title:\n  sq: A", 'page.yaml, line 2, title: "en" is missing'),
        (
            "body:\n  - text:\n      sq: A\n      en: B\n  - text:\n      en: B",
            'page.yaml, line 6, body.2.text: "sq" is missing',
        ),
        ("title:\n  sq: A\n  en:", 'page.yaml, line 2, title: "en" is empty'),
        ("title:\n  sq: A\n  en: ''", 'page.yaml, line 2, title: "en" is empty'),
        (
            "title:\n  sq: Jo\n  en: No",
            'page.yaml, line 2, title: "en" needs quotation marks to be a text',
        ),
        (
            "title:\n  sq: A\n  en: B\n  de: C",
            'page.yaml, line 2, title: "de" is no language of the content',
        ),
        ("year: 1\nkind: law\nyear: 2", 'page.yaml, line 3: "year" is there twice'),
        (
            "title:\n  sq: A\n  en: B\n  sq: C",
            'page.yaml, line 4, title: "sq" is there twice',
        ),
        ("notice:\n  shared: no_such", 'page.yaml, line 2, notice: shared.yaml has no "no_such"'),
        (
            "notice:\n  shared: notice\n  kind: info",
            'page.yaml, line 2, notice: "shared" must stand alone',
        ),
        ("issued_on: 2026-13-01", "page.yaml, line 1, issued_on: month must be in 1..12"),
        ("title: A: B", "page.yaml, line 1: mapping values are not allowed here"),
        ("title: 'A", "page.yaml, line 1: found unexpected end of stream"),
        ("", "page.yaml: it must begin with a name and a colon"),
        ("- A", "page.yaml: it must begin with a name and a colon"),
    ],
)
def test_a_mistake_is_told_in_one_line_that_says_where(tmp_path, written, said):
    assert complaint(tmp_path, page=written) == said


def test_two_files_by_one_name_are_told(tmp_path):
    told = complaint(tmp_path, lists__01_a="a: 1", lists__02_a="a: 1")
    assert told == 'lists: "a" is there twice'


def test_what_a_builder_misses_is_told(tmp_path):
    content = content_of(tmp_path, page="body:\n  - figure:\n      caption: A")
    with pytest.raises(ContentError, match=r'line 3, body\.1\.figure: "image" is missing'):
        assert content["page"]["body"][0]["figure"]["image"]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("links:\n  - page: no_such", "line 2, links.1"),
        ("project: no_such", "line 1"),
        ('text:\n  sq: <a id="{known}">A</a>\n  en: <a id="{no_such}">A</a>', "line 1"),
        ("link:\n  shared: link", "line 2, link"),
    ],
)
def test_a_page_that_nobody_has_is_told(tmp_path, written, line):
    content = content_of(tmp_path, shared="link:\n  page: no_such", page=written)
    with pytest.raises(ContentError, match=f'{line}: there is no page "no_such"'):
        content.check_pages({"known"})


def test_pages_that_there_are_may_be_named(tmp_path):
    written = 'page: known\ntext:\n  sq: <a id="{known}">A</a>\n  en: <a id="{known}">A</a>'
    content_of(tmp_path, page=written).check_pages({"known"})
