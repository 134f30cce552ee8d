"""Certificates of what somebody completed: issued by a room, kept and shown by their holder."""
