"""`launch.py MEMORY OUTPUT CPU_SECONDS MODULE ARGUMENT…`: runs a module within limits."""

import resource
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(memory: str, output: str, cpu_seconds: str, module: str, *arguments: str) -> None:
    """Let the kernel hold this process to the limits (bytes, bytes, seconds), then run."""
    for limit, value in (
        (resource.RLIMIT_AS, int(memory)),
        (resource.RLIMIT_FSIZE, int(output)),
        (resource.RLIMIT_CPU, int(cpu_seconds)),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))
    sys.path.insert(0, str(ROOT))
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
