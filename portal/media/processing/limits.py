"""How much of the machine one hostile document may use, at the very most."""

import resource

MEMORY = 768 * 1024**2  # bytes of address space, of which libraries take a third
CPU_SECONDS = 60
OUTPUT = 250_000_000  # bytes in one file
UNPACKED = 200_000_000  # bytes in all members of an archive together
MEMBERS = 10_000
RATIO = 100  # of unpacked to packed bytes, in archives that unpack to more than SMALL
SMALL = 10_000_000
PAGES = 3_000
CHARACTERS = 3_000_000


def set_limits() -> None:
    """Let the kernel hold this process to the limits."""
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))
