"""The order of tests: first what others wait for or what takes long, last what is short."""

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
SHORT = "browser/test_accessibility.py"  # of the browser's, which else are journeys
FOLDER = Path(__file__).resolve().parent
FIRST, NO_DATABASE, LONG_ONES, BROWSER, OTHERS, SHORT_ONES = range(6)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep modules together, in each of them last what stands on common ground.

    The first test of the browser builds its site; without a database, no test waits for the one
    that the first worker makes. What drives a browser waits often, and so comes while the other
    database's tests fill the pauses.
    """
    first = next((item for item in items if item.get_closest_marker("browser")), None)
    with_database = {item.path for item in items if item.get_closest_marker("database")}
    modules = {path: at for at, path in enumerate(dict.fromkeys(item.path for item in items))}

    def rank(item: pytest.Item) -> int:
        name = item.path.relative_to(FOLDER).as_posix()
        if item is first:
            return FIRST
        if item.get_closest_marker("browser"):
            return SHORT_ONES if name == SHORT else BROWSER
        if item.path not in with_database:
            return NO_DATABASE
        return LONG_ONES if name in LONG else OTHERS

    items.sort(key=lambda item: (rank(item), modules[item.path], stands_on_ground(item)))
