"""The figures as Markdown: one table of costs, one of weights, one line a budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bench.load import Cost, Target

CPU_RATIO = 2
PAGE_BYTES, SCRIPT_BYTES = 60_000, 10_000
EXTRA_QUERIES = {
    "Home": 8,
    "Project index": 8,
    "Project": 8,
    "Study": 8,
    "Chapter": 8,
    "Model": 8,
    "Model index": 10,
    "Programme": 8,
    "Lesson": 8,
    "Lesson, signed in": 10,
}
ALL_QUERIES = {"Progress of a group": 12}
PAPER_MB = 300
PAPER = (
    "PDF of a study of {pages} pages: {written_s:.1f} s to write, {set_s:.1f} s to set, "
    "{memory_mb:.0f} MB."
)
WITH_CPU_BUDGET = ("Home", "Project")


class Report:
    """All figures of one run; costs and weights by the target's name."""

    def __init__(
        self,
        targets: Iterable[Target],
        costs: dict[str, Cost],
        weights: dict[str, dict[str, int]],
        paper: dict[str, float],
    ) -> None:
        self.targets = {target.name: target for target in targets}
        self.costs = costs
        self.weights = weights
        self.paper = paper

    def __str__(self) -> str:
        return "\n\n".join(["\n".join(lines) for lines in self._parts()]) + "\n"

    def _parts(self) -> Iterator[Iterable[str]]:
        head = ["", "requests/s", "CPU ms", "of the bare page", "of the empty view"]
        yield table([*head, "PostgreSQL CPU ms", "SQL"], map(self._cost_row, self.targets))
        kinds = list(next(iter(self.weights.values())))
        yield table(["KB, compressed", *kinds, "sum"], map(self._weight_row, self.weights))
        yield [PAPER.format(**self.paper)]
        yield [budget(*each) for each in self._budgets()]

    def _cost_row(self, name: str) -> list[str]:
        cost, target = self.costs[name], self.targets[name]
        return [
            name,
            f"{cost.rate:,.0f}",
            f"{cost.server_ms:.2f}",
            f"{self._cpu_ratio(name):.2f}" if target.bare else "",
            f"{cost.server_ms / self.costs['Empty view'].server_ms:.3g}",
            f"{cost.database_ms:.2f}",
            str(target.queries),
        ]

    def _weight_row(self, name: str) -> list[str]:
        weight = self.weights[name].values()
        return [name, *(f"{count / 1000:.1f}" for count in [*weight, sum(weight)])]

    def _cpu_ratio(self, name: str) -> float:
        return self.costs[name].server_ms / self.costs[self.targets[name].bare].server_ms

    def _budgets(self) -> Iterator[tuple[str, float, float]]:
        for name, allowed in EXTRA_QUERIES.items():
            target = self.targets[name]
            extra = target.queries - self.targets[target.bare].queries
            yield f"{name}: SQL queries beyond the bare page", extra, allowed
        for name, allowed in ALL_QUERIES.items():
            yield f"{name}: SQL queries in all", self.targets[name].queries, allowed
        for name in WITH_CPU_BUDGET:
            yield f"{name}: CPU, times the bare page", self._cpu_ratio(name), CPU_RATIO
        for name, weight in self.weights.items():
            yield f"{name}: KB in all", sum(weight.values()) / 1000, PAGE_BYTES / 1000
            yield f"{name}: KB of JavaScript", weight["JavaScript"] / 1000, SCRIPT_BYTES / 1000
        yield "PDF of a long study: MB of memory", self.paper["memory_mb"], PAPER_MB


def budget(what: str, value: float, limit: float) -> str:
    verdict = "met" if value <= limit else "NOT MET"
    return f"- {verdict}: {what} {value:.3g}, at most {limit:g}"


def at_least(what: str, value: float, limit: float) -> str:
    verdict = "met" if value >= limit else "NOT MET"
    return f"- {verdict}: {what} {value:.3g}, at least {limit:g}"


def table(head: list[str], rows: Iterable[list[str]]) -> list[str]:
    """Return a Markdown table whose columns also line up in a terminal."""
    lines = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return [row(line, widths) for line in (head, rule, *lines[1:])]


def row(cells: list[str], widths: list[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(padded)} |"
