"""What those who answer find among the reports."""

from home.enquiries.desk import Enquiries

REPORTS = [Enquiries]
