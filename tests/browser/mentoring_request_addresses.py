"""The templates of mentoring requests, which belong to the two people of each."""

# `test_mentoring_requests.py` looks at them.
REQUESTS = {
    "ask a mentor": "mentoring/requests/ask.html",
    "request": "mentoring/requests/request.html",
    "requests": "mentoring/requests/list.html",
}
