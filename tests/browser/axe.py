"""Asks axe-core what is wrong with the page that is open."""

from weakref import WeakKeyDictionary

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import CDPSession, Page

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# Of all that it found the violations alone: to hand over the rest takes half as long as to look.
# Wagtail's bar brings an engine of its own, which refuses to work for two at once.
RUN = "async options => (await ourAxe.run(options)).violations"
# What only fades in is looked at when it is there; what moves for ever is looked at as it is.
STILL = """() => Promise.all(
  document.getAnimations()
    .filter(each => each.effect.getComputedTiming().endTime < Infinity)
    .map(each => each.finished.catch(() => null))
)"""
SESSIONS: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


def violations(page: Page) -> list[str]:
    """Return each broken rule with the element that breaks it and why."""
    if page.evaluate("typeof ourAxe") == "undefined":
        bring_axe(page)
    page.evaluate(STILL)
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in page.evaluate(RUN, OPTIONS)
        for node in rule["nodes"]
    ]


def bring_axe(page: Page) -> None:
    """Let the page have axe; handed on by Playwright as a value, it took four times as long."""
    # One as long as the page lasts: when one ends, Chromium takes its pretended keys away.
    if page not in SESSIONS:
        SESSIONS[page] = page.context.new_cdp_session(page)
    expression = f"{AXE_SCRIPT};window.ourAxe = axe;0"
    SESSIONS[page].send("Runtime.evaluate", {"expression": expression})
