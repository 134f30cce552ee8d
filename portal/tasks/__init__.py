"""Work that nobody waits for is done once, whatever dies meanwhile; failures are told."""
