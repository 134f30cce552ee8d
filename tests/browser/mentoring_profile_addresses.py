"""The templates of mentoring profiles, which belong to their person."""

# `test_mentoring_profiles.py` looks at them.
PROFILES = {
    "join": "mentoring/join.html",
    "my profile": "mentoring/edit.html",
    "my profile, as others see it": "mentoring/view_as.html",
}
