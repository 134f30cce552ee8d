"""Safeguarding: members report, block and declare that they should not be paired."""
