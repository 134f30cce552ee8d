"""What a visitor's browser downloads for a page, pictures apart."""

from __future__ import annotations

import gzip
import re
from pathlib import PurePosixPath
from urllib.parse import urljoin
from urllib.request import Request, urlopen

from bench.load import Target
from bench.servers import HOST

KINDS = {".css": "CSS", ".js": "JavaScript", ".woff2": "font", ".svg": "ornaments"}
LINKED = re.compile(r'(?:href|src)="(/static/[^"#]+)')
NAMED_IN_CSS = re.compile(r'url\("?([^")#]+)')


def page_weight(target: Target) -> dict[str, int]:
    """Return bytes by kind, compressed as they would be sent."""
    html = body(target, target.path)
    weight = {"HTML": len(gzip.compress(html)), **dict.fromkeys(KINDS.values(), 0)}
    for path in files(target, html.decode()):
        weight[KINDS[PurePosixPath(path).suffix]] += len(body(target, path, packed=True))
    return weight


def files(target: Target, html: str) -> set[str]:
    """Return the static files that the page names, and those that its styles name."""
    linked = set(LINKED.findall(html))
    styles = [path for path in linked if path.endswith(".css")]
    return linked | {
        urljoin(style, name)
        for style in styles
        for name in NAMED_IN_CSS.findall(body(target, style).decode())
    }


def body(target: Target, path: str, *, packed: bool = False) -> bytes:
    """Return what the server sends; where packed, compressed if the server can."""
    headers = target.headers | ({"Accept-Encoding": "gzip"} if packed else {})
    request = Request(f"http://{HOST}:{target.server.port}{path}", headers=headers)
    with urlopen(request, timeout=30) as response:
        return response.read()
