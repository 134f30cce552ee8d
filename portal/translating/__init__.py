"""The translator's desk: how far each translation is, what it says wrongly, and renewing it."""
