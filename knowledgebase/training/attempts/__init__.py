"""An attempt at a quiz: what was asked is frozen on the server, and scored there."""
