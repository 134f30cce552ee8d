"""Who works with bundles; who may publish one is asked of each thing in it."""

from portal.accounts.roles import Rights, Role
from portal.publishing.bundles.models import CHANGE

RIGHTS = dict.fromkeys((Role.EDITOR, Role.TRANSLATOR, Role.MODERATOR), Rights(permissions=[CHANGE]))
