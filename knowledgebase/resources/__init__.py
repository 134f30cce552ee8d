"""Resources as their readers meet them: the list and the parts of a page."""
