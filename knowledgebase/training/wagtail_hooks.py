"""What training adds to the admin: the analysis of a quiz, and who leads a group without one."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from knowledgebase.training.cohorts.admin import PutInChargeView
from knowledgebase.training.models import QuizPage


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def analysis_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Yield the button for the menus of a quiz."""
    if page.specific_class is QuizPage and page.permissions_for_user(user).can_edit():
        url = reverse("item_analysis", args=[page.translation_key])
        yield Button(_("Analysis of the questions"), url, icon_name="view", priority=62)


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give the choice of a trainer its address."""
    address = "reports/groups-without-trainer/<int:pk>/"
    return [path(address, PutInChargeView.as_view(), name="put_in_charge")]
