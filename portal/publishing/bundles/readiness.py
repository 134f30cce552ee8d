"""What is missing before a bundle can go live, in plain words, each with the way to mend it."""

from collections.abc import Iterator
from functools import cached_property

from django.utils.translation import gettext as _

from portal.publishing.bundles import obstacles, put_in
from portal.publishing.bundles.contents import Contents
from portal.publishing.bundles.judged import Finding, Judged
from portal.translating.models import begin_address


class Readiness(Contents):
    """A bundle judged by what holds now."""

    @cached_property
    def judged(self) -> list[Judged]:
        """Each item with what is found, in the order in which they were put in."""
        for each in self.known:
            each.findings = list(self._findings(each))
        return self.known

    @property
    def is_ready(self) -> bool:
        """Whether all of it can go live, and something would."""
        goes_live = any(each.goes_live for each in self.judged)
        return goes_live and not any(each.blocks for each in self.judged)

    def _findings(self, each: Judged) -> Iterator[Finding]:
        item, thing = each.item, each.thing
        if thing is None:
            text = _("It was deleted.")
            yield Finding(code="deleted", text=text, **put_in.take_out(self, item))
            return
        if getattr(thing, "alias_of_id", None):
            yield Finding(
                code="alias",
                text=_("It shows its original, and has nothing of its own to publish."),
                label=_("Translate"),
                address=begin_address(type(thing), thing.alias_of_id),
            )
            return
        if each.goes_live:
            yield from put_in.what_changed(self, each)
            yield from obstacles.texts(self, each)
            yield from obstacles.when(self, each)
        else:
            yield put_in.nothing(self, each)
        yield from obstacles.where(self, each)
        yield from put_in.who(self, each)
        yield from put_in.beside(self, each)
        if item.fault:
            text = _("The last attempt to publish it failed: %(reason)s")
            yield Finding(code="fault", text=text % {"reason": item.fault}, blocks=False)
