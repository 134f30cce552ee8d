"""A study as its readers meet it: contents, numbers, notes, references, explained terms."""
