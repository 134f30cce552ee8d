"""Keeping the index true: what is public is in it, and nothing else."""
