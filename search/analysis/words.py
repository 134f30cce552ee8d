"""Closed lists of folded words: function words, joined prefixes, endings after a hyphen."""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Left out although frequent, for what they also mean: para (money), nder (honour), nen (the
# article of a law); in English who (the organisation) and us (the country).
ALBANIAN = _set(
    # articles and the particles of verbs
    "i e te se do u po le s c t m l nuk as",
    # prepositions
    "ne me per nga prej tek deri pa ndaj sipas midis ndermjet gjate rreth permes mbi kunder",
    # conjunctions
    "dhe edhe ose apo por qe si kur ku nese sepse ndersa megjithese kurse sesa",
    # pronouns, with their short forms
    "une ti ai ajo ne ju ata ato tij saj tyre im ime yt jote yne jone tone juaj ky kjo kete keta",
    "keto ketij kesaj ketyre ate atij asaj atyre vet tjeter vete na ju iu ia jua ma ta tu mua ty",
    # questions
    "cfare cili cila cilet cilat cilit ciles kush pse sa",
    # to be and to have
    "jam je eshte jemi jeni jane isha ishe ishte ishim ishit ishin qene qofte",
    "kam ke ka kemi keni kane kisha kishe kishte kishim kishit kishin pasur",
)
# What people write around what they look for: asking, needing, courtesy.
ALBANIAN_ASKING = _set(
    "a nje ndonje dicka dikush dike mund mundet mundem mundesh mundemi duhet duhen duhej dua doni",
    "deshiroj deshironi desha doja kerkoj kerkojme bej bejme bejne bere behet behen ben",
    "lutem lutemi flm faleminderit pershendetje mirdita tregoni tregomni trego shpjegoni dini dime",
    "dihet gjej gjejme gjeni gjendet gjenden ekziston ekzistojne shkoj marr marrim marrin",
    "cfaredo kaq aty tani juaj tuaj tua mia mi sone thote thone quhet quhen ndodhet ndodhen ndodh",
    "jap shoh vesh",
)
ALBANIAN_PREFIXES = _set(
    "ri jo mos para pas nen mbi bashke nder vete anti pro ko kunder de e mikro makro multi",
    "shume psiko bio eko euro inter post sub super tele",
)
# OSHC-ja, OSHC-të, UNDP-së, IRIS-it, vitet 90-ta: the case of a word that is not written out.
ALBANIAN_ENDINGS = _set(
    "a i u e n t s ja te se ne ve it ut in un es en et at ta tat ave eve je jes jen"
)

ENGLISH = _set(
    "a an the and or but nor of in on at to for from by with about as into than then between per",
    "i you he she it we they me him her them my your his its our their this that these those",
    "is am are was were be been being do does did has have had having will would can could",
    "what which whom whose when where why how there not no so if after before while did go goes",
)
ENGLISH_ASKING = _set(
    "may might must shall should need want wants wanted wish like please thanks thank hello hi",
    "get got find look looking search tell show give explain know who anyone someone somebody",
    "anybody something anything any some much many more most very just really also too here now",
    "let im ive id dont doesnt cant happen happens mean meaning means am exist exists able all",
    "every each other others available possible up out become going make use see kind type",
)
ENGLISH_PREFIXES = _set("re co non pre post anti sub multi inter e o de un psycho micro macro")
# women's; "don't" and "we're" lose no meaning with their second half
ENGLISH_ENDINGS = _set("s t re ve ll d m")
