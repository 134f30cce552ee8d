"""Date, time and number formats of our languages, in place of Django's own."""
