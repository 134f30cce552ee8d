"""Settings by environment: development, production, test."""
