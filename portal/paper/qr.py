"""QR codes, which lead from paper to an address."""

from io import BytesIO

import segno


def qr_code(address: str) -> bytes:
    """Return the QR code of an address as SVG; a quarter of it may be unreadable."""
    target = BytesIO()
    segno.make(address, error="q", micro=False).save(target, kind="svg", border=0, dark="#2a201a")
    return target.getvalue()
