"""Our pages on paper: what each kind becomes as a document, and how its PDF is made and kept."""
