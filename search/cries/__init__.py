"""Cries for help: tells a query of somebody who needs help from a question about violence."""
