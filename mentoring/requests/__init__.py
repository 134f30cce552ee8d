"""Requests: asked, answered, ended; what leads from one to the next stands in `rules`."""
