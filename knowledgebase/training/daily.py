"""What training does each night."""

COMMANDS = (
    "close_attempts",
    "complete_programmes",
    "keep_training_figures",
    "send_reminders",
)
