"""What is done each night so that no count outlives its time."""

COMMANDS = ("forget_counts",)
