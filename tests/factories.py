"""Factories for every model; pages are published, as an editor would."""

import datetime

import factory
from wagtail.models import Locale, Page

from home.enquiries.models import Subject
from home.models import HomePage, NewsIndexPage, NewsPage, StandardPage
from portal.accounts.models import User
from portal.furniture.models import Furniture
from portal.terms.models import ConsultationGroup, Municipality, Organisation, Skill, Theme
from projects.models import (
    MunicipalityIndexPage,
    MunicipalityPage,
    ProjectIndexPage,
    ProjectOrganisation,
    ProjectPage,
    ProjectUpdatePage,
)
from projects.models.roles import Role


def source_locale() -> Locale:
    return Locale.objects.get(language_code="sq")


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")


class TermFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    name = factory.Sequence(lambda n: f"Term {n}")
    slug = factory.Sequence(lambda n: f"term-{n}")
    locale = factory.LazyFunction(source_locale)


class ThemeFactory(TermFactory):
    class Meta:
        model = Theme


class ConsultationGroupFactory(TermFactory):
    class Meta:
        model = ConsultationGroup


class SkillFactory(TermFactory):
    class Meta:
        model = Skill


class SubjectFactory(TermFactory):
    class Meta:
        model = Subject


class OrganisationFactory(TermFactory):
    class Meta:
        model = Organisation


class MunicipalityFactory(TermFactory):
    class Meta:
        model = Municipality

    longitude = "19.818"
    latitude = "41.328"


class FurnitureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Furniture

    name = "D&E"
    neutral_title = "D&E"
    locale = factory.LazyFunction(source_locale)


class PublicPageFactory(factory.django.DjangoModelFactory):
    """Adds the page below `parent` (the model's own section by default) and publishes it."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda n: f"Faqja {n}")
    slug = factory.Sequence(lambda n: f"faqja-{n}")
    _parent_model: type[Page] = HomePage

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        parent = kwargs.pop("parent", None) or cls.default_parent()
        relations = {
            field.name: kwargs.pop(field.name)
            for field in model_class._meta.many_to_many
            if field.name in kwargs
        }
        page = model_class(*args, locale=kwargs.pop("locale", parent.locale), **kwargs)
        for name, values in relations.items():
            setattr(page, name, values)
        parent.add_child(instance=page)
        page.save_revision().publish()
        page.refresh_from_db()
        return page

    @classmethod
    def default_parent(cls) -> Page:
        return cls._parent_model.objects.get(locale__language_code="sq")


class StandardPageFactory(PublicPageFactory):
    class Meta:
        model = StandardPage


class ProjectPageFactory(PublicPageFactory):
    class Meta:
        model = ProjectPage

    _parent_model = ProjectIndexPage
    start_date = datetime.date(2020, 8, 1)
    end_date = datetime.date(2021, 12, 1)


class ProjectUpdatePageFactory(PublicPageFactory):
    class Meta:
        model = ProjectUpdatePage

    date = datetime.date(2020, 8, 12)


class NewsPageFactory(PublicPageFactory):
    class Meta:
        model = NewsPage

    _parent_model = NewsIndexPage
    date = datetime.date(2020, 8, 12)


class MunicipalityPageFactory(PublicPageFactory):
    class Meta:
        model = MunicipalityPage

    _parent_model = MunicipalityIndexPage
    municipality = factory.SubFactory(MunicipalityFactory)


def add_organisation(page: ProjectPage, role: Role, organisation: Organisation) -> None:
    """Give an organisation a role in a published project."""
    page.organisations.add(
        ProjectOrganisation(role=role, organisation=organisation, locale=page.locale)
    )
    page.save_revision().publish()
