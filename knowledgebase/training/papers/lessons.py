"""A lesson on paper: its text, and what is done in it as one does it with a pen."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from django.utils.translation import gettext as _

from knowledgebase.papers.texts import Texts
from portal.paper.pen import Choices, Lines, Scan, Together
from portal.paper.qr import qr_code
from portal.paper.tree import (
    Block,
    Callout,
    Emph,
    Flow,
    Heading,
    Jump,
    LineBreak,
    Paragraph,
    Strong,
)

LINES_TO_THINK = 6
LINES_TO_REPORT = 12


def lesson_blocks(lesson: Any, texts: Texts) -> Iterator[Block]:
    """Yield what a lesson says and asks, with headings from the second level."""
    for block in lesson.body:
        if block.block_type in TASKS:
            yield from TASKS[block.block_type](block, texts)
        else:
            yield from texts.stream([(block, None)], level=2)


def task(label: str, *children: Block) -> Together:
    """Return something to do, told apart from the text and on one page."""
    return Together([Callout(label, children, "task")])


def check(block: Any, texts: Texts) -> Iterator[Block]:
    """Yield a question with its answers to tick; which is right stands on the answer sheet."""
    value = block.value
    yield task(
        _("Check yourself"),
        Paragraph([Strong([value["question"]])]),
        *several(sum(option["is_right"] for option in value["options"])),
        Choices([[option["text"]] for option in value["options"]], letters=True),
    )


def several(right: int) -> list[Block]:
    """Return what is said of a question with more than one right answer."""
    return [Paragraph([Emph([_("Choose all that are right.")])])] if right > 1 else []


def case(block: Any, texts: Texts) -> Iterator[Block]:
    """Yield a case as numbered steps: its scenes, then what follows each choice."""
    yield Heading(2, [f"{_('Case study')}: {block.value['title']}"])
    yield Callout("", [*steps(block, texts)], "task")


def steps(block: Any, texts: Texts) -> Iterator[Block]:
    """Yield the scenes of a case, numbered as on the screen, and then each outcome."""
    scenes = list(block.value["scenes"])
    numbers = count(len(scenes) + 1)
    outcomes = []
    hint = _("Decide at each step, and go on reading where your choice leads.")
    before = [Paragraph([Emph([hint])])]  # on the page of the first step
    for number, scene in enumerate(scenes, start=1):
        choices = [(next(numbers), choice) for choice in scene["choices"]]
        outcomes += choices
        yield Together(
            [
                *before,
                _step(block, number),
                *texts.blocks(scene["text"].source),
                Paragraph([Strong([_("What would you do?")])]),
                Choices([_choice(block, *each) for each in choices], letters=True),
            ]
        )
        before = []
    for number, choice in outcomes:
        ending = _go_to(block, choice["scene"]) if choice["scene"] else _("The case ends here.")
        told = Paragraph([choice["outcome"], " ", Strong([ending])])
        yield Together([_step(block, number), told])


def _step(block: Any, number: int) -> Heading:
    return Heading(3, [_("Step %(number)s") % {"number": number}], label=_label(block, number))


def _choice(block: Any, number: int, choice: Any) -> Flow:
    return [choice["text"], LineBreak(), Emph([_go_to(block, number)])]


def _go_to(block: Any, number: int) -> Jump:
    return Jump([_("Go to step %(number)s.") % {"number": number}], _label(block, number))


def _label(block: Any, number: int) -> str:
    return f"{block.id}-{number}"


def reflection(block: Any, texts: Texts) -> Iterator[Block]:
    """Yield a question to think about, which asks for no name."""
    yield task(
        _("Think about it"),
        Paragraph([Strong([block.value["prompt"]])]),
        Paragraph([Emph([_("What you write here is for you alone: nobody collects it.")])]),
        Lines(LINES_TO_THINK),
    )


def checklist(block: Any, texts: Texts) -> Iterator[Block]:
    """Yield points to tick off."""
    points = Choices([[item] for item in block.value["items"]])
    yield task(f"{_('Checklist')}: {block.value['title']}", points)


def worksheet(block: Any, texts: Texts) -> Iterator[Block]:
    """Yield what to do with sheets, and where each is; one that is not for everybody is named."""
    value = block.value
    sheets: list[Block] = []
    for document in filter(None, value["documents"]):
        if not document.is_public:
            sheets.append(Paragraph([Strong([document.title])]))
            continue
        url = f"{texts.base}{document.url}"
        link = texts.link(url.partition("//")[2], url)
        name = Paragraph([Strong([document.title]), LineBreak(), link])
        sheets.append(Scan([name], code(url), _("QR code with the address of the worksheet")))
    about = texts.blocks(value["text"].source)
    yield task(f"{_('Worksheet')}: {value['title']}", *about, *sheets)


def code(url: str) -> str:
    """Return the QR code of an address as SVG."""
    return qr_code(url).decode()


def assignment(block: Any, texts: Texts) -> Iterator[Block]:
    """Yield what to do in one's own municipality, with lines for what came of it."""
    help_text = _(
        "Note here what you will hand in to your trainer. Leave out names and anything that "
        "could identify a person."
    )
    asked = [
        *texts.blocks(block.value["text"].source),
        Paragraph([Strong([_("What you did and what you found")])], leads=True),
        Paragraph([Emph([help_text])], leads=True),
        Lines(LINES_TO_REPORT),
    ]
    yield Callout(f"{_('In your municipality')}: {block.value['title']}", asked, "task")


TASKS: dict[str, Callable[[Any, Texts], Iterator[Block]]] = {
    "check": check,
    "case": case,
    "reflection": reflection,
    "checklist": checklist,
    "worksheet": worksheet,
    "assignment": assignment,
}
