"""Search over everything that the portal publishes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "portal_search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from search import promotions, synonyms  # noqa: F401
        from search.cries import lists  # noqa: F401
        from search.index.follow import watch

        watch()
