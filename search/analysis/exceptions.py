"""The table of Albanian word forms whose stem the stripper would not find."""

import gzip
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("exceptions.txt.gz")


@cache
def exceptions() -> dict[str, str]:
    """Return form -> stem, both folded; read once per process."""
    table: dict[str, str] = {}
    for line in gzip.decompress(PATH.read_bytes()).decode().splitlines():
        stem, *forms = line.split(" ")
        table.update(dict.fromkeys(forms, stem))
    return table
