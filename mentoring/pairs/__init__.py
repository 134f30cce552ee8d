"""What the two of a pair share: their page, what they agreed, what they write to each other."""
