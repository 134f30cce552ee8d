"""What the app itself holds: the audit trail, and what tasks were given."""

from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from portal.personal import audit, exports
from portal.personal.held import WITH_ACCOUNT, Ground, Held, Kept
from portal.personal.person import Person
from portal.tasks.models import Done

RUNNING = "RUNNING"


def forget_tasks(person: Person) -> None:
    """Delete tasks that name a person, but the one that is at work on this."""
    others = DBTaskResult.objects.exclude(status=RUNNING)
    person.mentioned_in(others, "args_kwargs", "return_value", "traceback").delete()
    Done.objects.filter(key__contains=str(person.user.key)).delete()


HELD = [
    Held(
        model="personal.Event",
        name=_("What was done to your account, and what you did to other people's"),
        purpose=_("so that misuse is found"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("two years"), days=audit.KEPT.days, since="at"),
        links=("by", "about"),
        fields=("at", "action", "of_model", "of_id", "facts"),
        stays=_("The record of what was done stays for two years, without your name."),
    ),
    Held(
        model="personal.Export",
        name=_("Copies of your data that you asked for"),
        purpose=_("to give you the copy"),
        ground=Ground.OBLIGATION,
        kept=Kept(text=_("seven days"), days=exports.KEPT.days, since="asked_at"),
        links=("user",),
        fields=("asked_at", "ready_at", "language"),
        secret=("json", "html"),
        folder=exports.FOLDER,
    ),
    Held(
        model="personal.Consent",
        name=_("What you agreed to"),
        purpose=_("to do only what you agreed to, and to be able to show it"),
        ground=Ground.OBLIGATION,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("purpose", "version", "language", "text", "given_at", "withdrawn_at"),
    ),
    Held(
        model="django_tasks_database.DBTaskResult",
        name=_("Background tasks that are waiting or finished"),
        purpose=_("to do what takes time, such as this copy of your data"),
        ground=Ground.SERVICE,
        kept=Kept(text=_("two weeks")),  # `forget_tasks`
        secret=("args_kwargs", "return_value", "traceback"),
        erase=forget_tasks,
    ),
    Held(
        model="portal_tasks.Done",
        name=_("Records that keep something from being done twice"),
        purpose=_("so that you get one mail, not two"),
        ground=Ground.SERVICE,
        kept=Kept(text=_("ninety days")),  # `forget_tasks`
        secret=("key",),
    ),
]
NOBODY = {
    "names of programs and machines": {
        "django_tasks_database.DBTaskResult": "task_path worker_ids queue_name backend_name "
        "exception_class_path",
    },
}
