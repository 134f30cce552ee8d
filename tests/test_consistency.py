"""Rules that hold over the whole repository."""

import ast
import re
import tomllib
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.template import engines
from django.urls import get_resolver

from portal.pages import PublicPage
from tests.browser.addresses import TEMPLATES_COVERED
from tests.conftest import ROOT

TEMPLATES = [
    path
    for room in settings.TEMPLATES[0]["DIRS"]
    for path in Path(room).rglob("*.html")
    if "bench" not in path.parts
]
CODE = [
    path
    for room in ("portal", "search", "projects", "knowledgebase", "mentoring", "home")
    for path in (ROOT / room).rglob("*.py")
    if "migrations" not in path.parts
]


def name(template: Path) -> str:
    return str(template).rpartition("/templates/")[2]


def public_templates() -> set[str]:
    """The templates that a view renders: those that extend another, or are a whole document."""
    whole = re.compile(r"{%-? *extends|<!doctype", re.IGNORECASE)
    shells = {
        *("base.html", "page_body.html", "knowledgebase/page.html", "account/page.html"),
        *("training/cohort/desk.html", "personal/copy.html"),
    }
    return {name(path) for path in TEMPLATES if whole.search(path.read_text())} - shells


def test_every_public_template_is_looked_at_by_the_accessibility_engine():
    assert public_templates() <= set(TEMPLATES_COVERED)


def literal_words(template: Path) -> set[str]:
    """The words that stand in a template outside tags, expressions and translated blocks."""
    literal, is_translated, tag = [], False, ""
    for _line, kind, value in engines["jinja2"].env.lex(template.read_text()):
        if kind == "block_begin":
            tag = ""
        elif kind == "name" and not tag:
            tag = value
            is_translated = tag == "trans" or (is_translated and tag != "endtrans")
        elif kind == "data" and not is_translated:
            literal.append(value)
    text = re.sub(
        r'<script.*?</script>|<[^>]*>|[\w-]+="[^"]*"|&\w+;|\w+=',
        " ",
        "\0".join(literal),
        flags=re.DOTALL,
    )
    return set(re.findall(r"[^\W\d_]{3,}", text))


def test_no_template_says_what_is_not_translated():
    said = {name(path): literal_words(path) for path in TEMPLATES if path.name != "gallery.html"}
    assert said
    assert not {template: words for template, words in said.items() if words}


def test_no_template_has_an_inline_style_or_handler():
    inline = re.compile(r"<[^>]*\s(style|on[a-z]+)=")
    found = {name(path) for path in TEMPLATES if inline.search(path.read_text())}
    assert found == {"mail/base.html"}  # a mail loads no style sheet


def test_every_module_says_in_one_sentence_what_it_is_for():
    texts = {str(path.relative_to(ROOT)): path.read_text() for path in CODE}
    assert texts
    assert not [
        path
        for path, text in texts.items()
        if text.strip() and not ast.get_docstring(ast.parse(text))
    ]


def test_every_public_page_has_the_panels_that_visitors_depend_on():
    pages = [model for model in apps.get_models() if issubclass(model, PublicPage)]
    assert pages
    for model in pages:
        assert model.allowed_http_methods == ["GET", "HEAD", "OPTIONS"]
        names = {field.field_name for field in model.override_translatable_fields}
        assert {"internal_note", "show_in_menus"} <= names, model


def test_every_language_has_a_territory_and_a_format():
    for language, _name in settings.LANGUAGES:
        assert language in settings.LANGUAGE_TERRITORIES
        assert (ROOT / "portal" / "formats" / language / "formats.py").exists()


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for requirement in wanted:
        line = next(line for line in text.splitlines() if f'"{requirement}"' in line)
        assert "#" in line, requirement


def test_the_readme_explains_every_setting_that_is_read():
    settings = (ROOT / "portal/settings/environment.py").read_text()
    read = re.findall(r'read\("\w+", "(\w+)"', settings)
    assert read
    readme = (ROOT / "README.md").read_text()
    for variable in read:
        assert f"`{variable}`" in readme, variable


def test_lock_files_name_no_index_and_pin_every_hash():
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()
        assert "://" not in text
        pinned = re.findall(r"^[\w.\-\[\]]+==", text, flags=re.M)
        assert len(pinned) <= text.count("--hash=sha256:")


def test_public_addresses_are_below_a_language():
    outside = {"id/", "sitemap.xml", "robots.txt"}
    for pattern in get_resolver().url_patterns:
        route = str(pattern.pattern)
        assert route in outside | {"sq/", "en/"} or route.startswith(
            ("^images/", "admin/", "documents/")
        ), route
