"""Item analysis: how each question of a quiz does, and what its author can do about it."""
