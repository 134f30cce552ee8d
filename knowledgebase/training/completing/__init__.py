"""The end of a programme: its rule for one person, the completion, the certificate, what they say."""
