"""Integration models at the level of public general knowledge, until the study describes its own.

Parts that repeat are tuples in the order of their block's fields, see `knowledgebase.demo.models`;
links are keys of other demonstration pages.
"""

from knowledgebase.demo.content.models.aid_case_management import AID_CASE_MANAGEMENT
from knowledgebase.demo.content.models.case_plan import CASE_PLAN
from knowledgebase.demo.content.models.needs import NEEDS
from knowledgebase.demo.content.models.social_enterprise import SOCIAL_ENTERPRISE
from knowledgebase.demo.content.models.supported_employment import SUPPORTED_EMPLOYMENT
from knowledgebase.demo.content.models.training_childcare import TRAINING_CHILDCARE
from knowledgebase.demo.content.models.transitional_housing import TRANSITIONAL_HOUSING

MODELS = {
    "model_case_plan": CASE_PLAN,
    "model_supported_employment": SUPPORTED_EMPLOYMENT,
    "model_social_enterprise": SOCIAL_ENTERPRISE,
    "model_transitional_housing": TRANSITIONAL_HOUSING,
    "model_training_childcare": TRAINING_CHILDCARE,
    "model_aid_case_management": AID_CASE_MANAGEMENT,
}

__all__ = ["MODELS", "NEEDS"]
