"""What is done with running text: notes, numbers, terms, alphabetical order."""
