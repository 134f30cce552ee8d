"""What the demonstration content is built with."""
