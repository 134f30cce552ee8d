"""What mentoring does each night: first what ends, then who is reminded of what is left."""

COMMANDS = (
    "end_mentoring_requests",
    "remind_mentors",
    "tell_waiting_mentees",
    "count_mentoring_feedback",
)
