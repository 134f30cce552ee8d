"""Sections: the pages that every installation has, which rooms declare in a module `sections`."""

from typing import NamedTuple

from django.conf import settings

from portal.pages import PublicPage


class Section(NamedTuple):
    """A page that every installation has: its model, and by language its title and slug.

    `parent` is the section that it stands below; None stands for the front page. One that is not
    `in_menu` is linked to elsewhere.
    """

    model: type[PublicPage]
    titles: dict[str, str]
    slugs: dict[str, str]
    parent: type[PublicPage] | None = None
    in_menu: bool = True

    def words(self, language: str) -> list[tuple[str, str]]:
        """Return the pairs of words that translate the section into `language`."""
        source = settings.LANGUAGE_CODE
        return [
            (self.titles[source], self.titles[language]),
            (self.slugs[source], self.slugs[language]),
        ]
