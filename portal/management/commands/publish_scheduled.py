"""`manage.py publish_scheduled`: Wagtail's, except that one page cannot keep the others back."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from portal.publishing.bundles.filling import check_some
from portal.publishing.bundles.going_live import publish_when_due
from portal.publishing.bundles.models import Bundle
from portal.publishing.refusals import RefusedError
from portal.steps import Steps


class Command(BaseCommand):
    help = "Publish and take down what is scheduled; what may not go live yet waits."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what is due")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        steps = Steps(self.stderr)
        for row in expired():
            self.stdout.write(f"take down: {row}")
            if not dry_run:
                steps.do(str(row), self.unless_refused, unpublish, row, str(row))
        for revision in due():
            self.stdout.write(f"publish: {revision.object_str}")
            if not dry_run:
                name = revision.object_str
                steps.do(name, self.unless_refused, publish, revision, name)
        for bundle in Bundle.objects.due():
            self.stdout.write(f"publish together: {bundle}")
            if not dry_run:
                steps.do(str(bundle), self.unless_refused, publish_together, bundle, str(bundle))
        if not dry_run:
            steps.do("look at bundles", check_some)
        steps.finish()

    def unless_refused(self, change: Callable[[Any], None], what: Any, name: str) -> None:
        """Change it, or say why it waits; the next run tries again."""
        try:
            change(what)
        except RefusedError as refusal:
            self.stdout.write(f"waits: {name}: {refusal.messages[0]}")


def expired() -> Iterator[DraftStateMixin]:
    """Return what is public beyond its last day: pages, then snippets."""
    models = [Page] + [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    for model in models:
        rows = model.objects.filter(live=True, expire_at__lt=timezone.now())
        yield from rows.order_by("expire_at")


def due() -> list[Revision]:
    """Return the revisions whose day has come."""
    revisions = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    return list(revisions.order_by("approved_go_live_at"))


def publish(revision: Revision) -> None:
    """Publish it, as its editor asked for."""
    revision.publish(log_action="wagtail.publish.scheduled")


def publish_together(bundle: Bundle) -> None:
    """Publish all of it, or write down why not."""
    publish_when_due(bundle=bundle)


def unpublish(row: DraftStateMixin) -> None:
    """Take it down, as its editor asked for."""
    row.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
