"""Dates and times as people write them here, in every form; what cannot be read is refused."""

import datetime

import pytest
from django import forms
from django.template import engines
from django.utils.translation import override
from wagtail.blocks import DateBlock

from portal.pages import PublicPage  # noqa: F401  (its app speaks of dates)
from tests.factories import StandardPageFactory

DAY = datetime.date(2024, 3, 12)
READ = ("12.3.2024", "12.03.2024", " 12.3.2024 ", "12/3/2024", "12-3-2024", "2024-03-12")
REFUSED = ("12.3.24", "31.2.2024", "12.13.2024", "2024", "12.3", "dje", "12.3.2024 10:00")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_date_is_read_day_first_or_refused_in_words(language):
    with override(language):
        fields = (forms.DateField(), DateBlock().field)
        assert {field.clean(text) for field in fields for text in READ} == {DAY}
        for field in fields:
            for text in REFUSED:
                with pytest.raises(forms.ValidationError, match=r"12\.3\.2024"):
                    field.clean(text)


def test_a_page_tells_the_time_of_here():
    moment = datetime.datetime(2024, 3, 12, 23, 30, tzinfo=datetime.UTC)
    page = engines["jinja2"].from_string("{{ at|date('DATETIME_FORMAT') }} | {{ at|date }}")
    with override("en"):
        assert page.render({"at": moment}) == "13 March 2024, 00:30 | 13 March 2024"


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_time_is_read_with_a_day_or_alone(language):
    with override(language):
        moments = {
            forms.DateTimeField().clean(text).replace(tzinfo=None)
            for text in ("12.3.2024 14:30", "12/3/2024 14.30", "2024-03-12 14:30")
        }
        assert moments == {datetime.datetime(2024, 3, 12, 14, 30)}
        assert forms.TimeField().clean("14.30") == datetime.time(14, 30)
        for field in (forms.DateTimeField(), forms.TimeField()):
            with pytest.raises(forms.ValidationError, match="14:30"):
                field.clean("nesër")


def test_a_page_keeps_and_names_a_date_that_cannot_be_read(home, admin):
    page = StandardPageFactory()
    form_class = page.get_edit_handler().get_form_class()
    typed = {"reviewed_on": "31.2.2024", "go_live_at": "pas 3 ditësh"}
    comments = {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    form = form_class({**typed, **comments, "body-count": "0"}, instance=page)
    form.for_user = admin
    assert "12.3.2024" in str(form.errors["reviewed_on"])
    assert "12.3.2024 14:30" in str(form.errors["go_live_at"])
    assert 'value="31.2.2024"' in str(form["reviewed_on"])
    saved = form_class(instance=StandardPageFactory(reviewed_on=DAY))
    assert 'value="12.03.2024"' in str(saved["reviewed_on"])
