"""What training adds to the admin beside its pages and reports."""

from django.urls import URLPattern, path
from wagtail import hooks

from knowledgebase.training.cohorts.admin import PutInChargeView


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give the choice of a trainer its address."""
    address = "reports/groups-without-trainer/<int:pk>/"
    return [path(address, PutInChargeView.as_view(), name="put_in_charge")]
