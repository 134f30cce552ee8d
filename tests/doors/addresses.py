"""Every address of the admin that may write, as the URL configuration has it."""

import inspect
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import URLResolver, get_resolver, resolvers
from django.views.generic.edit import ProcessFormView
from wagtail.admin.viewsets.pages import base_page_viewset

WRITING = ("post", "put", "patch", "delete")


class Address(NamedTuple):
    """A pattern below `/admin/`; `name` is its URL name, or its route where it has none."""

    name: str
    pattern: str  # with %(name)s for each of `parameters`
    parameters: tuple[str, ...]
    methods: frozenset[str]  # those of WRITING that its view takes

    def path(self, **parameters: Any) -> str:
        """Return the address for these parameters."""
        return "/" + self.pattern % parameters


def addresses() -> list[Address]:
    """Return the addresses of the admin that take more than GET."""
    admin = next(each for each in get_resolver().url_patterns if str(each.pattern) == "admin/")
    found: dict[str, Address] = {}
    for each in _below(admin, "admin/", ()):
        # What stands before another package's address answers under that one's name.
        first = found.get(each.pattern)
        methods = each.methods | (first.methods if first else frozenset())
        found[each.pattern] = each._replace(methods=methods)
    return [each for each in found.values() if each.methods]


def _below(resolver: URLResolver, before: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for each in resolver.url_patterns:
        [(pattern, parameters)] = resolvers.normalize(str(each.pattern.regex.pattern))[:1]
        if isinstance(each, URLResolver):
            yield from _below(
                each, before + pattern, (*spaces, each.namespace) if each.namespace else spaces
            )
            continue
        route = before + str(each.pattern)
        name = ":".join((*spaces, each.name)) if each.name else route
        yield Address(name, before + pattern, tuple(parameters), frozenset(methods(each.callback)))


def methods(callback: Any) -> set[str]:
    """Return the methods that write and that a view takes; a plain function may take POST."""
    if name := inspect.getclosurevars(inspect.unwrap(callback)).nonlocals.get("view_name"):
        callback = base_page_viewset.get_view_by_name(name)
    if actions := getattr(callback, "actions", None):
        return set(actions) & set(WRITING)
    view = getattr(callback, "view_class", None) or getattr(callback, "cls", None)
    if view is None:
        return {"post"}
    taken = {each for each in WRITING if hasattr(view, each) and each in view.http_method_names}
    is_form = getattr(view, "put", None) is ProcessFormView.put  # the same as its post
    return taken - {"put"} if is_form else taken
