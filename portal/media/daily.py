"""What documents want each night: those that still wait, and those whose collection changed."""

COMMANDS = ("process_documents",)
