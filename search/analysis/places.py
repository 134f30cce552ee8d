"""Names of Albanian municipalities that the stripper would take for inflected words."""

from search.analysis.normal import fold

# Each with its nominative, genitive and accusative, definite: Berat -i -it -in.
MASCULINE = "Berat Devoll Gramsh Kukës Kurbin Maliq Peqin Pogradec Skrapar"
# Libohov-ë -a -ës -ën; Kamëz, Kamza
FEMININE = "Delvin Divjak Himar Kamz Kolonj Kuçov Lushnj Rrogozhin Tepelen Libohov Selenic"
PLURAL = "Memaliaj"


def place_forms() -> dict[str, str]:
    """Return form -> stem, both folded."""
    forms: dict[str, str] = {}
    for name in map(fold, MASCULINE.split()):
        forms |= {name + ending: name for ending in ("", "i", "it", "in")}
    for name in map(fold, FEMININE.split()):
        forms |= {name + ending: name for ending in ("e", "a", "es", "en")}
    for name in map(fold, PLURAL.split()):
        forms |= {name + ending: name for ending in ("", "t", "n", "ve")}
    return forms | {"kamez": "kamz"}
