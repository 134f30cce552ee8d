"""Mentoring: professionals find each other, ask, and work together towards goals."""
