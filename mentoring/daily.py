"""What mentoring does each night: first what ends, then who is reminded of what is left."""

COMMANDS = (
    "end_mentoring_requests",
    "keep_mentoring_figures",
    "remind_mentors",
    "tell_waiting_mentees",
)
