"""A stranger attacks the portal as it stands in production, and a second visitor reads on."""
