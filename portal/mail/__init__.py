"""Every mail that leaves the portal: neutral, in the person's language, never lost, sent once."""
