"""What is held about a person as a file for programs, and as a page to read without the portal."""

import json
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.fields.files import FieldFile
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.personal.held import Held, all_held

Everything = list[tuple[Held, list[Any]]]

# What packages call in English alone, and our own fields that no form shows.
LABELS = {
    "accepted_at": _("accepted on"),
    "action": _("action"),
    "approved_notifications": _("notices of accepted drafts"),
    "asked_at": _("asked for on"),
    "comment": _("comment"),
    "comment_notifications": _("notices of comments"),
    "created": _("created on"),
    "created_at": _("created on"),
    "current_time_zone": _("time zone"),
    "data": _("text"),
    "data_json": _("value"),
    "date_joined": _("account since"),
    "dismissibles": _("tips that you closed"),
    "ended_at": _("ended on"),
    "file": _("file"),
    "finished_at": _("finished on"),
    "given_at": _("agreed on"),
    "ip": _("internet address"),
    "is_editing": _("being edited"),
    "is_superuser": _("administrator"),
    "key": _("number of the account"),
    "label": _("title"),
    "last_login": _("last signed in"),
    "last_seen_at": _("last seen"),
    "language": _("language"),
    "last_updated_at": _("changed on"),
    "last_used_at": _("last used"),
    "link": _("link"),
    "object_str": _("title"),
    "page": _("page"),
    "primary": _("main address"),
    "purpose": _("purpose"),
    "read_at": _("read on"),
    "ready_at": _("ready on"),
    "rejected_notifications": _("notices of drafts that were sent back"),
    "resolved_at": _("done on"),
    "revoked_at": _("revoked on"),
    "sent": _("sent on"),
    "sent_at": _("sent on"),
    "state": _("status"),
    "status": _("status"),
    "subject": pgettext_lazy("of a message", "subject"),
    "submitted_notifications": _("notices of drafts that are waiting"),
    "text": _("text"),
    "timestamp": _("time"),
    "type": _("kind"),
    "updated_at": _("changed on"),
    "user_agent": _("browser"),
    "verified": _("confirmed"),
    "version": _("version"),
    "withdrawn_at": _("withdrawn on"),
    "written_at": _("written on"),
}


def everything_about(user: User) -> Everything:
    """Return what is held about a person with its rows, the account first."""
    pairs = [(held, list(held.of(user))) for held in reversed(all_held())]
    return [(held, rows) for held, rows in pairs if rows]


def as_json(everything: Everything) -> str:
    """Return it as JSON."""
    held = [
        {
            "table": held.model,
            "name": held.name,
            "purpose": held.purpose,
            "ground": held.ground.label,
            "kept": held.kept.text,
            "rows": [{name: _plain(row, name) for name in held.fields} for row in rows],
        }
        for held, rows in everything
    ]
    content = {"made_at": timezone.now(), "held": held}
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _plain(row: Any, name: str) -> Any:
    value = getattr(row, name)
    if isinstance(value, FieldFile):
        return PurePath(value.name or "").name
    if isinstance(value, models.Manager):
        return [str(each) for each in value.all()]
    return str(value) if isinstance(value, models.Model) else value


def as_page(everything: Everything) -> str:
    """Return it as a page on its own, in the active language."""
    held = [
        (held, [[(_label(held, name), _shown(row, name)) for name in held.fields] for row in rows])
        for held, rows in everything
    ]
    return on_its_own("personal/export.html", held=held)


def on_its_own(template: str, **context: Any) -> str:
    """Render a page that is read without the portal, in the active language."""
    style = (settings.BASE_DIR / "static/css/copy.css").read_text()
    always = {"style": style, "language": get_language(), "now": timezone.now()}
    return render_to_string(template, context | always)


def _label(held: Held, name: str) -> str:
    each: Any = held.model_class._meta.get_field(name)
    return capfirst(str(LABELS.get(name) or each.verbose_name))


def _shown(row: Any, name: str) -> str:
    if choice := getattr(row, f"get_{name}_display", None):
        return str(choice())
    value = _plain(row, name)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, dict | list):
        return _flat(value)
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    if isinstance(value, date | int | float):
        return localize(value)
    return "" if value is None else str(value)


def _flat(value: Any) -> str:
    """Return what JSON holds on one line, without what is empty in it."""
    if isinstance(value, dict):
        value = [f"{name}: {_flat(each)}" for name, each in value.items() if each]
    return ", ".join(map(_flat, value)) if isinstance(value, list) else str(value)
