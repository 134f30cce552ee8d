"""What training does each night."""

COMMANDS = ("close_attempts", "send_reminders", "complete_programmes", "keep_training_figures")
