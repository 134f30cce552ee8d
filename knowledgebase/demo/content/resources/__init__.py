"""Resources of the demonstration: six small working papers of our own and two links.

A paper's `blocks` become its file in each of its `languages`; what is only in Albanian is a `str`.
"""

from knowledgebase.demo.content.resources.case_meeting import CASE_MEETING
from knowledgebase.demo.content.resources.employers_guide import EMPLOYERS_GUIDE
from knowledgebase.demo.content.resources.house_rules import HOUSE_RULES
from knowledgebase.demo.content.resources.individual_plan import INDIVIDUAL_PLAN
from knowledgebase.demo.content.resources.links import ISTANBUL_CONVENTION, READING_LIST
from knowledgebase.demo.content.resources.monitoring_sheet import MONITORING_SHEET
from knowledgebase.demo.content.resources.notices import FILE_NOTICE
from knowledgebase.demo.content.resources.referral_protocol import REFERRAL_PROTOCOL

RESOURCES = {
    "resource_case_meeting": CASE_MEETING,
    "resource_individual_plan": INDIVIDUAL_PLAN,
    "resource_employers_guide": EMPLOYERS_GUIDE,
    "resource_referral_protocol": REFERRAL_PROTOCOL,
    "resource_house_rules": HOUSE_RULES,
    "resource_monitoring_sheet": MONITORING_SHEET,
    "resource_reading_list": READING_LIST,
    "resource_istanbul_convention": ISTANBUL_CONVENTION,
}

__all__ = ["FILE_NOTICE", "RESOURCES"]
