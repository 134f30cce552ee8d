"""Bulk actions that do what they can, and say what they could not and why."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from wagtail.actions import DeleteAction
from wagtail.admin import messages
from wagtail.admin.views.pages import bulk_actions as pages
from wagtail.models import Page
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction as DeleteSnippetsBulkAction

from portal.publishing.refusals import RefusedError
from portal.publishing.rights import may_publish


class OneByOne:
    """Makes a bulk action go on after something that the gate refuses."""

    def get_execution_context(self) -> dict[str, Any]:
        """Return what `execute_action` is told, with whom to tell about refusals."""
        own = {"request": self.request, "user": self.request.user}  # type: ignore[attr-defined]
        return {**super().get_execution_context(), **own}  # type: ignore[misc]

    @classmethod
    def execute_action(cls, objects: Iterable[Any], **kwargs: Any) -> tuple[int, int]:
        """Return how many were changed, themselves and below them."""
        execute = super().execute_action  # type: ignore[misc]
        done = [
            counts
            for each in objects
            if (counts := attempt(each, lambda one: execute([one], **kwargs), kwargs["request"]))
        ]
        return sum(own for own, _below in done), sum(below for _own, below in done)


def attempt(instance: Any, change: Callable[[Any], Any], request: Any) -> Any:
    """Return what `change` returns; tell the person where the gate refuses, and return None."""
    try:
        return change(instance)
    except RefusedError as refusal:
        messages.error(request, f"{instance}: {' '.join(refusal.messages)}")
        return None


class UnpublishPages(OneByOne, pages.UnpublishBulkAction):
    """Takes pages away; a source goes in every language."""


class DeletePages(OneByOne, pages.DeleteBulkAction):
    """Deletes pages; a source goes in every language."""


class PublishPages(OneByOne, pages.PublishBulkAction):
    """Publishes pages, and drafts below them, each by itself."""

    @classmethod
    def execute_action(cls, objects: Iterable[Page], **kwargs: Any) -> tuple[int, int]:
        """Return how many were published, themselves and below them."""
        chosen = list(objects)
        user, request = kwargs["user"], kwargs["request"]
        below = list(cls.drafts_below(chosen, user)) if kwargs["include_descendants"] else []

        def publish(page: Page) -> bool:
            (page.get_latest_revision() or page.save_revision(user=user)).publish(user=user)
            return True

        def count(group: Iterable[Page]) -> int:
            return sum(bool(attempt(page.specific, publish, request)) for page in group)

        return count(chosen), count(below)

    @staticmethod
    def drafts_below(chosen: Iterable[Page], user: Any) -> Iterator[Page]:
        """Yield the drafts below these pages that the person may publish."""
        for page in chosen:
            for draft in page.get_descendants().not_live():
                if may_publish(user, draft):
                    yield draft


class DeleteSnippets(OneByOne, DeleteSnippetsBulkAction):
    """Deletes snippets as their own page does."""

    @classmethod
    def execute_action(cls, objects: Iterable[Any], **kwargs: Any) -> tuple[int, int]:
        """Return how many were deleted."""

        def delete(instance: Any) -> bool:
            DeleteAction(instance, user=kwargs["user"]).execute()
            return True

        return sum(bool(attempt(each, delete, kwargs["request"])) for each in objects), 0
