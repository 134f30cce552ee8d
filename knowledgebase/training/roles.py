"""What each role may do with training."""

from knowledgebase.training.models import TrainingPage
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.roles import Rights, Role
from portal.certificates.kinds import READ, REISSUE, REVOKE

FIGURES = "training.view_completion"

RIGHTS = {
    Role.TRAINER: Rights(
        permissions=[LEAD, READ, REVOKE, REISSUE],
        pages={TrainingPage: ("add_page", "change_page")},
    ),
    **dict.fromkeys((Role.EDITOR, Role.COORDINATOR), Rights(permissions=[FIGURES])),
}
