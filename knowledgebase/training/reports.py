"""The reports of training, for the admin."""

from knowledgebase.training.cohorts.admin import WithoutTrainer

REPORTS = [WithoutTrainer]
