"""A task that was begun is done, once, whatever dies; what cannot be done holds nothing up."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.tasks import queue as rows
from portal.tasks.models import Done
from portal.tasks.once import once
from portal.tasks.worker import Worker
from tests.tasks import work
from tests.tasks.work import effects
from tests.workers import kill, until

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


def done() -> int:
    return DBTaskResult.objects.filter(status="SUCCESSFUL").count()


def only_row() -> DBTaskResult:
    return DBTaskResult.objects.get()


def time_passes() -> None:
    DBTaskResult.objects.update(run_after=timezone.now())


def test_each_of_a_hundred_effects_is_one_though_the_worker_is_killed_four_times(start_worker):
    for number in range(100):
        work.add.enqueue(number)
    for wanted in (10, 30, 50, 70):
        worker = start_worker("people")
        until(lambda wanted=wanted: done() >= wanted)
        kill(worker)
    for _number in range(2):
        start_worker("people")
    until(lambda: done() == 100)
    assert sorted(effects(), key=int) == [str(number) for number in range(100)]


def test_a_task_that_kills_its_worker_is_set_aside_and_the_rest_is_done(start_worker):
    work.kill_the_worker.enqueue()
    work.wait_for.enqueue("mail")
    work.say.enqueue("mail")
    start_worker("documents", "mail")
    until(lambda: done() == 2)
    until(lambda: DBTaskResult.objects.filter(status="FAILED").exists())
    aside = DBTaskResult.objects.get(status="FAILED")
    assert aside.task_path == "tests.tasks.work.kill_the_worker"
    assert len(aside.worker_ids) == rows.TRIES
    assert aside.exception_class_path.endswith("WorkerDiedError")


def test_a_queue_that_is_held_makes_no_other_wait(start_worker):
    work.wait_for.enqueue("mail")
    start_worker()
    until(lambda: "waits for mail" in effects())
    work.say.enqueue("mail")
    until(lambda: done() == 2)
    assert effects() == ["mail", "saw mail", "waits for mail"]


def test_a_worker_that_is_stopped_ends_what_it_does_or_gives_it_back(start_worker):
    work.wait_for.enqueue("mail")
    worker = start_worker()
    until(effects)
    worker.terminate()
    work.say.call("mail")
    assert worker.wait(timeout=30) == 0
    assert only_row().status == "SUCCESSFUL"
    work.wait_for.enqueue("nothing")
    worker = start_worker("documents")
    until(lambda: "waits for nothing" in effects())
    worker.terminate()
    assert worker.wait(timeout=30) == 0
    row = DBTaskResult.objects.exclude(status="SUCCESSFUL").get()
    assert (row.status, row.worker_ids) == ("READY", [])


def test_what_a_killed_starter_leaves_ends_its_task_and_begins_no_other(start_worker):
    work.wait_for.enqueue("mail")
    worker = start_worker("documents")
    until(effects)
    worker.kill()
    worker.wait()
    work.wait_for.enqueue("mail")
    work.say.call("mail")
    until(lambda: done() == 1)
    start_worker("documents")
    until(lambda: done() == 2)
    assert effects().count("waits for mail") == 2
    first, second = DBTaskResult.objects.order_by("enqueued_at")
    assert len(first.worker_ids) == len(second.worker_ids) == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="no server that restarts")
def test_the_worker_outlives_a_restart_of_the_database(start_worker):
    work.wait_for.enqueue("mail")
    worker = start_worker("documents", "mail")
    until(effects)
    name = connection.settings_dict["NAME"]
    connection.close()
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        for _second in range(5):
            cursor.execute(
                "SELECT pg_terminate_backend(pid), pg_sleep(1) FROM pg_stat_activity"
                " WHERE datname = %s",
                [name],
            )
            cursor.execute("SELECT pg_sleep(1)")
        cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    work.say.enqueue("mail")
    until(lambda: "mail" in effects())
    failed = DBTaskResult.objects.filter(task_path="tests.tasks.work.wait_for", status="READY")
    until(failed.exists)  # the other queue asks the database again in its own time
    assert failed.get().exception_class_path == "django.db.utils.OperationalError"
    time_passes()
    until(lambda: done() == 2)
    assert worker.poll() is None


def test_a_worker_that_does_not_stay_is_not_waited_for(queue, effect):
    work.say.enqueue("mail")
    row = rows.claim("mail", "first")
    call_command("worker", "--once")
    assert effects() == []
    time_passes()
    call_command("worker", "--once")
    assert effects() == ["mail"]
    assert not rows.renew(row)
    rows.fail(row, ValueError())
    assert only_row().status == "SUCCESSFUL"


@pytest.mark.parametrize("kind", ["words", "repr", "name", "exit"])
def test_a_task_that_fails_is_tried_again_later_and_later_and_then_set_aside(queue, kind):
    work.fail.enqueue(kind)
    for delay in rows.DELAYS:
        call_command("worker", "--once")
        row = only_row()
        assert row.status == "READY"
        assert timedelta() < row.run_after - timezone.now() <= delay
        time_passes()
    call_command("worker", "--once")
    row = only_row()
    assert (row.status, len(row.worker_ids)) == ("FAILED", rows.TRIES)
    assert row.exception_class_path
    assert "work.py" in row.traceback
    assert "ana@" not in f"{row.exception_class_path} {row.traceback}"


@pytest.mark.parametrize("task", [work.add, work.fail])
def test_a_task_is_written_down_as_over_when_nobody_keeps_it_any_more(queue, monkeypatch, task):
    """Else the keeper, late, finds it in other hands and ends the worker."""
    said = []

    def keep(worker, row, is_over):
        is_over.wait()
        said.append("kept")

    monkeypatch.setattr(Worker, "keep", keep)
    for name in ("succeed", "fail"):
        monkeypatch.setattr(rows, name, lambda *args, name=name: said.append(name))
    task.enqueue(1)
    Worker("people").work_on_next()
    assert said in (["kept", "succeed"], ["kept", "fail"])


def test_a_second_try_that_succeeds_leaves_no_trace_of_the_first(queue, effect):
    work.second_try.enqueue()
    call_command("worker", "--once")
    assert only_row().exception_class_path == "builtins.OSError"
    time_passes()
    call_command("worker", "--once")
    row = only_row()
    assert (row.status, row.exception_class_path, row.traceback) == ("SUCCESSFUL", "", "")


def test_a_task_that_this_version_does_not_know_holds_nothing_up(queue, effect):
    work.say.enqueue("mail")
    DBTaskResult.objects.update(task_path="portal.gone.task")
    work.say.enqueue("mail")
    for _try in range(rows.TRIES):
        call_command("worker", "--once")
        time_passes()
    assert effects() == ["mail"]
    gone = DBTaskResult.objects.get(task_path="portal.gone.task")
    assert gone.exception_class_path == "builtins.ModuleNotFoundError"


def test_an_effect_that_was_undone_may_take_place_later(transactional_db):
    with transaction.atomic():
        assert once("key")
        transaction.set_rollback(True)
    with transaction.atomic():
        assert once("key")
        assert not once("key")
    with pytest.raises(TransactionManagementError):
        once("key")


def test_old_rows_are_forgotten_and_what_failed_lately_is_not(queue, effect):
    for text in ("old", "new"):
        work.say.enqueue(text)
    call_command("worker", "--once")
    long_ago = timezone.now() - timedelta(days=15)
    old = DBTaskResult.objects.filter(args_kwargs={"args": ["old"], "kwargs": {}})
    assert old.update(finished_at=long_ago) == 1
    Done.objects.create(key="key")
    for _night in range(2):
        call_command("forget_tasks")
    assert only_row().args_kwargs["args"] == ["new"]
    assert Done.objects.exists()
