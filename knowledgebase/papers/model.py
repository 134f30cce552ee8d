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
from knowledgebase.titles import COMPARISON, GLANCE, MODEL, spoken
from portal.furniture.models import Furniture
from portal.i18n import is_placeholder
from portal.paper.tree import (
    Block,
    Callout,
    Fact,
    Facts,
    Flow,
    Heading,
    Inline,
    LineBreak,
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
    names = spoken(MODEL)
    for name, blocks in sections(model, texts):
        if blocks:
            yield [Heading(1, [names[name]]), *blocks]
    if texts.cited:
        yield [Heading(1, [_("References")]), texts.references]


def sections(model: ModelPage, texts: Texts) -> Iterator[tuple[str, list[Block]]]:
    """Yield name and blocks of each section; what is not filled in has none."""
    yield "aim", texts.blocks(model.aim)
    yield "audience", texts.blocks(model.audience)
    yield "components", parts(model.components, texts)
    yield "findings", list(evidence(model, texts)) if model.has_findings else []
    yield "fit", [conditions(model)] if model.conditions else []
    yield "delivery", texts.blocks(model.delivery)
    yield "staffing", [staffing(model)] if model.staffing else []
    yield "cost_note", texts.blocks(model.cost_note)
    yield "legal_basis", texts.blocks(model.legal_basis)
    yield "used_in", [uses(model, texts)] if model.used_in else []
    yield "partners", [partners(model)] if model.partners else []
    yield "steps", parts(model.steps, texts, ordered=True)
    yield "risks", [risks(model)] if model.risks else []
    yield "contact", contact(model, texts)


def glance(model: ModelPage) -> list[Fact]:
    """Return the facts that models are compared by."""
    names = spoken(GLANCE)
    facts = [
        Fact(
            names["needs"],
            [", ".join(term.name for term in model.need_rows) or _("not named")],
        ),
        Fact(names["cost"], [cost(model)]),
        Fact(names["strength"], [strength(model.strength)]),
        Fact(names["impact"], [impact(model)]),
        Fact(names["duration"], [model.duration_label or _("not known")]),
        Fact(names["size"], [model.size_label]),
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
    said: list[Inline] = [Strong([str(GLANCE["strength"])]), ": ", strength(finding.strength)]
    yield Paragraph(said, leads=True)
    yield from texts.blocks(finding.text) or [
        Paragraph([_("Nothing has been written about this yet.")])
    ]


def parts(stream: Any, texts: Texts, ordered: bool = False) -> list[Block]:
    """Return named parts as a list."""
    items: list[Flow] = [
        [Strong([block.value["title"]]), *texts.blocks(block.value["text"].source)]
        for block in stream
    ]
    return [List(items, ordered=ordered)] if items else []


def staffing(model: ModelPage) -> Table:
    """Return who does the work, with the posts if any are known."""
    values = [block.value for block in model.staffing]
    headers: list[list[Inline]] = [[_("Role")], [_("What they do")]]
    rows: list[list[Flow]] = [[[value["role"]], [value["tasks"]]] for value in values]
    if any(value["posts"] is not None for value in values):
        headers.append([_("Full-time posts")])
        for row, value in zip(rows, values, strict=True):
            row.append([_posts(value["posts"])])
    return Table(headers, rows)


def _posts(posts: Decimal | None) -> str:
    return _("not known") if posts is None else localize(posts.normalize())


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


def contact(model: ModelPage, texts: Texts) -> list[Block]:
    """Return whom to ask: as the model says, else the organisation's address."""
    if model.contact:
        return texts.blocks(model.contact)
    furniture = Furniture.objects.current() or Furniture()
    lines = [furniture.contact_email, *furniture.address.splitlines()]
    broken: list[Inline] = []
    for line in filter(None, lines):
        broken += [line, LineBreak()]
    return [Paragraph(broken[:-1])] if broken else []


def conditions(model: ModelPage) -> Table:
    """Return the conditions as a sheet to be filled in by hand."""
    headers = [_("Question"), _("yes"), _("partly"), _("no"), _("Where it is missing")]
    rows = [
        [[_question(value)], [], [], [], [value["advice"]]]
        for value in (block.value for block in model.conditions)
    ]
    caption = _("To be filled in for your municipality")
    return Table([[header] for header in headers], rows, caption, narrow=(1, 2, 3))


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
    """Yield what is compared in words, besides the facts, in the order of the screen."""
    names = spoken(COMPARISON)
    yield names["aim"], [texts.blocks(model.aim) for model in models]
    yield names["audience"], [texts.blocks(model.audience) for model in models]
    yield names["components"], [_texts(model.components, "title") for model in models]
    yield names["staffing"], [_list(model.staff_lines) for model in models]
    for index, finding in enumerate(models[0].findings):
        yield str(finding.dimension.label), [_known(each, index, texts) for each in models]
    yield names["conditions"], [_list(_conditions(model)) for model in models]
    yield names["risks"], [_texts(model.risks, "risk") for model in models]
    yield names["used_in"], [_list(model.use_lines) for model in models]


def _conditions(model: ModelPage) -> list[str]:
    return [_question(block.value) for block in model.conditions]


def _known(model: ModelPage, index: int, texts: Texts) -> Flow:
    finding = model.findings[index]
    return [strength(finding.strength), *texts.blocks(finding.text)]


def _texts(stream: Any, name: str) -> Flow:
    return _list([block.value[name] for block in stream])


def _list(lines: list[str]) -> Flow:
    return [List([[line] for line in lines])] if lines else []
