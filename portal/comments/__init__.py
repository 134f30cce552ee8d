"""Comments of readers on pages: each waits for a moderator, and asks for no account."""
