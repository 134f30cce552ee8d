"""Tables whose rows stay as they were written, held by the database itself.

A migration names the model once, by `HoldAppendOnly`; triggers on SQLite and PostgreSQL then refuse
every change and deletion but those that it names, also in plain SQL. Only who may drop a trigger
can do more. SQLite loses triggers when a later migration alters the table: name the model again.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

PREFIX = "append_only_"

# Its arguments: the column of the time, how long rows are kept, the columns that may become NULL.
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_ARGV[0] <> '' THEN
        IF (to_jsonb(OLD) ->> TG_ARGV[0])::timestamptz < now() - TG_ARGV[1]::interval THEN
            RETURN OLD;
        END IF;
    ELSIF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - TG_ARGV[2:] = to_jsonb(OLD) - TG_ARGV[2:]
                AND jsonb_strip_nulls(to_jsonb(NEW)) <@ to_jsonb(OLD) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'append-only: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""


class HoldAppendOnly(Operation):
    """Let the database refuse to change or delete rows of a model; `model` is its name.

    The columns of the fields `may_become_null` may be set to NULL and to nothing else. Rows whose
    field `time` is more than `kept_days` ago may be deleted; without it none ever.
    """

    reversible = True

    def __init__(
        self,
        model: str,
        *,
        may_become_null: Sequence[str] = (),
        time: str = "",
        kept_days: int = 0,
    ) -> None:
        self.model = model
        self.may_become_null = may_become_null
        self.time = time
        self.kept_days = kept_days

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        model: Any = to_state.apps.get_model(app_label, self.model)
        make = {"sqlite": self._sqlite, "postgresql": self._postgresql}
        for statement in make[schema_editor.connection.vendor](model._meta):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        table = from_state.apps.get_model(app_label, self.model)._meta.db_table
        for name, on, _again in triggers(schema_editor.connection):
            if on == table:
                schema_editor.execute(drop(schema_editor.connection, name, on), params=None)

    def describe(self) -> str:
        return f"Let nobody change or delete rows of {self.model}"

    def _nullable(self, meta: Any) -> list[str]:
        return [meta.get_field(name).column for name in self.may_become_null]

    def _postgresql(self, meta: Any) -> list[str]:
        time = meta.get_field(self.time).column if self.time else ""
        values = [time, f"{self.kept_days} days", *self._nullable(meta)]
        arguments = ", ".join(f"'{value}'" for value in values)
        table = meta.db_table
        return [
            POSTGRESQL_FUNCTION,
            f'CREATE TRIGGER {PREFIX}rows BEFORE UPDATE OR DELETE ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION append_only({arguments})",
            f'CREATE TRIGGER {PREFIX}truncate BEFORE TRUNCATE ON "{table}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION append_only()",
        ]

    def _sqlite(self, meta: Any) -> list[str]:
        nullable, table, key = self._nullable(meta), meta.db_table, meta.pk.column
        same = [
            f'NEW."{column}" IS OLD."{column}"'
            + (f' OR NEW."{column}" IS NULL' if column in nullable else "")
            for column in (field.column for field in meta.local_concrete_fields)
        ]
        unchanged = " AND ".join(f"({condition})" for condition in same)
        over = "0"
        if self.time:
            over = (
                f'OLD."{meta.get_field(self.time).column}" '
                f"< datetime('now', '-{self.kept_days} days')"
            )
        conditions = {
            "update": f"NOT ({unchanged})",
            "delete": f"NOT ({over})",
            # INSERT OR REPLACE deletes without a DELETE.
            "insert": f'EXISTS (SELECT 1 FROM "{table}" WHERE "{key}" = NEW."{key}")',  # noqa: S608
        }
        return [
            f'CREATE TRIGGER "{PREFIX}{table}_{event}" BEFORE {event.upper()} ON "{table}" '
            f"FOR EACH ROW WHEN {condition} BEGIN "
            f"SELECT RAISE(ABORT, 'append-only: {event} of {table} refused'); END"
            for event, condition in conditions.items()
        ]


def triggers(connection: BaseDatabaseWrapper) -> list[tuple[str, str, str]]:
    """Return the name, the table and the statement of each trigger that holds a table."""
    statements = {
        "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, relname, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger "
        "JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor])
        return [row for row in cursor.fetchall() if row[0].startswith(PREFIX)]


def drop(connection: BaseDatabaseWrapper, name: str, table: str) -> str:
    """Return the statement that drops a trigger."""
    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    return f'DROP TRIGGER "{name}"{on}'


@contextmanager
def let_go(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let tables be emptied; for `manage.py flush` alone."""
    held = triggers(connection)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for name, table, _again in held:
            cursor.execute(drop(connection, name, table))
        yield
        for _name, _table, again in held:
            cursor.execute(again)
