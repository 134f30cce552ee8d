"""What mail wants each night."""

COMMANDS = ("forget_mails",)
