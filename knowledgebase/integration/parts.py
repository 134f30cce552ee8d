"""What a model's page shows from other tables."""

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from knowledgebase.integration.chain import modules_that_teach
from portal.frame import Frame
from portal.i18n import PageRow

if TYPE_CHECKING:
    from knowledgebase.models.model import ModelPage


class ModelParts:
    """The pages that belong to one model."""

    def __init__(self, page: "ModelPage", frame: Frame) -> None:
        self.page = page
        self.frame = frame

    @cached_property
    def linked(self) -> list[tuple[str, list[PageRow]]]:
        """The pages that belong to the model under their headings; only what all may read."""
        grouped: dict[str, dict[int, PageRow]] = defaultdict(dict)
        for target_id, kind in self.page.targets:
            row = self.frame.links.get(target_id)
            if row:
                grouped[kind][row.id] = row
        headings = {
            "chapterpage": _("Read more in the study"),
            "resourcepage": _("Resources to work with"),
            "projectpage": _("Projects that use it"),
        }
        linked = [
            (heading, list(grouped[kind].values()))
            for kind, heading in headings.items()
            if kind in grouped
        ]
        modules = modules_that_teach(self.page.translation_key)
        return [*linked, (_("Trainings that teach it"), modules)] if modules else linked
