"""The app's models, each beside what is done with it."""

from portal.personal.audit import Event
from portal.personal.consents import Consent
from portal.personal.exports import Export

__all__ = ["Consent", "Event", "Export"]
