"""What background work wants each night."""

COMMANDS = ("forget_tasks",)
