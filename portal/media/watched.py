"""Whether files can be stored: pages come without."""

from portal.health import Part
from portal.media.storages import private_storage, public_storage

WATCHED = [
    Part("public files", lambda: public_storage().check()),
    Part("private files", lambda: private_storage().check()),
]
