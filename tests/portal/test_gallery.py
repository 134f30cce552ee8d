"""The gallery shows every component and every block, so that nobody builds one a second time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from django.template import engines
from django.test import RequestFactory
from jinja2 import Environment, nodes
from jinja2.runtime import Macro

from portal import gallery

pytestmark = pytest.mark.django_db

TEMPLATES = Path(gallery.__file__).parent / "templates"
ENVIRONMENT: Environment = engines["jinja2"].env
# It stands in the head, and describes a picture that is stored.
UNSEEN = {"components/share_image.html:share_image"}


def everything() -> set[str]:
    """Return every macro that others call as "template:macro", and every block's template."""
    blocks = {f"blocks/{path.name}" for path in (TEMPLATES / "blocks").glob("*.html")}
    components = {
        f"components/{path.name}:{macro.name}"
        for path in (TEMPLATES / "components").glob("*.html")
        for macro in ENVIRONMENT.parse(path.read_text()).find_all(nodes.Macro)
        if not macro.name.startswith("_")
    }
    return blocks | components


@contextmanager
def watched() -> Iterator[set[str]]:
    """Yield the macros and templates that are used meanwhile, named as in `everything`."""
    used: set[str] = set()
    call, get_template = Macro._invoke, Environment.get_template

    def note_macro(macro: Macro, *args: object) -> str:
        path = Path(macro._func.__code__.co_filename)
        used.add(f"{path.parent.name}/{path.name}:{macro.name}")
        return call(macro, *args)

    def note_template(environment: Environment, name: str, *args: object, **options: object):
        used.add(name)
        return get_template(environment, name, *args, **options)

    with (
        patch.object(Macro, "_invoke", note_macro),
        patch.object(Environment, "get_template", note_template),
    ):
        yield used


def test_the_gallery_shows_every_component_and_every_block():
    with watched() as used:
        response = gallery.components(RequestFactory().get("/sq/_components/")).render()
    assert response.status_code == 200
    assert not everything() - UNSEEN - used
