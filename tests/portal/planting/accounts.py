"""What is planted with somebody's account, and what the portal keeps of their visits."""

from allauth.mfa.models import Authenticator
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import APIToken, Page
from wagtail.users.models import UserProfile

from portal.accounts.messages import write
from portal.accounts.models import Invitation, User
from portal.mail.actions import choose
from portal.mail.models import Mail
from portal.personal.audit import Action, record
from portal.personal.consents import Consent
from portal.personal.exports import Export
from portal.publishing.bundles.models import Bundle, BundleItem
from portal.publishing.models import TakeDown
from portal.tasks.models import Done
from search.models import AskedQuery
from tests.media.samples import encoded
from tests.portal.planting import CANARY, EMAIL, NAME, PASSWORD


def signed_in(person: User) -> Client:
    browser = Client(headers={"user-agent": f"{CANARY}/1.0"})
    address = {"login": EMAIL, "password": "gabim"}
    browser.post("/sq/llogaria/hyrja/", address)
    browser.post("/sq/llogaria/hyrja/", {**address, "password": PASSWORD})
    assert browser.session["_auth_user_id"] == str(person.pk)
    visit = SessionStore()
    visit["account_email"] = EMAIL  # a visit in which the address was typed, and nothing more
    visit.create()
    return browser


def plant_account(person: User, admin: User) -> None:
    Authenticator.objects.create(user=person, type="totp", data={"secret": CANARY})
    UserProfile.objects.create(
        user=person,
        dismissibles={CANARY: True},
        avatar=ContentFile(encoded("PNG", (9, 9)) + CANARY.encode(), f"{CANARY}.png"),
    )
    APIToken.objects.create(user=person, name=CANARY, key_hash="x", prefix=CANARY[:8])
    write(person, subject=CANARY, text=CANARY)
    Invitation.objects.create(
        address=EMAIL.upper(), token_digest="x", expires_at=timezone.now(), invited_by=admin
    )
    Invitation.objects.create(
        address="beni@example.org", token_digest="y", expires_at=timezone.now(), invited_by=person
    )
    admin_browser = Client()
    admin_browser.force_login(admin)
    form = {"email": EMAIL, "name": NAME, "is_superuser": "on", "is_active": "on"}
    admin_browser.post(f"/admin/users/edit/{person.pk}/", {**form, "preferred_language": "sq"})
    record(Action.ROLES_CHANGED, by=admin, about=person)
    record(Action.ROLES_CHANGED, by=person, about=admin)
    export = Export.objects.create(user=person, language="sq")
    export.json.save(f"{CANARY}.json", ContentFile(CANARY.encode()))
    Consent.objects.create(user=person, purpose="news", version=1, language="sq", text=CANARY)
    AskedQuery.objects.create(language="sq", digest="x", text=NAME.lower(), last_day="2026-01-01")
    TakeDown.objects.create(title="Faqja", reason=CANARY, taken_by=person, undone_by=person)


def plant_bundle(person: User) -> None:
    people = dict.fromkeys(("made_by", "scheduled_by", "ended_by"), person)
    bundle = Bundle.objects.create(title="Faqe", **people)
    page = Page.objects.get(depth=1)
    about = {"translation_key": page.translation_key, "object_id": page.pk, "was_live": True}
    kind = ContentType.objects.get_for_model(Page)
    BundleItem.objects.create(bundle=bundle, content_type=kind, added_by=person, **about)


def plant_tasks(person: User) -> None:
    for payload in ({"args": [EMAIL], "kwargs": {}}, {"args": [str(person.key)], "kwargs": {}}):
        DBTaskResult.objects.create(
            args_kwargs=payload, task_path="x", traceback=f"KeyError: {NAME}", worker_ids=[]
        )
    Done.objects.create(key=f"mail:{person.key}")


def plant_mails(person: User) -> None:
    """Leave mails that failed, to the account and to its address, and one that is not wanted."""
    for to in (person, None):
        Mail.objects.create(
            kind="x", to=to, address=EMAIL, language="sq", text=NAME, state="refused"
        )
    choose(user=person, wanted=[])
