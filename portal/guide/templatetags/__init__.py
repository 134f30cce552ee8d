"""Tags of the guide for templates of the admin."""
