"""Every template of mentoring: those for everyone with addresses, and those of members."""

from tests.browser.address import Address
from tests.browser.askers import MENTOR_CODE

DIRECTORY = "mentoring/directory_page.html"


def asking(query: str) -> tuple[str, str]:
    """Return the addresses that ask the directory the same."""
    return f"mentorim/mentoret/?{query}", f"mentoring/mentors/?{query}"


MENTORING = {
    "mentoring": Address("mentoring/mentoring_page.html", "mentorim/", "mentoring/"),
    "mentors": Address(DIRECTORY, "mentorim/mentoret/", "mentoring/mentors/"),
    "mentors, filtered": Address(DIRECTORY, *asking("meeting=online&speaks=sq")),
    "mentors, nothing found": Address(DIRECTORY, *asking("q=zzyqxw")),
    "mentor": Address(
        "mentoring/mentor.html",
        f"mentorimi/profili/{MENTOR_CODE}/",
        f"mentoring/profile/{MENTOR_CODE}/",
    ),
}
# `test_mentoring.py` looks at them.
OF_MEMBERS = {
    "join": "mentoring/join.html",
    "my profile": "mentoring/edit.html",
    "my profile, as others see it": "mentoring/view_as.html",
    "suggestions": "mentoring/suggestions.html",
    "ask a mentor": "mentoring/requests/ask.html",
    "request": "mentoring/requests/request.html",
    "requests": "mentoring/requests/list.html",
    "pair": "mentoring/pairs/workspace.html",
    "agreement": "mentoring/pairs/agreement.html",
    "messages": "mentoring/pairs/messages.html",
    "report": "mentoring/safeguarding/report.html",
    "block": "mentoring/safeguarding/block.html",
    "whom I blocked": "mentoring/safeguarding/blocks.html",
    "code of conduct": "mentoring/safeguarding/code.html",
    "meetings": "mentoring/work/sessions.html",
    "meeting": "mentoring/work/session.html",
    "goals": "mentoring/work/goals.html",
    "a step, or other words": "mentoring/work/line.html",
    "feedback on a pair": "mentoring/work/feedback.html",
    "ending": "mentoring/work/ending.html",
    "copy of a pair": "mentoring/work/export.html",
}
