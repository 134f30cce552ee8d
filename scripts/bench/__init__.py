"""How "make bench" measures: servers, load, weights and the report."""
