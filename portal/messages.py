"""Extracts, updates, checks and compiles the translations with Babel alone.

`locale/<language>/` holds our messages; `locale/vendor/<language>/` holds the translations that
other packages lack. A language is added by an empty `LC_MESSAGES/django.po` in either folder.
`python -m portal.messages` compiles before Django can be set up; extraction needs it set up.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
APPS = ("portal", "home", "projects", "knowledgebase", "mentoring", "search")
PACKAGES = ("wagtail", "wagtail_localize", "taggit", "allauth")
CORRECTED = ("django",)  # has its own translations; ours put some of them right

METHODS = [
    ("**.py", "python"),
    # What belongs into Wagtail's admin is written for Django's templates, as Wagtail's own is.
    ("media/templates/**.*", "portal.messages:extract_from_admin"),
    ("publishing/templates/**.*", "portal.messages:extract_from_admin"),
    ("publishing/bundles/templates/**.*", "portal.messages:extract_from_admin"),
    ("translating/templates/**.*", "portal.messages:extract_from_admin"),
    ("guide/templates/**.*", "portal.messages:extract_from_admin"),
    ("accounts/templates/**.*", "portal.messages:extract_from_admin"),
    ("personal/templates/**.*", "portal.messages:extract_from_admin"),
    ("**/templates/**.*", "jinja2.ext.babel_extract"),
]
OPTIONS = {
    "**/templates/**.*": {
        "extensions": "jinja2.ext.i18n,wagtail.jinja2tags.core",
        "newstyle_gettext": "true",
        "trimmed": "true",
        "silent": "false",
    }
}
KEYWORDS = (
    DEFAULT_KEYWORDS
    | {
        f"{name}_lazy": DEFAULT_KEYWORDS[name]
        for name in ("gettext", "ngettext", "pgettext", "npgettext")
    }
    | {"gettext_noop": None}
)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w*\}")


def extract_from_admin(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator:
    """Yield the messages of a template of Django's, for Babel."""
    lines = templatize(file.read().decode()).splitlines()
    code = "\n".join(line.strip() for line in lines)
    return extract_python(BytesIO(code.encode()), keywords, tags, options)


def own_paths(root: Path) -> list[Path]:
    return sorted(root.glob("locale/*/LC_MESSAGES/django.po"))


def vendor_paths(root: Path) -> list[Path]:
    return sorted(root.glob("locale/vendor/*/LC_MESSAGES/*.po"))


def read_catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, domain=path.stem)


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            sort_output=True,
            include_lineno=False,
            ignore_obsolete=True,
        )


def compile_catalogues(root: Path) -> int:
    """Write the `.mo` beside every `.po` under `root`/locale; return how many."""
    paths = own_paths(root) + vendor_paths(root)
    for path in paths:
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, read_catalogue(path))
    return len(paths)


def own_template(root: Path) -> Catalog:
    """Return the messages of our code and templates, untranslated.

    Needs Django set up, for Wagtail's tags; raises jinja2.TemplateSyntaxError on a bad template.
    """
    template = Catalog()
    for app in APPS:
        # Babel would leave out folders whose name starts with an underscore.
        found = extract_from_dir(
            root / app,
            METHODS,
            OPTIONS,
            KEYWORDS,
            ("Translators:",),
            directory_filter=bool,
        )
        for filename, _line, text, comments, context in found:
            template.add(
                text,
                None,
                [(f"{app}/{filename}", 0)],
                auto_comments=comments,
                context=context,
            )
    return template


def vendor_template(domain: str, packages: Iterable[str] = PACKAGES) -> Catalog:
    """Return what the packages' English catalogues hold, located by folder (wagtail/admin)."""
    template = Catalog()
    for folder, source in vendor_sources(domain, packages):
        for message in messages(read_catalogue(source)):
            template.add(message.id, None, [(folder, 0)], context=message.context)
    return template


def vendor_sources(domain: str, packages: Iterable[str]) -> Iterator[tuple[str, Path]]:
    for package in packages:
        root = Path(import_module(package).__path__[0])
        for path in sorted(root.glob(f"**/locale/en/LC_MESSAGES/{domain}.po")):
            yield path.parents[3].relative_to(root.parent).as_posix(), path


def update_own(root: Path) -> None:
    """Bring our catalogues up to date with the code; new messages come in untranslated."""
    template = own_template(root)
    for path in own_paths(root):
        catalogue = read_catalogue(path)
        merge(catalogue, template)
        write_catalogue(path, catalogue)


def update_vendor(root: Path) -> None:
    """Keep of the vendor catalogues what is translated and still in use."""
    for path in vendor_paths(root):
        catalogue = read_catalogue(path)
        merge(catalogue, vendor_template(path.stem, PACKAGES + CORRECTED))
        for message in list(messages(catalogue)):
            if not is_translated(message):
                catalogue.delete(message.id, message.context)
        write_catalogue(path, catalogue)


def merge(catalogue: Catalog, template: Catalog) -> None:
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages without the header, which Babel counts as one."""
    return (message for message in catalogue if message.id)


def is_translated(message: Message) -> bool:
    return all(forms(message.string or ""))


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return the plural forms of a text, or its only form."""
    return (text,) if isinstance(text, str) else tuple(text)


def problems(root: Path) -> Iterator[str]:
    """Yield one line for each fault in our catalogues and in the vendor ones."""
    template = own_template(root)
    for path in own_paths(root):
        catalogue = read_catalogue(path)
        for fault in [*differences(catalogue, template), *faults(catalogue)]:
            yield f"{path.relative_to(root)}: {fault}"
    for path in vendor_paths(root):
        for fault in faults(read_catalogue(path)):
            yield f"{path.relative_to(root)}: {fault}"


def differences(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """Yield what the code says and the catalogue lacks, and the other way round."""
    kept, said = (
        {(message.context or "", forms(message.id)) for message in messages(source)}
        for source in (catalogue, template)
    )
    for _context, texts in sorted(said - kept):
        yield f"missing: {shorten(texts[0])}"
    for _context, texts in sorted(kept - said):
        yield f"obsolete: {shorten(texts[0])}"


def faults(catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with the entries themselves."""
    for message in messages(catalogue):
        text = shorten(forms(message.id)[0])
        if message.fuzzy:
            yield f"fuzzy: {text}"
        elif not is_translated(message):
            yield f"not translated: {text}"
        elif message.check(catalogue) or not placeholders_agree(message):
            yield f"placeholders differ: {text}"


def placeholders_agree(message: Message) -> bool:
    """A singular form may leave out the number; nothing else may be added or left out."""
    singular, *plural = (set(PLACEHOLDER.findall(form)) for form in forms(message.id))
    first, *others = (set(PLACEHOLDER.findall(form)) for form in forms(message.string or ""))
    if not plural:
        return first == singular
    return first <= singular | plural[0] and all(other == plural[0] for other in others)


def shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else f"{line[:69]}…"


def missing_vendor(path: Path) -> Catalog:
    """Return what the packages say and the vendor catalogue at `path` does not translate yet."""
    catalogue = read_catalogue(path)
    missing = Catalog(locale=catalogue.locale, domain=path.stem)
    for message in messages(vendor_template(path.stem)):
        if not catalogue.get(message.id, message.context):
            missing.add(message.id, None, message.locations, context=message.context)
    return missing


def coverage(path: Path) -> Iterator[tuple[str, int, int]]:
    """Yield each package folder with how many messages it has and how many lack a translation."""
    total, missing = (
        Counter(folder for message in messages(catalogue) for folder, _line in message.locations)
        for catalogue in (vendor_template(path.stem), missing_vendor(path))
    )
    for folder in sorted(total):
        yield folder, total[folder], missing[folder]


if __name__ == "__main__":
    sys.stdout.write(f"{compile_catalogues(ROOT)} catalogues compiled\n")
