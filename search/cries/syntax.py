"""How editors write a list: groups of words that have a name, and lines that may use them."""

from collections.abc import Iterable, Mapping

# `@family = mother/father` in all their forms, `@family == mother/father` in these alone.
GROUP, ENDING, EXACT = "@", "*", "="
IS, IS_EXACTLY = "=", "=="
Groups = Mapping[str, list[str]]


def defines(line: str) -> bool:
    """Whether a line says what a group is."""
    return line.startswith(GROUP) and line.split(" ")[1:2] in ([IS], [IS_EXACTLY])


def groups_of(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return the words of each group; those of one that is defined again are added."""
    groups: dict[str, list[str]] = {}
    for line in filter(defines, lines):
        name, sign = line.split(" ")[:2]
        words = choices(line)
        if sign == IS_EXACTLY:
            words = [word if word[0] in GROUP + ENDING else EXACT + word for word in words]
        if not undefined(line, groups):
            meant = [each for word in words for each in groups.get(word, [word])]
            groups.setdefault(name, []).extend(meant)
    return groups


def choices(line: str) -> list[str]:
    """Return the words of which a definition says that one is enough."""
    words = (word.strip() for word in line.partition(f"{IS} ")[2].split("/"))
    return [word for word in words if word]


def undefined(line: str, groups: Groups) -> list[str]:
    """Return the groups that a line uses and nobody defined, above it if it defines one too."""
    words = choices(line) if defines(line) else line.replace("/", " ").split()
    return [word for word in words if word.startswith(GROUP) and word not in groups]
