"""The code of a certificate: nobody guesses it, and whoever reads it from paper can type it.

Letters and figures are those of Crockford's Base32, whose look-alikes are read as what was meant.
"""

import secrets
from unicodedata import normalize

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES = str.maketrans("OILU", "011V")
LENGTH = 20  # of 5 bits each: a billion guesses a second find none in the age of the universe
GROUP = 4
# Of what is typed or pasted, with room for the whole address that the code ends.
LONGEST = 200


def new_code() -> str:
    """Return a code that was never given."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def in_groups(code: str) -> str:
    """Return a code as it is printed."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """Return the code that was meant by what somebody typed, or pasted as a whole address.

    What can be no code becomes the empty text, which no certificate has.
    """
    last = normalize("NFKC", typed[:LONGEST]).rstrip("/ ").rpartition("/")[2]
    code = "".join(filter(str.isalnum, last.upper())).translate(LOOK_ALIKES)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""
