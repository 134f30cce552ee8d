"""Keeps visitors from waiting, one after the other, for a server that does not answer."""

import time
from collections.abc import Callable
from threading import Lock

FIRST_PAUSE, LONGEST_PAUSE = 10.0, 60.0  # seconds


class Circuit:
    """Lets requests through until one fails; then one after each pause, until one succeeds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._pause = 0.0
        self._until = 0.0
        self._is_trying = False

    @property
    def is_open(self) -> bool:
        """Whether a request failed, and none succeeded since."""
        return self._pause > 0

    def allows(self) -> bool:
        """Whether the caller may ask; if so, it is to report `failed` or `succeeded`."""
        with self._lock:
            if not self.is_open:
                return True
            now = self._clock()
            if now < self._until:
                return False
            # Should this one never report, another has its turn after the same pause.
            self._is_trying, self._until = True, now + self._pause
            return True

    def failed(self) -> bool:
        """Open the circuit, each time for longer; return whether it was closed."""
        with self._lock:
            was_open = self.is_open
            # Those that were under way when the first one failed say nothing new.
            if not was_open or self._is_trying:
                self._pause = min(self._pause * 2 or FIRST_PAUSE, LONGEST_PAUSE)
                self._until = self._clock() + self._pause
                self._is_trying = False
            return not was_open

    def succeeded(self) -> bool:
        """Close the circuit; return whether it was open."""
        with self._lock:
            was_open, self._pause, self._is_trying = self.is_open, 0.0, False
            return was_open
