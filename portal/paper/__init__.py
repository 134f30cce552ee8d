"""Documents on paper: a tree of plain data becomes a tagged PDF. Knows no model, no request."""
