"""What a visitor asks for: from the letters typed to terms that an index can be asked for."""
