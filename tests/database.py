"""The tests' database: made once in a run, copied for each worker and after tests that commit."""

import fcntl
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import OperationalError, connection

SQLITE_TEMPLATE = "database/template.sqlite3"  # below the folder that the workers share


class SQLite:
    """The template is a file; the copy is in memory."""

    def __init__(self, file: Path, migrated: Path) -> None:
        self.file, self.migrated = file, migrated

    def begin(self) -> None:
        """Begin with what was migrated for the browser's site, if that is there."""
        if self.migrated.exists():
            self._read(self.migrated)

    def save(self) -> None:
        """Make the template of the database that was just made."""
        with closing(sqlite3.connect(self.file)) as template:
            connection.connection.backup(template)

    def copy(self, worker: str) -> None:
        """Work on a copy of the template from now on."""
        self._read(self.file)

    def drop(self, with_template: bool) -> None:
        """Forget the copy."""
        connection.close()

    def _read(self, file: Path) -> None:
        connection.settings_dict["NAME"] = connection.creation._get_test_db_name()
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as read:
            read.backup(connection.connection)


class PostgreSQL:
    """The template is a database beside its copies."""

    def __init__(self, _file: Path, _migrated: Path) -> None:
        self.template = connection.creation._get_test_db_name()

    def begin(self) -> None:
        """Begin with nothing."""

    def save(self) -> None:
        """Make the template of the database that was just made."""

    def copy(self, worker: str) -> None:
        """Work on a copy of the template from now on."""
        self.name = f"{self.template}_{worker}"
        self._drop(self.name)
        self._say(f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}"')
        connection.settings_dict["NAME"] = self.name

    def drop(self, with_template: bool) -> None:
        """Drop the copy, and the template too when nobody needs it any more."""
        for name in [self.name, self.template] if with_template else [self.name]:
            self._drop(name)

    def _drop(self, name: str) -> None:
        """Drop plainly, which ends autovacuum's work; force is only for connections left open."""
        try:
            self._say(f'DROP DATABASE IF EXISTS "{name}"')
        except OperationalError:
            self._say(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _say(self, statement: str) -> None:
        connection.close()
        with connection.creation._nodb_cursor() as cursor:
            cursor.execute(statement)


KINDS = {"sqlite": SQLite, "postgresql": PostgreSQL}


class CopiedDatabase:
    """A copy for this worker of what the first of them made in a run.

    They have the folder `shared` in common. SQLite's need not begin with nothing where a file
    `migrated` is there. What is kept, PostgreSQL has for the next run, which takes it as it is
    unless it is to be made anew.
    """

    def __init__(
        self, shared: Path, worker: str, *, migrated: Path, is_kept: bool, is_new: bool
    ) -> None:
        self.users, self.worker = shared / "database/users", worker
        self.is_kept, self.is_taken = is_kept, is_kept and not is_new
        self.users.mkdir(parents=True, exist_ok=True)
        self.template = KINDS[connection.vendor](shared / SQLITE_TEMPLATE, migrated)

    def take(self, fill: Callable[[], None]) -> None:
        """Migrate and `fill` the template if nobody did; work on a copy from now on."""
        with self._locked():
            if not any(self.users.iterdir()):
                self.template.begin()
                connection.creation.create_test_db(
                    verbosity=0, autoclobber=True, serialize=False, keepdb=self.is_taken
                )
                fill()
                self.template.save()
            (self.users / self.worker).touch()
            self.renew()

    def renew(self) -> None:
        """Put a fresh copy in the place of the present one."""
        self.template.copy(self.worker)

    def leave(self) -> None:
        """Drop the copy, and after the last of them the template."""
        with self._locked():
            (self.users / self.worker).unlink()
            self.template.drop(with_template=not (self.is_kept or any(self.users.iterdir())))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self.users.parent / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
