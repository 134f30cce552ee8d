"""What each role may do with training."""

from knowledgebase.training.models import TrainingPage
from portal.accounts.roles import Rights, Role

RIGHTS = {Role.TRAINER: Rights(pages={TrainingPage: ("add_page", "change_page")})}
