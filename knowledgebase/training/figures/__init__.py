"""For donors: how many enrolled in programmes, completed them and passed, half-year by half-year."""
