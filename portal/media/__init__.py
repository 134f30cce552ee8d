"""Images and documents: what editors upload, checked, cleaned and shown."""
