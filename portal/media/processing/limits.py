"""How much of the machine one hostile document may use, at the very most."""

UNPACKED = 200_000_000  # bytes in all members of an archive together
MEMBERS = 10_000
RATIO = 100  # of unpacked to packed bytes, in archives that unpack to more than SMALL
SMALL = 10_000_000
PAGES = 3_000
CHARACTERS = 3_000_000
NESTED = 3  # documents within documents
