"""Every address of the admin, tried by every role: nobody changes what is public without the right.

What each address is sent works for a moderator, or at least for an administrator; then the same
comes from everybody else. An address that changes nothing public even then is in `HARMLESS`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client, TestCase
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.media.models import Document, Image
from portal.publishing.mixins import is_gated
from portal.publishing.rights import may_publish
from tests.doors.addresses import addresses
from tests.doors.asking import Try
from tests.doors.bodies import Bodies
from tests.doors.forms import changed
from tests.doors.watch import Change, Watch
from tests.doors.world import make_world

pytestmark = pytest.mark.django_db

# By the whole name of a door; the reason is what a reader of this test would ask.
HARMLESS: dict[str, str] = {
    "wagtailadmin_error_test|wagtailadmin_sprite|.*javascript_catalog|admin/.*": "answers alike",
    "wagtailadmin_(account|logout|login|dismissibles|password_reset.*)": "is about one's account",
    "wagtailadmin_editing_sessions:.*": "says who has a form open",
    "wagtailadmin_choose_page_.*|wagtailimages_chooser:select_format": "makes a link",
    "wagtailadmin_tag.*autocomplete|wagtailimages:preview": "only reads",
    ".*:preview_.*": "keeps a form for the preview, in the person's session",
    ".*:(choose_parent|move|revisions_index|collect_workflow_action_data)": "leads to a form",
    "wagtailadmin_pages:(lock|unlock)": "is about who may edit",
    ".*:revisions_unschedule": "what is planned is not public",
    "wagtailadmin_workflows:.*": "says who is asked; the right to publish is asked all the same",
    "wagtailadmin_(api:pages:action|pages:) ?convert_alias": "refused: it would need translating",
    "wagtailadmin_api:pages:action create_alias": "refused: the same page twice",
    "wagtailadmin_api:pages:action revert_to_page_revision": "makes a draft",
    "wagtail_localize:(edit_string_translation|upload_pofile)": "keeps words that are not public",
    "translation_question": "nothing waits for an answer; test_renewing.py asks it",
    "wagtail_localize:edit_override": "refused for furniture; else kept until it is published",
    "wagtail_localize:download_pofile": "only reads",
    "wagtail_localize:submit_page_translation": "makes a draft",
    "wagtail_localize:machine_translate": "no machine is set up",
    "wagtailredirects:.*": "a redirect answers only where no page does",
    "(suspend|restore)_user|reset_second_step|hand_over": "for administrators alone",
    "invite|(send_invitation_again|revoke_invitation)": "for administrators alone",
    "review_(profile|photograph)|invite_to_mentoring": "for coordinators; nobody else's answer",
    "propose_pair|withdraw_proposal|(end|complete)_pair": "for coordinators; on no page of ours",
    "(erase_)?enquiry": "for who reads the subject; on no page of the site",
    "mentoring_report|open_reported_pair|reported_file": "for who handles a report",
    "(declare|withdraw)_conflict": "for coordinators; who is kept apart is on no page of the site",
    "mentoring_(desk|weights|sentence)|desk_pair": "for coordinators; on no page of the site",
    "(open|close)_mentoring_round": "for coordinators; a round is on no page of the site",
    "put_in_charge": "for administrators alone; who leads a group is on no page of the site",
    "(revoke|reissue)_certificate": "for whom a room lets; no page and no file of the site",
    "wagtail_bulk_action (document|image) add_tags": "tags are for the admin's search",
    "wagtail_bulk_action user (delete|set_active_state)": "for administrators alone",
    "wagtailusers_users:.*|wagtailusers_groups:(add|edit)": "for administrators alone",
    "wagtaillocales:.*|wagtailsites:(add|copy)": "for administrators alone",
    "wagtailadmin_collections:add": "a new collection is empty",
    ".*:(create_multiple_from_uploaded|delete_upload).*": "is about one's own unfinished upload",
    "wagtailsnippets_.*:copy": "refused: its form is sent to where things are added",
    "wagtailsnippetchoosers_.*:create": "no chooser has a form for this",
    "bundle|(add|rename|choose_for|unschedule|dissolve|reopen)_bundle": "publishes nothing",
    "add_to_bundle|(take_out|renew)_bundle_item|translate_ahead": "publishes nothing by itself",
    "take_down|original_file|guide(_chapter)?": "only reads",
    "task_again|mail_again": "for administrators alone, and tasks ask what may be public",
    "wagtail_bulk_action (bestbet|synonymset|crylist) .*": "search words, which editors decide",
    "wagtailsnippets?(choosers)?_portal_search_.*": "search words, which editors decide",
    ".*furniture(_furniture)? ?:?(delete|unpublish)": "refused: every page needs it",
    "feedback:.*": "readers' answers, which no reader sees",
    "wagtailsnippets?(choosers)?_comments_.*|wagtail_bulk_action cannedreply .*": "for moderators",
}
TRIED = [*(role for role in Role if role is not Role.MODERATOR), None]


class Visitor:
    """Somebody who sends requests, each of which is undone."""

    def __init__(self, user: User | None) -> None:
        """None is a visitor who is not signed in."""
        self.user = user
        self.client = Client(raise_request_exception=False)
        if user:
            self.client.force_login(user)

    def send(self, each: Try) -> Any:
        data = each.data
        if isinstance(data, dict):
            data = {name: value() if callable(value) else value for name, value in data.items()}
        kind = {"content_type": each.content_type} if each.content_type else {}
        with TestCase.captureOnCommitCallbacks(execute=True):
            return getattr(self.client, each.method)(each.path, data, **kind)

    def changes(self, each: Try, watch: Watch) -> tuple[str, list[Change]]:
        """Return what was answered and what was changed, which is then as it was before."""
        with undone(), watch.watching():
            answer = self.send(each)
            fault = getattr(answer, "exc_info", None)
            return f"{answer.status_code} {fault[1] if fault else ''}", watch.changes()


@contextmanager
def undone() -> Iterator[None]:
    """Undo what happens meanwhile."""
    cache.clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def may(user: User | None, change: Change) -> bool:
    """Whether somebody may change what was changed."""
    if user is None:
        return False
    model, pk = change.owner
    thing = model._default_manager.filter(pk=pk).first()
    if thing is None:  # it is new; what is public at once may be added to, by whoever may add
        return not hasattr(model, "live")
    if isinstance(thing, Translation):
        return may_publish(user, thing.get_target_instance())
    if issubclass(model, (Image, Document)):
        return policy_registry.get(thing).user_has_permission_for_instance(user, "publish", thing)
    if issubclass(model, Page) or is_gated(thing):
        return may_publish(user, thing)
    return user.is_superuser


@pytest.fixture
def people(db) -> dict[Role | None, User | None]:
    found: dict[Role | None, User | None] = {None: None}
    for role in Role:
        found[role] = User.objects.create_user(f"{role.name.lower()}@example.org")
        found[role].groups.add(role.group())
    return found


def test_nobody_changes_what_is_public_without_the_right_to_publish_it(people, admin):
    world = make_world(people[Role.EDITOR], people[Role.MODERATOR])
    visitors = {role: Visitor(user) for role, user in people.items()}
    moderator, administrator = visitors[Role.MODERATOR], Visitor(admin)
    forms: dict[str, Any] = {}

    def form(path: str) -> dict[str, Any]:
        if path not in forms:
            with undone():
                context = administrator.client.get(path).context
                forms[path] = changed(context["form"]) if context and "form" in context else {}
        return forms[path]

    watch, bodies = Watch(), Bodies(world, form)
    doors: dict[str, list[Try]] = {}
    for address in addresses():
        for each in (tries := bodies.tries(address)):
            doors.setdefault(each.door, []).append(each)
        if not tries:
            doors.setdefault(address.name, [])
    faults = [
        fault
        for door, tries in doors.items()
        for fault in examine(door, tries, watch, [moderator, administrator], visitors)
    ]
    assert not faults, "\n".join(["", *faults])


def examine(door, tries, watch, privileged, visitors) -> list[str]:
    """Return what is wrong with a door."""
    reason = next((why for name, why in HARMLESS.items() if re.fullmatch(name, door)), None)
    answers = []
    for each in tries:
        for who in privileged:
            answers.append((who.user.email, *who.changes(each, watch)))
            if answers[-1][2]:
                break
    is_door = any(changes for _who, _status, changes in answers)
    if is_door and reason:
        return [f"{door}: is called harmless, and changes {answers}"]
    if not is_door:
        return [] if reason else [f"{door}: nothing happens; {[a[:2] for a in answers]}"]
    return [
        f"{door}: {role} {change.what} of {change.owner[0].__name__} ({each.path}, {status})"
        for role in TRIED
        for each in tries
        for status, changes in [visitors[role].changes(each, watch)]
        for change in changes
        if not may(visitors[role].user, change)
    ]
