"""For donors: how many enrolled in programmes, completed them and passed, by half-years."""
