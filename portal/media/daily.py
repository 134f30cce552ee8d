"""What files want each night: consents that ended, documents that wait, what is left."""

COMMANDS = ("follow_consents", "follow_drafts", "process_documents", "delete_leftovers")
