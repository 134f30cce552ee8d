"""Reads the sanitised HTML of our own rich text as tags and texts, in linear time."""

import re
from collections.abc import Iterator

TAG = re.compile(r"(<[^<>]*>)")
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
HEADINGS = {f"h{level}" for level in range(1, 7)}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}


def split(html: str) -> Iterator[tuple[bool, str]]:
    """Yield each tag and each text between tags, with whether it is a tag."""
    for index, piece in enumerate(TAG.split(html)):
        if piece:
            yield bool(index % 2), piece


def tag_name(tag: str) -> str:
    """Return the name of a tag in lower case; nothing for a comment."""
    match = NAME.match(tag)
    return match[1].lower() if match else ""


def closes(tag: str) -> bool:
    """Whether a tag is a closing one."""
    return tag.startswith("</")


def stands_alone(tag: str) -> bool:
    """Whether a tag opens nothing: a void element, a comment, `<embed/>`."""
    return tag.endswith("/>") or tag_name(tag) in VOID or not tag_name(tag)
