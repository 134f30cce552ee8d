"""Nothing is held about people that no description names."""

import pytest
from django.core.management import CommandError, call_command
from django.db import models
from django.test.utils import isolate_apps

from portal.accounts.models import User
from portal.personal import held
from portal.personal.held import all_held, may_be_about_people, needless, undescribed
from portal.personal.inventory import PATH, inventory


def test_every_field_that_may_be_about_people_is_described():
    assert not undescribed(), "describe these in the personal_data.py of their app"


def test_nothing_is_described_that_is_not_there_or_is_described_otherwise():
    assert not needless()


@isolate_apps("portal.personal")
def test_a_field_of_another_kind_is_noticed():
    class Base(models.Model):  # noqa: DJ008
        class Meta:
            app_label = "personal"

    fields = {
        "the user": models.ForeignKey(User, models.CASCADE),
        "the user, once": models.OneToOneField(User, models.CASCADE),
        "users": models.ManyToManyField(User),
        "an e-mail": models.EmailField(),
        "a name": models.CharField(max_length=5),
        "free text": models.TextField(),
        "anything": models.JSONField(),
        "a file": models.FileField(),
        "an address": models.GenericIPAddressField(),
    }
    for number, field in enumerate(fields.values()):
        field.contribute_to_class(Base, f"field_{number}")
    assert [name for name, field in fields.items() if not may_be_about_people(field)] == []
    for field in (models.CharField(choices=[("a", "b")]), models.DateField(), models.FloatField()):
        field.contribute_to_class(Base, "other")
        assert not may_be_about_people(field)


def test_a_field_that_nobody_described_is_named(monkeypatch):
    monkeypatch.setattr(held, "modules", lambda name: [])
    with pytest.raises(CommandError, match=r"accounts\.User\.email is described by no"):
        call_command("personal_data_inventory", check_only=True)


def test_what_is_taken_out_of_rows_may_be_empty():
    links = [(each, link) for each in all_held() if each.stays for link in each.links]
    for each, link in links:
        assert each.model_class._meta.get_field(link).null, (each.model, link)


def test_the_inventory_is_up_to_date():
    assert PATH.read_text() == inventory(), "manage.py personal_data_inventory"
