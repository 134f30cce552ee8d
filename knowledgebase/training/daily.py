"""What training does each night."""

COMMANDS = ("close_attempts", "send_reminders")
