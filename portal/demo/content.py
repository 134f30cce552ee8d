"""Reads a room's demonstration content, which editors mend: YAML, a file a page.

A folder is read as its files by their names, without the number that gives them their order. A
text is a mapping of `sq` and `en`; where its lines break does not matter, nor do spaces around
paragraphs and lists. `shared: name` stands for what the room's `shared.yaml` says by that name.
`page: name`, or `id="{name}"` in a link, names the page of the file with that name in any room.
"""

import re
from collections.abc import Container, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from yaml import MappingNode, Node, SequenceNode

from portal.demo.words import Bilingual

FOLDER = "demo_content"
SHARED = "shared"
NAMES_OF_PAGES = ("page", "project")
LINK = re.compile(r'id="{(\w+)}"')
AROUND_BLOCKS = re.compile(r"[ \n]*(</?(?:p|ul|ol|li)>)[ \n]*")


class ContentError(Exception):
    """What is wrong with the content, in one line that says where."""


class Part(dict[str, Any]):
    """A mapping of a file; `where` is its file, line and path."""

    where = ""

    def __missing__(self, key: str) -> Any:
        raise ContentError(f'{self.where}: "{key}" is missing')


class Content:
    """What the files in the folder beside a room's `demo.py` say."""

    def __init__(self, module: str) -> None:
        self.folder = Path(module).parent / FOLDER

    def __getitem__(self, name: str) -> Any:
        return self.parts[name]

    @cached_property
    def parts(self) -> Part:
        """What each file or folder says, by its name; raises ContentError."""
        return self._read_folder(self.folder)

    @cached_property
    def shared(self) -> Part:
        """What several files say."""
        path = self.folder / f"{SHARED}.yaml"
        return File(path, self._name(path)).read() if path.exists() else Part()

    def check_pages(self, known: Container[str]) -> None:
        """Raise ContentError if a text or a choice names a page that is not `known`."""
        for where, key in page_keys(self.parts, self.parts.where):
            if key not in known:
                raise ContentError(f'{where}: there is no page "{key}"')

    def _read_folder(self, folder: Path) -> Part:
        found = Part()
        found.where = self._name(folder)
        for path in sorted(folder.iterdir()):
            key = re.sub(r"^\d+_", "", path.stem)
            if key in found:
                raise ContentError(f'{found.where}: "{key}" is there twice')
            if path.is_dir():
                found[key] = self._read_folder(path)
            elif path.stem == SHARED:
                found[key] = self.shared
            elif path.suffix == ".yaml":
                found[key] = File(path, self._name(path), self.shared).read()
        return found

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder.parents[1]).as_posix()


class File:
    """One file of content; `name` is how mistakes name it."""

    def __init__(self, path: Path, name: str, shared: Part | None = None) -> None:
        self.name = name
        self.shared = shared
        self.loader = yaml.SafeLoader(path.read_text(encoding="utf-8"))

    def read(self) -> Part:
        """Return what the file says; raises ContentError."""
        try:
            node = self.loader.get_single_node()
            if not isinstance(node, MappingNode):
                raise ContentError(f"{self.name}: it must begin with a name and a colon")
            return self._mapping(node, "")
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise ContentError(f"{self.name}, line {line}: {error.problem}") from error

    def _value(self, node: Node, path: str) -> Any:
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [
                self._value(item, f"{path}.{number}") for number, item in enumerate(node.value, 1)
            ]
        try:
            value = self.loader.construct_object(node)
        except ValueError as error:  # a date that no calendar has
            raise ContentError(f"{self._where(node, path)}: {error}") from error
        return tidy(value) if isinstance(value, str) else value

    def _mapping(self, node: MappingNode, path: str) -> Any:
        part = Part()
        part.where = self._where(node, path)
        for name, value in node.value:
            key = name.value
            if key in part:
                raise ContentError(f'{self._where(name, path)}: "{key}" is there twice')
            part[key] = self._value(value, f"{path}.{key}" if path else key)
        if part.keys() & set(Bilingual._fields):
            return text(part)
        return self._shared(part) if SHARED in part else part

    def _shared(self, part: Part) -> Any:
        if len(part) > 1:
            raise ContentError(f'{part.where}: "{SHARED}" must stand alone')
        name = part[SHARED]
        if self.shared is None or name not in self.shared:
            raise ContentError(f'{part.where}: {SHARED}.yaml has no "{name}"')
        return self.shared[name]

    def _where(self, node: Node, path: str) -> str:
        line = f"{self.name}, line {node.start_mark.line + 1}"
        return f"{line}, {path}" if path else line


def text(part: Part) -> Bilingual:
    """Return the text that a mapping of languages says; raises ContentError."""
    for language in Bilingual._fields:
        if part[language] is None or part[language] == "":
            raise ContentError(f'{part.where}: "{language}" is empty')
        if not isinstance(part[language], str):
            raise ContentError(f'{part.where}: "{language}" needs quotation marks to be a text')
    if others := part.keys() - set(Bilingual._fields):
        raise ContentError(f'{part.where}: "{min(others)}" is no language of the content')
    return Bilingual(**part)


def tidy(words: str) -> str:
    """Return rich text as Wagtail keeps it, in one line; other words as they are."""
    if not AROUND_BLOCKS.search(words):
        return words
    return AROUND_BLOCKS.sub(r"\1", re.sub(r"[ \n]+", " ", words))


def page_keys(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Yield every key by which a page is named anywhere in `value`, after where that is."""
    if isinstance(value, Bilingual):
        for words in value:
            yield from ((where, key) for key in LINK.findall(words))
    elif isinstance(value, list):
        for item in value:
            yield from page_keys(item, where)
    elif isinstance(value, Part):
        for name, item in value.items():
            if name in NAMES_OF_PAGES and isinstance(item, str):
                yield value.where, item
            else:
                yield from page_keys(item, value.where)
