"""Search over everything that the portal publishes."""
