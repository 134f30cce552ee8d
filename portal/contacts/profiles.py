"""Names in messengers and social networks, and links to them, in a plain text."""

import re
from collections.abc import Iterator

from portal.contacts.addresses import SPELLED_DOT, words_around

# With the digits that some write for letters, and the endings of Albanian.
NETWORK = (
    r"(?:wh?[a4]ts\s?-?[a4]pp?|v[i1l]b[e3]r|t[e3]l[e3]gr[a4]m|signal|m[e3]ss[e3]ng[e3]r|skyp[e3]"
    r"|f[a4]c[e3]b[o0]{1,2}k|fb|fe[ij]sbuk|[i1l]nst[a4]gr[a4]m|insta|ig|tik\s?-?tok"
    r"|linked\s?-?in|snap\s?chat|snap|twitter|discord|threads|wechat|imo)(?:-?(?:u|un|in|i|ut|it))?"
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
    r"(?:private|public|closed|open|used|full|not|the|only|for|about|where|mostly|also|always|never|plot|aktiv|active|busy"
    r"|very|old|new|hacked|blocked|just|more|most|mainly|still|now|as|and|but|or|to|in|on|our|my"
    r"|dhe|ose|por|per|nje|shume|vetem|hapur|mbyllur|privat|publik|tani|ende|edhe|kur|nga|me|si|se"
    r"|te|ne|i|e|a|an)\b"
)
NAME = rf"(?!{WORD})@?[a-z][\w.]{{2,30}}"
LAST_NAME = rf"{NAME}(?=\s{{0,3}}(?:[.,;:!?)\n-]|$|(?:dhe|ose|nese|and|or|if)\b))"
CALLED = r"(?:\s{1,3}(?:is|eshte|quhet)\s{1,3}|\s{0,3}(?:[:=]|-?>|→)\s{0,3})"
ACCOUNT = (
    r"(?:handle|nick|name|username|user|id|account|profile|emri|profili|llogaria|adresa|perdoruesi)"
)
AM = r"(?:jam|i\s{1,2}am|i'm|i’m)"
ON = r"(?:ne|te|on|nga|permes)"
MINE = re.compile(
    rf"\b{NETWORK}\s{{1,3}}(?:im|tim|yne){CALLED}{LAST_NAME}"
    rf"|\b(?:my|our)\s{{1,3}}{NETWORK}(?:\s{{1,3}}{ACCOUNT})?{CALLED}{LAST_NAME}"
    rf"|\b(?:my\s{{1,3}}{ACCOUNT}|{ACCOUNT}\s{{1,3}}im)\s{{1,3}}{ON}\s{{1,3}}{NETWORK}{CALLED}{NAME}"
    rf"|\b{AM}\s{{1,3}}{ON}\s{{1,3}}{NETWORK}\s{{1,3}}(?:si|as)\s{{1,3}}{NAME}"
    rf"|\b{AM}\s{{1,3}}@?[\w.]{{3,30}}\s{{1,3}}{ON}\s{{1,3}}{NETWORK}\b"
    rf"|\b{ON}\s{{1,3}}{NETWORK}\s{{1,3}}(?:{AM}|quhem|me\s{{1,2}}emrin|under)\s{{1,3}}{NAME}"
)
NAMED = re.compile(
    rf"\b{NETWORK}(?:\s{{1,3}}{ACCOUNT})?(?:{CALLED}|\s{{1,3}}(?:-\s|(?:si|as)\s{{1,3}})?){ODD}"
    rf"|\b{NETWORK}\s{{0,3}}[:=]\s{{0,3}}[a-z][\w.-]{{2,30}}-\d|\b{NETWORK}/(?!{NETWORK}){ODD}"
    rf"|\b{ODD}\s{{1,3}}{ON}\s{{1,3}}{NETWORK}\b"
    # A line of its own, as on a card, or the name of a network in short.
    rf"|(?:^|(?<=\n))[\s•*-]{{0,4}}{NETWORK}\s{{0,3}}[:=]\s{{0,3}}@?[a-z][\w.]{{3,30}}"
    r" {0,3}(?=\n|$)"
    rf"|\b(?:ig|insta|fb|snap|skype)\s{{0,3}}(?:[:=]|-?>|→|/(?!{NETWORK}))\s{{0,3}}[a-z][\w.]{{3,30}}"
)
# As it is written, since a name begins with a great letter.
FULL_NAME = re.compile(
    rf"\b(?:(?i:{NETWORK})(?:\s{{1,3}}im)?\s{{0,3}}[:=]\s{{0,3}}|(?i:fb|ig|insta)\s{{1,3}})"
    r"[A-ZÇË][\w’'-]{1,30}\s[A-ZÇË][\w’'-]{1,30}"
    r"(?=\s{0,3}(?:[.,;!)\n]|$))"
)
SEEK_SQ = (
    r"(?<!mos )\b(?:lidhuni\s{1,3}me\s{1,3}mua|(?:me|na)\s{1,3}(?:dergo\w{0,2}|gj[ei]\w{0,4}"
    r"|shkrua[jn]\w?|kontakto\w{0,2}|shto\w{0,2}"
    r"|ndiq\w{0,3}|kerko\w{0,2}|thirr\w{0,3}|merr\w{0,2}|telefono\w{0,2}))\b"
)
SEEK_EN = (
    r"(?:find|add|follow|contact|text|message|call|reach|dm|ping|write\s{1,2}to|connect\s{1,2}with|search\s{1,2}for"
    r"|look(?=\s{1,2}me\s{1,2}up)|hit(?=\s{1,2}me\s{1,2}up))\s{1,3}(?:me|us)(?:\s{1,2}up)?"
)
FIND = re.compile(
    rf"{SEEK_SQ}[^\n.!?;]{{0,30}}?\b{ON}\s{{1,3}}{NETWORK}\b(?:\s{{1,3}}si\s{{1,3}}{NAME})?"
    # What clients do, is told; whoever asks for it begins with it or with a polite word.
    r"|(?:^|(?<=[.!?:;,\n(-])|(?<=[.!?:;,(-] )|\b(?:please|can|may|just|or|and)\s)"
    rf"{SEEK_EN}\s{{1,3}}(?:on|via|through|at)\s{{1,3}}{NETWORK}\b(?:\s{{1,3}}as\s{{1,3}}{NAME})?"
    rf"|\b{ON}\s{{1,3}}{NETWORK}\s{{1,3}}(?:{SEEK_SQ}|(?:you\s{{1,3}}(?:can\s{{1,3}})?)?{SEEK_EN})"
    rf"|\b(?:kerkoni|kerko|search\s{{1,2}}for)\s{{1,3}}{NAME}\s{{1,3}}{ON}\s{{1,3}}{NETWORK}\b",
)


def profiles(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the plain text leads to somebody in a messenger or a social network."""
    yield from words_around(text, LINK)
    for pattern in (HANDLE, MINE, NAMED, FIND):
        yield from (match.span() for match in pattern.finditer(text))
