"""Digits as people write them: as digits, as letters that look like them, and in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

UNITS = {
    "0": "zero zeroja zer oh nil nought",
    "1": "nje nji one",
    "2": "dy two",
    "3": "tre tri three",
    "4": "kater kat four",
    "5": "pese pes five",
    "6": "gjashte gjasht six",
    "7": "shtate shtat seven",
    "8": "tete tet eight",
    "9": "nente nent nand nine",
    "10": "dhjete dhete dhet ten",
    "11": "njembedhjete njimbedhjete eleven",
    "12": "dymbedhjete twelve",
    "13": "trembedhjete thirteen",
    "14": "katermbedhjete fourteen",
    "15": "pesembedhjete fifteen",
    "16": "gjashtembedhjete sixteen",
    "17": "shtatembedhjete seventeen",
    "18": "tetembedhjete eighteen",
    "19": "nentembedhjete nineteen",
    "20": "njezet twenty",
    "30": "tridhjete thirty",
    "40": "dyzet forty fourty",
    "50": "pesedhjete fifty",
    "60": "gjashtedhjete sixty",
    "70": "shtatedhjete seventy",
    "80": "tetedhjete eighty",
    "90": "nentedhjete ninety",
    "100": "njeqind",
    "200": "dyqind",
    "300": "treqind triqind",
    "400": "katerqind",
    "500": "pesqind peseqind",
    "600": "gjashteqind",
    "700": "shtateqind",
    "800": "teteqind",
    "900": "nenteqind",
}


def forms(word: str) -> set[str]:
    """Return a number in words as it is written and as it is said, without an ë of Albanian."""
    said = re.sub("e(?=dhjete$|mbedhjete$|qind$)", "", word)
    return {form for each in (word, said) for form in (each, re.sub("(?<=dhjet)e$", "", each))}


NUMBERS = {
    form: number
    for number, words in UNITS.items()
    for word in words.split()
    for form in forms(word)
}
ONE = "|".join(sorted(NUMBERS, key=len, reverse=True))
WORD = re.compile(rf"{ONE}|e(?=.)")
# Atomic, so that a word is read once.
SPELLED = re.compile(rf"(?>{ONE}|(?<=.)e(?=.))++")
REPEATS = {"double": 2, "triple": 3, "dyfish": 2, "trefish": 3}
HUNDRED = {"qind", "hundred"}
LIKE = re.compile(r"[oli]{1,4}")
DIGIT_LIKE = str.maketrans("oli", "011")
# What people say or write between two numbers of one telephone number.
FILLERS = {
    *(
        "e",
        "dhe",
        "edhe",
        "and",
        "pastaj",
        "then",
        "pike",
        "pika",
        "dot",
        "point",
        "presje",
        "comma",
    ),
    *(
        "comma",
        "dash",
        "hyphen",
        "vize",
        "viza",
        "minus",
        "plus",
        "slash",
        "pjerrte",
        "hapesire",
        "space",
    ),
    *("kllapa", "bracket", "numri", "numer", "nr", "number", "x", *REPEATS),
}
TOKEN = re.compile(r"\d+|[^\W\d_]+")
# So many signs may stand between two numbers that belong together.
FARTHEST = 8
REPEAT = re.compile(rf"\b({'|'.join(REPEATS)})[\s-]{{1,3}}$")
TIGHT = re.compile(r"[ .\-/()\[\]]{0,3}")


@dataclass(frozen=True)
class Number:
    """Digits that stand at `start` to `end`; tight: as close to those before as in one number."""

    start: int
    end: int
    digits: str
    tight: bool = False
    is_word: bool = False
    is_doubtful: bool = False


def runs(text: str, apart: set[int]) -> Iterator[list[Number]]:
    """Yield numbers that only separators and fillers part; those that begin at `apart` part too."""
    run: list[Number] = []
    read = 0
    for token in TOKEN.finditer(text):
        start, end = token.span()
        gap = text[read:start]
        read = end
        if start in apart or len(gap) > FARTHEST or gap.count("\n") > 1:
            yield run
            run = []
        if start in apart:
            continue
        if numbers := _numbers(text, start, end):
            _join(run, numbers, text[run[-1].end if run else max(0, start - FARTHEST) : start])
        elif run and run[-1].is_word and token[0] in HUNDRED:
            run[-1] = replace(run[-1], end=end, digits=f"{run[-1].digits}00")
        elif token[0] not in FILLERS:
            yield run
            run = []
    yield run


def _join(run: list[Number], numbers: list[Number], between: str) -> None:
    """Add the numbers of a word to a run that stands so far before them."""
    first = numbers[0]
    is_tight = bool(run) and (first.is_word or run[-1].is_word or bool(TIGHT.fullmatch(between)))
    repeats = REPEAT.search(between)
    times = REPEATS[repeats[1]] if repeats else 1
    for number in (replace(first, tight=is_tight, digits=first.digits * times), *numbers[1:]):
        if run and _completes(run[-1], number):
            digits = run[-1].digits[: -len(number.digits)] + number.digits
            run[-1] = replace(run[-1], end=number.end, digits=digits)
        else:
            run.append(number)


def _completes(last: Number, number: Number) -> bool:
    """Whether "sixty" and "nine" are 69, or "four hundred" and "twelve" 412."""
    zeros = len(last.digits) - len(last.digits.rstrip("0"))
    return (
        (last.is_word and number.is_word and number.tight)
        and len(number.digits) <= zeros
        and last.digits != "10"
        and "0" not in (last.digits[0], number.digits[0])
    )


def _numbers(text: str, start: int, end: int) -> list[Number]:
    word = text[start:end]
    if word.isdigit():
        return [Number(start, end, word)]
    if LIKE.fullmatch(word):
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        is_doubtful = not any(map(str.isdigit, beside))
        if is_doubtful and len(word) > 1:
            return []
        return [Number(start, end, word.translate(DIGIT_LIKE), is_doubtful=is_doubtful)]
    if not SPELLED.fullmatch(word):
        return []
    return [
        Number(start + part.start(), start + part.end(), NUMBERS[part[0]], True, True)
        for part in WORD.finditer(word)
        if part[0] in NUMBERS
    ]
