"""What is held about people each night: an erasure holds, and what is due goes."""

COMMANDS = ("erase_again", "retention")
