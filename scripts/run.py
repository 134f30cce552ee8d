"""Sets the portal up and serves it on 127.0.0.1; what is already done is skipped."""

from __future__ import annotations

import os
import socket

from prepare import ROOT, VENV_PYTHON, SetupError, guarded, preparation, run_logged, run_steps

HOST = "127.0.0.1"


def chosen_port() -> int:
    value = os.environ.get("PORT", "8000")
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise SetupError(f"PORT must be a number from 1 to 65535, not {value!r}")
    return int(value)


def require_free_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            advice = f"choose another: make run PORT={port + 1}"
            raise SetupError(f"port {port} cannot be used: {error.strerror}, {advice}") from None


def migrate() -> str:
    output = run_logged("migrate", "manage.py", "migrate", "--noinput")
    applied = output.count("... OK")
    return f"applied {applied} migrations" if applied else "ready"


def make_demonstration() -> str:
    return "\n\n" + run_logged("demo", "manage.py", "demo").strip()


def serve(port: int) -> None:
    print(f"\nThe portal is at http://{HOST}:{port}/ (Ctrl+C stops it).\n", flush=True)
    os.chdir(ROOT)
    # As visitors meet it: our error pages in the browser, tracebacks in the terminal.
    os.environ.setdefault("DEBUG", "false")
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    os.environ["PYTHONUNBUFFERED"] = "1"
    command = [str(VENV_PYTHON), "manage.py", "runserver", f"{HOST}:{port}"]
    os.execv(VENV_PYTHON, command)  # noqa: S606, a shell would only be in the way


def main() -> int:
    port = chosen_port()
    require_free_port(port)
    run_steps(
        [
            *preparation("base"),
            ("Database:", migrate),
            ("Demonstration:", make_demonstration),
        ]
    )
    serve(port)
    return os.EX_OK


if __name__ == "__main__":
    guarded(main)
