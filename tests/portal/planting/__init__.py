"""The word that is looked for after an erasure, and who it is; each room plants it in its own."""

CANARY = "zKanarinez"
NAME = f"Ana {CANARY}"
EMAIL = f"{CANARY.lower()}@example.org"
PASSWORD = "nje fjalekalim i gjate"
# No number that stands anywhere else.
ID = 918273645
