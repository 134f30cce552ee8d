"""Every template and state of training, with an address that shows it to visitors."""

from tests.browser.address import Address
from tests.browser.groups import CLOSED, FIRST
from tests.browser.knowledge_addresses import below

LESSON = "training/lesson_page.html"


def of_programme(sq: str = "", en: str = "") -> tuple[str, str]:
    """Return the addresses of the demonstration's programme, or of a page below it."""
    return below(
        f"trajnime/riintegrimi-i-te-mbijetuarave/{sq}",
        f"training/survivors-reintegration/{en}",
    )


def of_module(sq: str = "", en: str = "") -> tuple[str, str]:
    """Return the addresses of its first module, or of a page below it."""
    return of_programme(f"mbeshtetja-e-riintegrimit/{sq}", f"supporting-reintegration/{en}")


def joining(code: str) -> Address:
    """Return the address of a link by which people join a group."""
    sq, en = f"trajnimi/grupet/hyrja/{code}/", f"training/groups/join/{code}/"
    return Address("training/join.html", sq, en)


TRAINING = {
    "training": Address("training/training_page.html", *below("trajnime/", "training/")),
    "programme": Address("training/programme_page.html", *of_programme()),
    "module": Address("training/module_page.html", *of_module()),
    "lesson": Address(LESSON, *of_module("takimi-i-pare/", "first-meeting/")),
    "lesson with a task": Address(
        LESSON, *of_module("plani-individual-bashke-me-te/", "individual-plan-with-her/")
    ),
    "kept lessons": Address(
        "training/kept_lessons.html", "trajnimi/ne-kete-pajisje/", "training/on-this-device/"
    ),
    "quiz": Address("training/quiz_page.html", *of_module("kuizi/", "quiz/")),
    "join a group": joining(FIRST),
    "join a closed group": joining(CLOSED),
}
# `test_training.py` and `test_mending.py` look at them: they belong to whoever takes the quiz.
TAKING = {
    "attempt": "training/attempt.html",
    "result": "training/result.html",
    "writing": "training/writing.html",
    "for trainers": "training/for_trainers.html",
    "item analysis": "training/item_analysis.html",
    "quiz, previewed": "training/quiz_preview.html",
}
# `test_trainer.py` looks at them: they belong to the trainers of a group.
PROGRESS_DESK = {
    "progress": "training/cohort/progress.html",
    "before and after": "training/cohort/gain.html",
    "progress of a person": "training/cohort/progress_of.html",
    "tasks": "training/cohort/tasks.html",
    "a task": "training/cohort/task.html",
}
# `test_groups.py` looks at them: they belong to a group.
GROUPS = {
    "sessions": "training/cohort/sessions.html",
    "session": "training/cohort/session.html",
    "attendance": "training/cohort/attendance.html",
    "messages": "training/cohort/messages.html",
    "message, before it is sent": "training/cohort/message_preview.html",
    "group": "training/group.html",
}
# `test_finishing.py` looks at them: they belong to who completed, who leads, and colleagues.
FINISHING = {
    "evaluation": "training/evaluation.html",
    "evaluation of a group": "training/cohort/evaluation.html",
    "training in figures": "training/figures.html",
}
# `test_cohorts.py` looks at them: they belong to the group's trainers and people.
COMING_IN = {
    "groups": "training/cohort/list.html",
    "new group": "training/cohort/new.html",
    "overview": "training/cohort/overview.html",
    "people": "training/cohort/people.html",
    "person": "training/cohort/person.html",
    "invite": "training/cohort/invite.html",
    "invite, preview": "training/cohort/invite_preview.html",
    "settings": "training/cohort/settings.html",
}
