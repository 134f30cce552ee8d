"""What the translator's desk wants each night: states that some other door may have left behind."""

COMMANDS = ("translation_states",)
