"""A mail server of the test's own, which may be slow, refuse, or see its client die."""

import asyncio
import smtplib
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from pytest_django import Settings

from tests.search.servers import free_port


class Server:
    """What arrived, and what is answered meanwhile; `on` is called at RCPT and at DATA."""

    def __init__(self) -> None:
        self.arrived: list[EmailMessage] = []
        self.answers = {"MAIL": "250 OK", "RCPT": "250 OK", "DATA": "250 OK"}
        self.slow = 0.0
        self.on: dict[str, Callable[[], None]] = {}

    async def handle_MAIL(self, server, session, envelope, address, options) -> str:  # noqa: N802
        envelope.mail_from = address
        return self.answers["MAIL"]

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802
        await asyncio.sleep(self.slow)
        self.on.pop("RCPT", lambda: None)()
        envelope.rcpt_tos.append(address)
        return self.answers["RCPT"]

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        if self.answers["DATA"].startswith("250"):
            self.arrived.append(message_from_bytes(envelope.content, policy=policy.default))
        self.on.pop("DATA", lambda: None)()
        return self.answers["DATA"]


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    handler, port = Server(), free_port()
    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT = 1
    monkeypatch.setenv("EMAIL_URL", f"smtp://127.0.0.1:{port}")
    monkeypatch.setattr(smtplib.socket, "getfqdn", lambda: "localhost")
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler
    controller.stop()
