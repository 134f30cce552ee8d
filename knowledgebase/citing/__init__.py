"""One description of a work, and every form in which it is cited or read by machines."""
