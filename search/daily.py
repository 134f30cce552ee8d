"""What search does each night."""

COMMANDS = ("search_check",)
