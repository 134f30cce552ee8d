"""What a project page shows from other tables, read in as few queries as there are kinds."""

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.apps import apps

from portal.i18n import PageRow
from portal.media.models import Image
from portal.media.pictures import Picture, picture, prefetch_pictures
from portal.terms.models import ConsultationGroup, Municipality, Organisation, Theme
from portal.terms.rows import TermRow, term_rows
from projects.models.roles import Role
from projects.news import News, newest, news_of, read

if TYPE_CHECKING:
    from projects.models.project import ProjectPage


class Participant(NamedTuple):
    """An organisation in the visitor's language, with its logo."""

    term: TermRow
    logo: Image | None


class ProjectParts:
    """The terms, organisations, pictures and updates of one project."""

    def __init__(self, page: "ProjectPage") -> None:
        self.page = page
        self.roles = list(page.organisations.all())
        self.terms = self._read_terms()
        self.images = self._read_images()
        self.models = self._read_models()
        prefetch_pictures(self.images.values())

    def _read_terms(self) -> dict[str, list[TermRow]]:
        page = self.page
        organisation_ids = [role.organisation_id for role in self.roles]
        return term_rows(
            {
                Municipality: page.municipalities.all().values_list("translation_key", flat=True),
                Theme: page.themes.all().values_list("translation_key", flat=True),
                ConsultationGroup: page.consultation_groups.all().values_list(
                    "translation_key", flat=True
                ),
                Organisation: Organisation.objects.filter(pk__in=organisation_ids).values(
                    "translation_key"
                ),
            }
        )

    def _read_images(self) -> dict[int | None, Image]:
        logo_ids = {term.logo_id for term in self.terms["organisation"]}
        return Image.objects.shown().in_bulk({*logo_ids, self.page.cover_id} - {None})

    def _read_models(self) -> list[PageRow]:
        """Return the models that name the project; the room next door keeps the links."""
        links = apps.get_model("knowledgebase.ModelLink").objects
        return links.pages_linked_to(self.page.translation_key)

    @property
    def cover(self) -> Image | None:
        """The cover picture."""
        return self.images.get(self.page.cover_id)

    @cached_property
    def participants(self) -> list[tuple[Role, list[Participant]]]:
        """Pairs of a role and the organisations in it, in the editor's order."""
        by_id = {term.id: term for term in self.terms["organisation"]}
        grouped: dict[Role, list[Participant]] = defaultdict(list)
        for row in self.roles:
            grouped[Role(row.role)].append(self._participant(by_id[row.organisation_id]))
        return list(grouped.items())

    @property
    def donor_marks(self) -> list[Picture]:
        """The logos by which donors ask to be shown."""
        return [
            picture(donor.logo, "logo", donor.term.logo_alt)
            for role, participants in self.participants
            for donor in participants
            if role == Role.DONOR and donor.logo
        ]

    def _participant(self, term: TermRow) -> Participant:
        return Participant(term, self.images.get(term.logo_id))

    @cached_property
    def updates(self) -> list[News]:
        """The project's news in the language of its page, newest first."""
        return read(newest(news_of(self.page)))
