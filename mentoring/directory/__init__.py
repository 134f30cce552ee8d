"""The directory: mentors found by their words and by what they chose from lists."""
