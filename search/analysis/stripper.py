"""Strips the endings of Albanian words that stand in no table, after folding (ë is e, ç is c)."""

VOWELS = frozenset("aeiouy")
SHORTEST_STEM = 3


def _to(stem_end: str, endings: str) -> dict[str, str]:
    return dict.fromkeys(endings.split(), stem_end)


# Longer endings win. Case, number and definiteness of nouns and adjectives, by declension:
ENDINGS = {
    # masculine: plan-i -it -in, plural plan-e -et -eve; treg-u -ut -un; mentor-ë -ët -ëve
    **_to("", "i it in u ut un e et eve ish esh"),
    # feminine: dhun-ë -a -ës -ën, plural -at -ave; strehimor-e -ja -es -en
    **_to("", "a es en at ave ash je ja jes jen jet jeve jesh eje ve"),
    # feminine in stressed -i, bashki -a -së -në -të -ve, and masculine njeri -u -ut -un
    **_to("", "ia ie ise ine ite ive iu iut iun"),
    # verbal adjectives in -shëm, f. -shme, lose their ë before an ending
    **_to("shm", "shem shme shmi shmit shmin shmes shmen shmet shmeve shmja shmja shmjes"),
    # middle voice in the past: hap-esha -eshe -eshim -eshit -eshin
    **_to("", "esha eshe eshim eshit eshin"),
    # verbs in -oj and their participles in -uar, also as adjectives and nouns (të mbijetuarat)
    **_to("o", "oj ojme ojne oja oje ova ove oi osh uam uat uan onte onim onin onit"),
    **_to("o", "ohet ohen ohem ohemi oheni ohesh ohej ohesha oheshe oheshim oheshin oheshit"),
    **_to("o", "uar uara uari uarit uarin uare uares uaren uarat uarave uarve uarish uarash"),
    # derivations that are words of their own: shtetësi is not shtet, drejtësi not drejtë
    **_to("esi", "esi esia esie esise esine esite esive"),
    # ... but -ues, -yes and -njës make the person, whose definite form is -uesi
    **_to("ues", "ues uesi"),
    **_to("yes", "yes yesi"),
    **_to("njes", "njes njesi"),
    # -j- belongs to the digraphs gj and nj, not to the ending
    **_to("gj", "gje gja gjes gjen gjet gjeve"),
    **_to("nj", "nje nja njen njet njeve"),
}
LONGEST = max(map(len, ENDINGS))


def strip(word: str) -> str:
    """Return the stem of a folded word; shorter than three letters or without vowel it is none."""
    for size in range(min(LONGEST, len(word) - 1), 0, -1):
        rest = ENDINGS.get(word[-size:])
        if rest is None:
            continue
        stem = word[:-size] + rest
        if len(stem) >= SHORTEST_STEM and not VOWELS.isdisjoint(stem):
            return _without_fleeting_e(stem)
    return _without_fleeting_e(word)


def _without_fleeting_e(stem: str) -> str:
    """qendër, qendra; organizëm, organizmi: the ë before a last r or m comes and goes."""
    if len(stem) <= SHORTEST_STEM:
        return stem
    is_fleeting = stem.endswith("zem") or (stem.endswith("er") and stem[-3] not in VOWELS)
    return stem[:-2] + stem[-1] if is_fleeting else stem
