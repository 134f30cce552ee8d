"""What is sent to addresses of what is published together."""

from collections.abc import Iterator

from portal.publishing.bundles.readiness import Readiness
from tests.doors.addresses import Address
from tests.doors.asking import Asking, Try
from tests.doors.forms import NEW


class BundleBodies(Asking):
    """Requests about what is published together."""

    def bundle(self, address: Address, action: str) -> Iterator[Try]:
        world = self.world
        bundle = world.ended if action == "reopen" else world.bundle
        data = {"title": NEW, "when": "now", "seen": Readiness(world.bundle).seen}
        if action == "choose":
            data["page"] = world.project.pk
        yield Try("", address.path(pk=bundle.pk), data)

    def bundle_item(self, address: Address, **_: str) -> Iterator[Try]:
        yield Try("", address.path(pk=self.world.bundle.pk, item=self.world.item.pk))

    def add_bundle(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(), {"title": NEW})

    def add_to_bundle(self, address: Address) -> Iterator[Try]:
        world = self.world
        for app, model, pk in (
            ("wagtailcore", "page", world.project.pk),
            ("wagtailcore", "page", world.project_en.pk),
            ("knowledgebase", "glossaryterm", world.term.pk),
        ):
            path = address.path(app_label=app, model_name=model, pk=pk)
            yield Try("", path, {"bundle": world.empty.pk})
