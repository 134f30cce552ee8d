"""Matching: who fits whom and why, and who is never brought together."""
