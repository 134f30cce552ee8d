"""What the portal's pages are compared with; no part of the portal."""
