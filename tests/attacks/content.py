"""What is attacked: a page that asks for answers, models to compare, an account."""

from uuid import UUID

from allauth.account.models import EmailAddress
from wagtail.models import PageViewRestriction

from portal.accounts.models import User
from tests.factories import StandardPageFactory
from tests.knowledgebase.factories import ModelPageFactory, StudyPageFactory

STUDY = UUID("0b5f0c0e-35c5-4b7c-8e0f-5f6f0b0f7c11")
MODELS = ("a", "b", "c", "d")
RESTRICTION = 7
EMAIL, PASSWORD = "ana@example.org", "nje fjalekalim i gjate"


def make() -> None:
    """Fill the portal."""
    StudyPageFactory(title="Studimi", slug="studimi", translation_key=STUDY)
    for slug in MODELS:
        ModelPageFactory(title=f"Modeli {slug}", slug=slug)
    closed = StandardPageFactory()
    PageViewRestriction.objects.create(
        pk=RESTRICTION, page=closed, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    user = User.objects.create_user(EMAIL, PASSWORD)
    EmailAddress.objects.create(user=user, email=EMAIL, primary=True, verified=True)
