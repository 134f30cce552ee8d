"""News: what the feeds of the site, of a project and of a municipality say."""
