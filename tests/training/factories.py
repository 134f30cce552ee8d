"""Factories for training; pages are published, as an editor would."""

from knowledgebase.training.models import (
    LessonPage,
    ModulePage,
    ProgrammePage,
    QuizPage,
    TrainingPage,
)
from tests.factories import PublicPageFactory


class ProgrammePageFactory(PublicPageFactory):
    class Meta:
        model = ProgrammePage

    _parent_model = TrainingPage


class BelowFactory(PublicPageFactory):
    """Needs a `parent`; it stands after what is there already."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        kwargs["parent"] = type(kwargs["parent"]).objects.get(pk=kwargs["parent"].pk)
        return super()._create(model_class, *args, **kwargs)


class ModulePageFactory(BelowFactory):
    class Meta:
        model = ModulePage


class LessonPageFactory(BelowFactory):
    class Meta:
        model = LessonPage


class QuizPageFactory(BelowFactory):
    class Meta:
        model = QuizPage
