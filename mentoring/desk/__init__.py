"""The coordinator's desk in the admin."""
