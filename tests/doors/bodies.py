"""What is sent to each address: a body that works for whoever may, by the address's name."""

import re
from collections.abc import Callable, Iterator

from tests.doors.addresses import Address
from tests.doors.asking import Try
from tests.doors.bundle_bodies import BundleBodies
from tests.doors.file_bodies import FileBodies
from tests.doors.page_bodies import PageBodies
from tests.doors.row_bodies import RowBodies
from tests.doors.translation_bodies import TranslationBodies


class Bodies(PageBodies, RowBodies, FileBodies, TranslationBodies, BundleBodies):
    """Makes the requests for an address."""

    def tries(self, address: Address) -> list[Try]:
        """Return the requests for an address; none for one that needs no trying."""
        for pattern, make in RULES.items():
            if match := re.fullmatch(pattern, address.name):
                found = make(self, address, **match.groupdict())
                return [each._replace(door=f"{address.name} {each.door}".strip()) for each in found]
        return []


SNIPPET = r"wagtailsnippets_(?P<app>portal_search|[a-z]+)_(?P<model>[a-z]+)"
MODEL = r"(?:wagtail(?:admin_|users_)?)?(?P<app>locales|sites|users|groups|collections|feedback)"
FILES = r"wagtail(?P<kind>images|docs)(?:_chooser)?"
RULES: dict[str, Callable[..., Iterator[Try]]] = {
    "wagtailadmin_api:pages:action": Bodies.api,
    "wagtail_bulk_action": Bodies.bulk,
    "wagtailadmin_pages:add": Bodies.add_page,
    "wagtailadmin_pages:edit": Bodies.edit_page,
    "wagtailadmin_pages:(delete|unpublish)": Bodies.take_away,
    "wagtailadmin_pages:convert_alias": Bodies.with_page,
    "wagtailadmin_pages:move_confirm": Bodies.move_page,
    "wagtailadmin_pages:set_page_position": Bodies.order_page,
    "wagtailadmin_pages:copy": Bodies.copy_page,
    "wagtailadmin_pages:workflow_action": Bodies.workflow,
    "wagtailadmin_pages:set_privacy": Bodies.page_privacy,
    "wagtailadmin_pages:revisions_revert": Bodies.revert_page,
    "wagtailadmin_collections:set_privacy": Bodies.collection_privacy,
    f"{MODEL}:(?P<action>add|edit|delete)": Bodies.settings_of,
    f"{SNIPPET}:add": Bodies.add_row,
    f"{SNIPPET}:edit": Bodies.edit_row,
    f"{SNIPPET}:delete": Bodies.delete_row,
    f"{SNIPPET}:copy": Bodies.copy_row,
    f"{SNIPPET}:unpublish": Bodies.unpublish_row,
    f"{SNIPPET}:revisions_revert": Bodies.revert_row,
    f"{SNIPPET}:workflow_action": Bodies.workflow_of_row,
    SNIPPET.replace("snippets_", "snippetchoosers_") + ":create": Bodies.choose_row,
    f"{FILES}:(?P<action>add|add_multiple|create)": Bodies.add_file,
    f"{FILES}:(?P<action>(?:edit|delete)(?:_multiple)?)": Bodies.change_file,
    f"{FILES}:(?P<action>create_multiple_from.*|delete_upload.*)": Bodies.finish_upload,
    "review_file": Bodies.review_file,
    "(suspend|restore)_user|reset_second_step|hand_over": Bodies.account,
    "(decide|erase)_comment": Bodies.comment,
    "invite": Bodies.invite,
    "(send_invitation_again|revoke_invitation)": Bodies.invitation,
    "wagtailsettings:edit": Bodies.setting,
    "take_down_confirm": Bodies.take_down,
    "undo_take_down": Bodies.bring_back,
    "(?P<action>publish|rename|choose|unschedule|dissolve|reopen)(?:_for)?_bundle": Bodies.bundle,
    "(?:take_out|renew)_bundle_item|translate_ahead": Bodies.bundle_item,
    "add_bundle": Bodies.add_bundle,
    "add_to_bundle": Bodies.add_to_bundle,
    "wagtail_localize:submit_page_translation": Bodies.submit_page,
    "wagtail_localize:submit_snippet_translation": Bodies.submit_row,
    "wagtail_localize:update_translations": Bodies.sync,
    "wagtail_localize:edit_string_translation": Bodies.string,
    "wagtail_localize:edit_override": Bodies.override,
    "wagtail_localize:stop_translation": Bodies.with_translation,
    "wagtail_localize:upload_pofile": Bodies.pofile,
    "wagtail_localize:convert_to_alias": Bodies.with_page,
    "renew_translation": Bodies.renew,
    "review_translation": Bodies.review,
}
