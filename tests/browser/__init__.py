"""What a visitor and an editor do with the portal, in a real browser against a real server."""
