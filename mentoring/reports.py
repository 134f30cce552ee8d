"""What the coordinator finds in the menu of mentoring, besides the overview."""

from mentoring.desk.capacity import Capacity, WaitingLists
from mentoring.desk.conflicts import Conflicts
from mentoring.desk.figures import ProgrammeFigures
from mentoring.desk.pairs import Pairs
from mentoring.desk.profiles import ProfilesToReview
from mentoring.desk.reports import ReportsOfMembers
from mentoring.desk.requests import Requests
from mentoring.desk.rounds import Rounds
from mentoring.desk.texts import Texts

REPORTS = [
    ReportsOfMembers,
    ProfilesToReview,
    Requests,
    Pairs,
    WaitingLists,
    Capacity,
    ProgrammeFigures,
    Rounds,
    Conflicts,
    Texts,
]
