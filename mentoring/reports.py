"""What the coordinator finds in the menu of mentoring."""

from mentoring.desk.profiles import ProfilesToReview
from mentoring.desk.rounds import Rounds

REPORTS = [ProfilesToReview, Rounds]
