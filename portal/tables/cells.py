"""What a spreadsheet makes of a text: a formula where it begins like one."""

# OWASP, "CSV Injection": signs by which spreadsheets tell a formula.
SIGNS = ("=", "+", "-", "@", "\t", "\r")


def without_formula(text: str) -> str:
    """Return a text that a spreadsheet does not compute."""
    return f"'{text}" if text.startswith(SIGNS) else text


def without_apostrophe(text: str) -> str:
    """Return a text as it was before `without_formula`."""
    return text[1:] if text.startswith("'") and text[1:].startswith(SIGNS) else text
