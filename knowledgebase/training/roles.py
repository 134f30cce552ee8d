"""What each role may do with training."""

from knowledgebase.training.models import TrainingPage
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.roles import Rights, Role

RIGHTS = {
    Role.TRAINER: Rights(permissions=[LEAD], pages={TrainingPage: ("add_page", "change_page")}),
}
