"""What the coordinator finds in the menu of mentoring."""

from mentoring.desk.profiles import ProfilesToReview
from mentoring.desk.reports import Conflicts, ReportsOfMembers
from mentoring.desk.requests import Requests
from mentoring.desk.rounds import Rounds

REPORTS = [ReportsOfMembers, ProfilesToReview, Requests, Rounds, Conflicts]
