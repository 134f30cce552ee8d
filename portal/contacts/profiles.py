"""Names in messengers and social networks, and links to them, in a plain text."""

import re
from collections.abc import Iterator

from portal.contacts.addresses import SPELLED_DOT, words_around

NETWORK = (
    r"(?:whats\s?-?app|wats\s?app|watsap|viber|telegram|signal|messenger|skype|facebook|facebok|fb"
    r"|feisbuk|fejsbuk|instagram|insta|ig|tik\s?-?tok|linked\s?-?in|snap\s?chat|snap|twitter"
    r"|discord|threads|wechat|imo)(?:-?(?:u|un|in|i|ut|it))?"
)
LINK = re.compile(
    r"\b(?:t|m|wa|ig|fb|signal)\s{0,2}\.\s{0,2}me\b|\blnkd\.in\b|\blinktr\.ee\b|\bdiscord\.gg\b"
    rf"|\b(?:t|m|wa|ig|fb|signal){SPELLED_DOT}me\b"
    rf"|\b(?:facebook|fb|instagram|tiktok|linkedin|snapchat|twitter|x|whatsapp|viber|telegram|skype"
    rf"|discord|threads)(?:\.|{SPELLED_DOT})(?:com|net|org|al)\b"
    r"|\b(?:viber|tg|skype|whatsapp|sgnl|signal):(?://|\w)"
)
HANDLE = re.compile(r"(?<![\w.])@\s?_?[a-z]\w[\w.]{0,40}")
# A name that is no word: with a digit, an underscore or a dot in it.
ODD = r"(?!p\.sh|d\.m|e\.g|i\.e)[a-z][a-z.]{0,30}(?:[_\d]|(?<=\w\w)\.(?=\w\w))[\w.]{0,30}"
# Words that after "my … is" tell what it is like.
WORD = (
    r"(?:private|public|closed|open|used|full|not|the|only|for|about|where|mostly|also|always|never"
    r"|very|old|new|hacked|blocked|just|more|most|mainly|still|now|as|and|but|or|to|in|on|our|my"
    r"|dhe|ose|por|per|nje|shume|vetem|hapur|mbyllur|privat|publik|tani|ende|edhe|kur|nga|me|si|se"
    r"|te|ne|i|e|a|an)\b"
)
NAME = rf"(?!{WORD})@?[a-z][\w.]{{2,30}}"
IS = r"(?:\s{0,3}[:=]\s{0,3}|\s{1,3}(?:-\s)?(?:(?:is|eshte|quhet|si|as)\s{1,3})?)"
MINE = re.compile(
    rf"\b{NETWORK}\s{{1,3}}(?:im|tim|yne)(?:\s{{1,3}}(?:eshte|quhet)\s{{1,3}}|\s{{0,3}}[:=]\s{{0,3}}){NAME}"
    rf"|\b(?:my|our)\s{{1,3}}{NETWORK}(?:\s{{1,3}}(?:handle|name|username|id|account|profile|user))?"
    rf"(?:\s{{1,3}}is\s{{1,3}}|\s{{0,3}}[:=]\s{{0,3}}){NAME}"
    rf"|\b(?:jam|i\s{{1,2}}am|i'm|i’m)\s{{1,3}}(?:ne|on)\s{{1,3}}{NETWORK}\s{{1,3}}(?:si|as)\s{{1,3}}{NAME}"
    rf"|\b(?:jam|i\s{{1,2}}am|i'm|i’m)\s{{1,3}}@?[\w.]{{3,30}}\s{{1,3}}(?:ne|on)\s{{1,3}}{NETWORK}\b"
    rf"|\b(?:ne|on)\s{{1,3}}{NETWORK}\s{{1,3}}(?:jam|quhem|me\s{{1,2}}emrin|i\s{{1,2}}am|i'm|under)\s{{1,3}}{NAME}"
)
NAMED = re.compile(
    rf"\b{NETWORK}{IS}{ODD}|\b{ODD}\s{{1,3}}(?:ne|on|te)\s{{1,3}}{NETWORK}\b"
    # A line of its own, as on a card, or the name of a network in short.
    rf"|(?:^|(?<=\n))[\s•*-]{{0,4}}{NETWORK}\s{{0,3}}[:=-]\s{{0,3}}@?[a-z][\w.]{{3,30}}"
    r" {0,3}(?=\n|$)"
    rf"|\b(?:ig|insta|fb|snap|skype)\s{{0,3}}[:=]\s{{0,3}}[a-z][\w.]{{3,30}}"
)
FIND = re.compile(
    r"(?<!mos )\b(?:me|na)\s{1,3}(?:gj[ei]\w{0,4}|shkrua[jn]\w?|kontakto\w{0,2}|shto\w{0,2}"
    r"|ndiq\w{0,3}|kerko\w{0,2}|thirr\w{0,3}|merr\w{0,2}|telefono\w{0,2})\b"
    rf"[^\n.!?;]{{0,30}}?\b(?:ne|te|nga|permes)\s{{1,3}}{NETWORK}\b(?:\s{{1,3}}si\s{{1,3}}{NAME})?"
    r"|(?:^|(?<=[.!?:;,\n(-])|(?<=[.!?:;,(-] )|\b(?:please|can|may|just|or|and)\s)"
    r"(?:find|add|follow|contact|text|message|call|reach|dm|ping|write\s{1,2}to|search\s{1,2}for"
    r"|look(?=\s{1,2}me\s{1,2}up)|hit(?=\s{1,2}me\s{1,2}up))\s{1,3}(?:me|us)(?:\s{1,2}up)?"
    rf"\s{{1,3}}(?:on|via|through|at)\s{{1,3}}{NETWORK}\b(?:\s{{1,3}}as\s{{1,3}}{NAME})?"
    rf"|\b(?:kerkoni|kerko|search\s{{1,2}}for)\s{{1,3}}{NAME}\s{{1,3}}(?:ne|on)\s{{1,3}}{NETWORK}\b",
)


def profiles(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the plain text leads to somebody in a messenger or a social network."""
    yield from words_around(text, LINK)
    for pattern in (HANDLE, MINE, NAMED, FIND):
        yield from (match.span() for match in pattern.finditer(text))
