"""What trainees did and wrote; trainers as those who answered."""

from django.utils.translation import gettext_lazy as _

from portal.personal.held import WITH_ACCOUNT, WITH_CONTENT, Ground, Held, Named

LEARNING = _("so that you go on where you were and can prove what you learned")
HELD = [
    Held(
        model="training.Enrolment",
        name=_("Programmes that you follow"),
        purpose=LEARNING,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("programme", "joined_at", "left_at"),
    ),
    Held(
        model="training.LessonProgress",
        name=_("Lessons that you opened and did"),
        purpose=LEARNING,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("lesson", "programme", "opened_at", "done_at"),
    ),
    Held(
        model="training.Note",
        name=_("What you wrote and ticked in lessons for yourself"),
        purpose=_("so that you find it again; nobody else reads it"),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("lesson", "block", "value", "changed_at"),
    ),
    Held(
        model="training.HandedIn",
        name=_("Tasks that you handed in, and what trainers answered"),
        purpose=LEARNING,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("lesson", "block", "text", "state", "handed_in_at", "reply", "replied_at"),
    ),
    Held(
        model="training.HandedIn",
        name=_("Tasks that you answered as a trainer"),
        purpose=_("to know who answered a trainee"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        links=("replied_by",),
        fields=("lesson", "reply", "replied_at"),
        stays=_("The answer stays with the trainee whom it was given, without your name."),
    ),
    Held(
        model="training.Attempt",
        name=_("Quizzes that you took: your answers and results"),
        purpose=LEARNING,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=(
            *("quiz", "number", "answers", "started_at", "due_at", "submitted_at"),
            *("score", "has_passed"),
        ),
        # Its right answers are for those who take it.
        secret=("asked",),
    ),
]
NAMED = [
    Named(
        name=_("Training pages: names in texts and notes"),
        purpose=_("to teach, and to credit who taught"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT.text,
        fields={
            "training.TrainingPage": "body summary internal_note",
            "training.ProgrammePage": "audience objectives prerequisites body summary "
            "internal_note accrediting_body",
            "training.ModulePage": "objectives body summary internal_note",
            "training.LessonPage": "body summary internal_note notes_for_trainers",
            "training.QuizPage": "intro summary internal_note",
        },
    ),
]
NOBODY = {
    "questions and answers of a quiz": {"training.QuizPage": "pools"},
    "the number of an accreditation": {"training.ProgrammePage": "accreditation_number"},
}
