"""What must not happen in any browser test: errors in the console, requests to other sites."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, Route, WebError

BROWSERS_OWN = ("data:", "blob:", "about:", "chrome://", "chrome-extension://")  # its PDF viewer
# What a page asks for in vain once its test has taken the connection away.
LOST = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED"
OUTSIDE = "https://www.wikipedia.org/"  # where the demonstration's way out leads
OUTSIDE_PAGE = "<!doctype html><html lang=en><title>Elsewhere</title><h1>Elsewhere</h1>"


class Watch:
    """Notes the faults of every page in the contexts given to it."""

    def __init__(self, site: str) -> None:
        self.own = (f"{site}/", *BROWSERS_OWN)
        self.documents: set[str] = set()
        self.errors: list[tuple[str, str]] = []
        self.foreign: list[str] = []

    def add(self, context: BrowserContext) -> None:
        """Watch the pages of `context`."""
        context.on("console", self.on_console)
        context.on("weberror", self.on_web_error)
        context.on("request", self.on_request)
        context.on("response", self.on_response)

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append((message.location["url"], message.text))

    def on_web_error(self, error: WebError) -> None:
        self.errors.append(("", str(error.error)))

    def on_request(self, request: Request) -> None:
        is_leaving = request.url == OUTSIDE and request.is_navigation_request()
        if not request.url.startswith(self.own) and not is_leaving:
            self.foreign.append(request.url)

    def on_response(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.documents.add(response.url)

    def forget(self) -> None:
        """Begin anew."""
        self.documents.clear()
        self.errors.clear()
        self.foreign.clear()

    def faults(self) -> list[str]:
        """Return all faults; that a page itself answers 404 is for its test to judge."""
        errors = [
            f"{url} {text}"
            for url, text in self.errors
            if text != LOST
            and not (url in self.documents and text.startswith("Failed to load resource"))
        ]
        return errors + [f"request to another site: {url}" for url in self.foreign]


def answer_outside(context: BrowserContext) -> None:
    """Let the way out lead to a page that is always there; the context caches nothing any more."""
    context.route(f"{OUTSIDE}**", elsewhere)


def elsewhere(route: Route) -> None:
    """Answer for the outside world."""
    route.fulfill(body=OUTSIDE_PAGE, content_type="text/html")
