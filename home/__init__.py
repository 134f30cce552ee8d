"""The front page and standard pages; composes the rooms below."""
