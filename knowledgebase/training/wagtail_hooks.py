"""Where colleagues who edit a quiz find the analysis of its questions."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from knowledgebase.training.models import QuizPage


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def analysis_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Yield the button for the menus of a quiz."""
    if page.specific_class is QuizPage and page.permissions_for_user(user).can_edit():
        url = reverse("item_analysis", args=[page.translation_key])
        yield Button(_("Analysis of the questions"), url, icon_name="view", priority=62)
