"""What a pair works with: meetings, goals, feedback, its ending, hours, and a copy of all of it."""
