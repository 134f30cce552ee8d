"""The study of integration models, the models themselves, resources and the glossary."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KnowledgebaseConfig(AppConfig):
    name = "knowledgebase"
    verbose_name = _("Knowledge base")

    def ready(self) -> None:
        from knowledgebase import signals  # noqa: F401
