"""What "make services" says about the servers that it started."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from prepare import ROOT

SETTINGS = ROOT / "var" / "services.env"


def service_settings() -> dict[str, str]:
    """Return what "make services" wrote: settings by their environment variable."""
    if not SETTINGS.exists():
        return {}
    lines = SETTINGS.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def answers(url: str) -> bool:
    """Whether something listens at the host and port of `url`."""
    address = urlsplit(url)
    try:
        socket.create_connection((address.hostname, address.port), timeout=2).close()
    except OSError:
        return False
    return True
