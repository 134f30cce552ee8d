"""Pairs: where the two who work together agree, write to each other, and see what is next."""
