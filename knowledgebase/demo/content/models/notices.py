"""What readers and editors must know of every demonstration model."""

from portal.demo.words import T

NOTICE = T(
    "Tekst demonstrativ: përshkruan në vija të përgjithshme një praktikë të njohur publikisht. Do"
    " të zëvendësohet me gjetjet e studimit.",
    "Demonstration text: it describes in outline a practice that is publicly known. The study’s own"
    " findings will replace it.",
)

NOTICE_WITH_EXAMPLES = T(
    f"{NOTICE.sq} Vlerësimet janë vetëm shembuj: tregojnë se si duken, jo sa vlen praktika.",
    f"{NOTICE.en} The ratings are examples only: they show what ratings look like, not what the"
    " practice is worth.",
)

INTERNAL_NOTE = (
    "Tekst demonstrativ në nivel njohurish të përgjithshme publike. Para botimit: zëvendësojeni me"
    " gjetjet e studimit dhe kontrolloni nëse ligjet e përmendura janë ende në fuqi dhe me cilat"
    " ndryshime. Numri i posteve, kostot dhe vendet e përdorimit lihen bosh aty ku nuk dihen."
)
