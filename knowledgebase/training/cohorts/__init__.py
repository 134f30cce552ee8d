"""Cohorts: people who follow a programme together, and the desk of their trainers."""
