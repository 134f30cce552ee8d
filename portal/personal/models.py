"""The app's models, each beside what is done with it."""

from portal.personal.audit import Event

__all__ = ["Event"]
