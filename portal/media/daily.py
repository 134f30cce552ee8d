"""What files want each night: documents that wait, or whose collection changed; what is left."""

COMMANDS = ("process_documents", "delete_leftovers")
