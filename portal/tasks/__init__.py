"""Work that nobody waits for: it is done once, whatever dies meanwhile, and its failures are told."""
