"""The order of tests: first what others wait for or what takes long, last what must be alone."""

from pathlib import Path

import pytest

from tests.ground import stands_on_ground

# Seconds each, of which a worker that began them last would spend most alone.
LONG = (
    "portal/test_demo.py",
    "doors/test_doors.py",
    "knowledgebase/test_take_down.py",
    "tasks/test_worker.py",
)
FOLDER = Path(__file__).resolve().parent
FIRST, NO_DATABASE, LONG_ONES, OTHERS, BROWSER, QUIET = range(6)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep modules together, in each of them last what stands on common ground.

    The first test of the browser builds its site; without a database, no test waits for the one
    that the first worker makes.
    """
    first = next((item for item in items if item.get_closest_marker("browser")), None)
    quiet = {item.path for item in items if item.get_closest_marker("quiet")}
    with_database = {item.path for item in items if item.get_closest_marker("database")}
    modules = {path: at for at, path in enumerate(dict.fromkeys(item.path for item in items))}

    def rank(item: pytest.Item) -> int:
        if item is first:
            return FIRST
        if item.get_closest_marker("browser"):
            return BROWSER
        if item.path in quiet:
            return QUIET
        if item.path not in with_database:
            return NO_DATABASE
        is_long = item.path.relative_to(FOLDER).as_posix() in LONG
        return LONG_ONES if is_long else OTHERS

    items.sort(key=lambda item: (rank(item), modules[item.path], stands_on_ground(item)))
