"""Enquiries: what people write to the organisation, and those of it who read and answer."""
