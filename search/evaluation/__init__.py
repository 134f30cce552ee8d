"""Measures how well search finds, on texts and queries whose answers are known."""
