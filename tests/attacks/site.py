"""The portal behind its front: real gunicorn, real nginx, production's settings, TLS."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT
from socket import create_connection
from string import Template
from typing import NamedTuple

from django.conf import settings
from django.db import connection

from tests.attacks.visitor import Visitor
from tests.browser.site import HOST, free_port
from tests.conftest import ROOT
from tests.database import SQLITE_TEMPLATE
from tests.search.servers import make_certificate

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
STARTS_WITHIN = 60  # seconds
# What nginx's image says around the template.
AROUND = Template("""
daemon off;
user $user;
pid $folder/nginx.pid;
events { worker_connections 1024; }
http {
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path $folder/bodies;
    proxy_temp_path $folder/answers;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    include $folder/portal.conf;
}
""")


class Site(NamedTuple):
    """A portal that answers; `direct` is gunicorn's port, `port` the front's for TLS."""

    folder: Path
    port: int
    plain_port: int
    direct: int

    def visitor(self, number: int = 1) -> Visitor:
        """Return a visitor with an address of their own."""
        return Visitor(self.port, f"127.0.0.{number + 1}")


@contextmanager
def copied_database(folder: Path, shared: Path, worker: str) -> Iterator[str]:
    """Copy what the tests' database began as; yield the copy's address."""
    if connection.vendor == "sqlite":
        shutil.copy(shared / SQLITE_TEMPLATE, folder / "db.sqlite3")
        yield f"sqlite:///{folder / 'db.sqlite3'}"
        return
    server, copy = settings.DATABASES["default"], connection.settings_dict["NAME"]
    template, name = copy.removesuffix(f"_{worker}"), f"{copy}_attacked"
    _say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    _say(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}".format(**server) + f"/{name}"
    finally:
        _say(f'DROP DATABASE "{name}" WITH (FORCE)')


def _say(statement: str) -> None:
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def site(folder: Path, database: str, mail: str, server: str = "portal.server") -> Iterator[Site]:
    """Serve a portal in `folder`; `server` is gunicorn's configuration."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.attacks.settings",
        "ATTACKED_SITE": str(folder),
        "SECRET_KEY": "attacked" * 8,
        "ALLOWED_HOSTS": HOST,
        "SITE_URL": f"https://{HOST}",
        "DATABASE_URL": database,
        "EMAIL_URL": mail,
        "SECOND_FACTOR_REQUIRED": "false",
    }
    make = "from tests.attacks.content import make; make()"
    manage(environment, "shell", "--no-imports", "-c", make)
    manage(environment, "front_pages", str(folder / "front"))
    (folder / "static").symlink_to(ROOT / "static")
    port, plain_port, direct = free_port(), free_port(), free_port()
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", f"python:{server}", "portal.wsgi"]
    write_front(folder, port, plain_port, direct)
    front = [NGINX or "", "-c", str(folder / "nginx.conf"), "-e", str(folder / "nginx.log")]
    with (
        running([*gunicorn, f"--bind={HOST}:{direct}"], environment, folder, direct),
        running(front, environment, folder, port),
    ):
        yield Site(folder, port, plain_port, direct)


def manage(environment: dict[str, str], *command: str) -> None:
    """Run a command of `manage.py`."""
    result = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def write_front(folder: Path, port: int, plain_port: int, direct: int) -> None:
    """Write the shipped configuration as nginx's image would, with a certificate beside it."""
    certificate = make_certificate(folder)
    certificate.rename(folder / "fullchain.pem")
    certificate.with_suffix(".key").rename(folder / "privkey.pem")
    text = (ROOT / "portal" / "front" / "portal.conf.template").read_text()
    values = {
        "PORTAL": f"{HOST}:{direct}",
        "FILES": str(folder),
        "TLS": str(folder),
        "HTTP_PORT": f"{HOST}:{plain_port}",
        "HTTPS_PORT": f"{HOST}:{port}",
    }
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    (folder / "portal.conf").write_text(text)
    user = "root" if os.getuid() == 0 else "nobody"
    (folder / "nginx.conf").write_text(AROUND.substitute(folder=folder, user=user))


@contextmanager
def running(
    command: list[str], environment: dict[str, str], folder: Path, port: int
) -> Iterator[subprocess.Popen]:
    """Run a server as soon as it answers at its port, and end it afterwards."""
    log = folder / f"{port}.log"
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + STARTS_WITHIN
        while not answers(port):
            is_late = process.poll() is not None or time.monotonic() > deadline
            assert not is_late, log.read_text()
            time.sleep(0.1)
        yield process
    finally:
        process.send_signal(SIGINT)  # both end at once
        process.wait()


def answers(port: int) -> bool:
    """Whether something listens."""
    try:
        create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True
