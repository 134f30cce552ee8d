"""Where a PDF begins, for those who look at it without reading it."""

START = b"%PDF-"
HEAD = 1024  # bytes in which it begins, whatever a mail or a server put before it
