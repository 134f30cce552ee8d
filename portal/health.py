"""Two addresses for those who watch the server: whether it lives, and which of its parts answer.

They stand before everything else: a probe asks by number and without TLS, and gets no page. Each
room says in `watched.py` what it stands on.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import NamedTuple

from django.db import connections
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import add_never_cache_headers

from portal.middleware import Handler
from portal.rooms import modules

# How long a part may take, and how long its answer is good for all who ask, in seconds.
PATIENCE, GOOD_FOR = 3.0, 1.0


class Part(NamedTuple):
    """What the portal stands on; `check` raises where it does not answer.

    Without a part that is needed there are no pages.
    """

    name: str
    check: Callable[[], object]
    is_needed: bool = False


class Watch:
    """Asks the parts side by side; one that hangs is not asked again while it does."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(thread_name_prefix="health")
        self._asked: dict[str, tuple[float, Future[object]]] = {}

    def state(self, parts: list[Part]) -> dict[str, bool]:
        """Return by its name whether each part answers, after PATIENCE seconds at most."""
        answers = {part.name: self._ask(part) for part in parts}
        wait(answers.values(), timeout=PATIENCE)
        return {
            name: answer.done() and answer.exception() is None for name, answer in answers.items()
        }

    def _ask(self, part: Part) -> Future[object]:
        begun, answer = self._asked.get(part.name, (0.0, None))
        if answer and (not answer.done() or time.monotonic() < begun + GOOD_FOR):
            return answer
        answer = self._threads.submit(_checked, part)
        self._asked[part.name] = time.monotonic(), answer
        return answer


def _checked(part: Part) -> None:
    try:
        part.check()
    finally:
        connections.close_all()


def probes(get_response: Handler) -> Handler:
    """Answer `/healthz` and `/readyz`."""
    watch = Watch()

    def ready() -> HttpResponse:
        parts = [part for room in modules("watched") for part in room.WATCHED]
        state = watch.state(parts)
        is_ready = all(state[part.name] for part in parts if part.is_needed)
        said = {name: "ok" if answers else "failed" for name, answers in state.items()}
        return JsonResponse(said, status=200 if is_ready else 503)

    def middleware(request: HttpRequest) -> HttpResponse:
        match request.path_info:
            case "/healthz":
                response = HttpResponse("alive\n", content_type="text/plain")
            case "/readyz":
                response = ready()
            case _:
                return get_response(request)
        response._has_been_logged = True  # type: ignore[attr-defined]  # who asks, knows
        add_never_cache_headers(response)
        return response

    return middleware
