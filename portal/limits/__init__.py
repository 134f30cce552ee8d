"""What all workers count together, where no Redis does: rows that forget themselves."""
