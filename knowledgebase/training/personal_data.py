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
        fields=("programme", "cohort", "joined_at", "left_at", "reminded_at"),
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
    Held(
        model="training.CohortTrainer",
        name=_("Groups that you lead"),
        purpose=_("so that only a group's trainers see its people"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("cohort", "since"),
    ),
    Held(
        model="training.Attendance",
        name=_("Live sessions that you attended"),
        purpose=LEARNING,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("session", "noted_at"),
    ),
    Held(
        model="training.Attendance",
        name=_("Live sessions at which you noted who was there"),
        purpose=_("to know who noted it"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        links=("noted_by",),
        fields=("session", "noted_at"),
        stays=_("The attendance stays with the person who was there, without your name."),
    ),
    Held(
        model="training.CohortMessage",
        name=_("Messages that you wrote to a group"),
        purpose=_("so that its trainers know what was said"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        links=("sent_by",),
        fields=("cohort", "recipients", "subject", "text", "count", "sent_at"),
        stays=_("The message stays with the group, without your name."),
    ),
    Held(
        model="training.Concession",
        name=_("Exceptions that a trainer made for you"),
        purpose=LEARNING,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("programme", "kind", "subject", "block", "reason", "granted_at", "withdrawn_at"),
    ),
    Held(
        model="training.Concession",
        name=_("Exceptions that you made as a trainer"),
        purpose=_("to know who made an exception"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        links=("granted_by",),
        fields=("programme", "kind", "subject", "block", "granted_at", "withdrawn_at"),
        stays=_("The exception stays with the person whom it was made for, without your name."),
    ),
    Held(
        model="training.Completion",
        name=_("Programmes that you completed"),
        purpose=LEARNING,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("programme", "cohort", "completed_at"),
    ),
    Held(
        model="training.Evaluation",
        name=_("What you said of a programme"),
        purpose=_("so that the next group has a better one; trainers read it without your name"),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=(
            *("programme", "cohort", "is_useful", "is_clear", "had_time", "words"),
            "given_at",
        ),
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
    "names and links of groups, and where they meet": {
        "training.Cohort": "name join_code",
        "training.LiveSession": "title place link",
    },
    "figures about people that lead to nobody": {"training.KeptFigures": "name figures"},
    "questions and answers of a quiz": {"training.QuizPage": "pools"},
    "the number of an accreditation": {"training.ProgrammePage": "accreditation_number"},
}
