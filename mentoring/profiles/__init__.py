"""Profiles: who sees what of them, and how they come into the directory and out of it."""
