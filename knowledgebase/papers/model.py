"""An integration model, and several beside one another, on paper."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.utils.formats import localize
from django.utils.translation import gettext as _

from knowledgebase.blocks import Weight
from knowledgebase.models.evidence import Finding
from knowledgebase.models.model import ModelPage
from knowledgebase.papers.texts import Texts
from portal.i18n import is_placeholder
from portal.paper.tree import (
    Block,
    Callout,
    Fact,
    Facts,
    Flow,
    Heading,
    Inline,
    List,
    Paragraph,
    Rating,
    Strong,
    Table,
)


def model_blocks(model: ModelPage, texts: Texts) -> Iterator[list[Block]]:
    """Yield the parts of a model in the order of its page."""
    if model.notice:
        yield [Callout(_("About this text"), [model.notice])]
    yield [Facts(glance(model))]
    for title, blocks in sections(model, texts):
        if blocks:
            yield [Heading(1, [title]), *blocks]
    yield [Heading(1, [_("What we know")]), *evidence(model, texts)]
    if model.conditions:
        yield [Heading(1, [_("Could it work here?")]), conditions(model)]
    if texts.cited:
        yield [Heading(1, [_("References")]), texts.references]


def sections(model: ModelPage, texts: Texts) -> Iterable[tuple[str, list[Block]]]:
    """Yield title and blocks of each section on the practice itself."""
    yield _("Aim"), texts.blocks(model.aim)
    yield _("Who it is for"), texts.blocks(model.audience)
    yield _("Components"), parts(model.components, texts)
    yield _("How it is delivered"), texts.blocks(model.delivery)
    yield _("Staffing"), [staffing(model)] if model.staffing else []
    yield _("What the cost is made of"), texts.blocks(model.cost_note)
    yield _("Legal basis"), texts.blocks(model.legal_basis)
    yield _("Where it has been used"), [uses(model, texts)] if model.used_in else []
    yield _("Partners"), [partners(model)] if model.partners else []
    yield _("Steps to start"), parts(model.steps, texts, ordered=True)
    yield _("Risks and safeguards"), [risks(model)] if model.risks else []


def glance(model: ModelPage) -> list[Fact]:
    """Return the facts that models are compared by."""
    facts = [
        Fact(_("Needs"), [", ".join(term.name for term in model.need_rows) or _("not named")]),
        Fact(_("Cost"), [cost(model)]),
        Fact(_("Strength of the evidence"), [strength(model.strength)]),
        Fact(_("Impact"), [impact(model)]),
        Fact(_("Duration"), [model.duration_label or _("not known")]),
        Fact(_("Smallest municipality"), [model.size_label]),
    ]
    if model.ratings_are_examples:
        facts.append(Fact(_("Ratings"), [_("The ratings are examples.")]))
    return facts


def cost(model: ModelPage) -> Inline:
    """Return the cost, drawn and in words."""
    return _rating(model.cost, 5, model.cost_label)


def strength(level: Any) -> Inline:
    """Return the strength of evidence, drawn and in words."""
    return _rating(level, 5, str(level.label) if level else "")


def impact(model: ModelPage) -> Inline:
    """Return the impact in words: it can be below nothing, which no row of marks shows."""
    return model.impact_label or _("not yet rated")


def _rating(level: int | None, maximum: int, words: str) -> Inline:
    return Rating(level, maximum, words) if level else _("not yet rated")


def evidence(model: ModelPage, texts: Texts) -> Iterable[Block]:
    """Yield what is known in each dimension."""
    for finding in model.findings:
        yield from _finding(finding, texts)


def _finding(finding: Finding, texts: Texts) -> Iterable[Block]:
    yield Heading(2, [f"{finding.dimension.label}: {finding.dimension.question}"])
    yield Paragraph([Strong([_("Strength of the evidence")]), ": ", strength(finding.strength)])
    yield from texts.blocks(finding.text)


def parts(stream: Any, texts: Texts, ordered: bool = False) -> list[Block]:
    """Return named parts as a list."""
    items: list[Flow] = [
        [Strong([block.value["title"]]), *texts.blocks(block.value["text"].source)]
        for block in stream
    ]
    return [List(items, ordered=ordered)] if items else []


def staffing(model: ModelPage) -> Table:
    """Return who does the work."""
    rows = [
        [[value["role"]], [_posts(value["posts"])], [value["tasks"]]]
        for value in (block.value for block in model.staffing)
    ]
    return Table([[_("Role")], [_("Full-time posts")], [_("What they do")]], rows)


def _posts(posts: Decimal | None) -> str:
    return "–" if posts is None else localize(posts.normalize())


def uses(model: ModelPage, texts: Texts) -> Facts:
    """Return where the model has been used."""
    return Facts([_use(block.value, texts) for block in model.used_in])


def _use(value: Any, texts: Texts) -> Fact:
    return Fact(value.line, texts.blocks(value["text"].source))


def partners(model: ModelPage) -> Facts:
    """Return without whom the model does not work."""
    values = (block.value for block in model.partners)
    return Facts([Fact(value["name"], [value["part"]]) for value in values])


def risks(model: ModelPage) -> Table:
    """Return what may go wrong and what guards against it."""
    values = (block.value for block in model.risks)
    rows = [[[value["risk"]], [value["safeguard"]]] for value in values]
    return Table([[_("Risk")], [_("Safeguard")]], rows)


def conditions(model: ModelPage) -> Table:
    """Return the conditions as a sheet to be filled in by hand."""
    headers = [_("Question"), _("yes"), _("partly"), _("no"), _("Where it is missing")]
    rows = [
        [[_question(value)], [], [], [], [value["advice"]]]
        for value in (block.value for block in model.conditions)
    ]
    return Table([[header] for header in headers], rows, _("To be filled in for your municipality"))


def _question(value: Any) -> str:
    weight = _("essential") if value["weight"] == Weight.ESSENTIAL else _("helpful")
    return f"{value['question']} ({weight})"


def comparison_blocks(models: list[ModelPage], texts: Texts) -> Iterator[list[Block]]:
    """Yield models beside one another: a row for each fact, a column for each model."""
    names = [_("Model"), *(_name(model) for model in models)]
    headers: list[list[Inline]] = [[name] for name in names]
    facts = [glance(model) for model in models]
    rows: list[list[Flow]] = [
        [[fact.term], *(_same(each, fact.term) for each in facts)] for fact in longest(facts)
    ]
    rows += [[[title], *cells] for title, cells in compared_sections(models, texts)]
    yield [Table(headers, rows)]
    if texts.cited:
        yield [Heading(1, [_("References")]), texts.references]


def _name(model: ModelPage) -> str:
    """Return the title, with a word on a model whose words are still the original's."""
    note = _("not translated yet")
    return f"{model.title} ({note})" if is_placeholder(model) else model.title


def longest(facts: list[list[Fact]]) -> list[Fact]:
    """Return the list with the most facts, which names all rows."""
    return max(facts, key=len)


def _same(facts: list[Fact], term: str) -> Flow:
    return next((fact.children for fact in facts if fact.term == term), [])


def compared_sections(models: list[ModelPage], texts: Texts) -> Iterable[tuple[str, list[Flow]]]:
    """Yield what is compared in words, besides the facts."""
    yield _("Aim"), [texts.blocks(model.aim) for model in models]
    yield _("Who it is for"), [texts.blocks(model.audience) for model in models]
    yield _("Components"), [titles(model.components) for model in models]
    yield _("Staffing"), [_texts(model.staffing, "role") for model in models]
    for index, finding in enumerate(models[0].findings):
        yield str(finding.dimension.label), [_known(each, index, texts) for each in models]
    yield _("Conditions"), [_texts(model.conditions, "question") for model in models]
    yield _("Risks"), [_texts(model.risks, "risk") for model in models]


def _known(model: ModelPage, index: int, texts: Texts) -> Flow:
    finding = model.findings[index]
    return [strength(finding.strength), *texts.blocks(finding.text)]


def titles(stream: Any) -> Flow:
    """Return the titles of named parts as a list."""
    return _texts(stream, "title")


def _texts(stream: Any, name: str) -> Flow:
    items: list[Flow] = [[block.value[name]] for block in stream]
    return [List(items)] if items else []
