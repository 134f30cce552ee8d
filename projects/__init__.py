"""Project pages and the municipalities that projects work in."""
