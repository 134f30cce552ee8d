"""Chapter 5: how a municipality chooses a model and adapts it."""

from typing import Any

from knowledgebase.demo.content.notes import NOTICE
from portal.demo.words import T

CHAPTER_CHOOSING: dict[str, Any] = {
    "title": T(
        "Si zgjedh dhe si përshtat një bashki një model",
        "How a municipality chooses and adapts a model",
    ),
    "slug": T("si-zgjedh-nje-bashki", "how-a-municipality-chooses"),
    "summary": T(
        "Nga nevoja te vendimi: si të kërkoni, të krahasoni, të shihni çfarë mungon, të "
        "përshtatni dhe të filloni në të vogël.",
        "From need to decision: how to search, compare, see what is missing, adapt, and begin "
        "small.",
    ),
    "notice": NOTICE,
    "body": [
        ("heading", T("Një rreth me katër faza", "A circle of four phases")),
        (
            "text",
            T(
                "<p>Zgjedhja e një modeli nuk është një vendim i vetëm, por një rreth: zgjidhet, "
                "përshtatet, zbatohet, ndiqet, dhe nga ajo që mësohet zgjidhet sërish. Ky "
                "kapitull përshkruan dy fazat e para; i fundit përshkruan ndjekjen.</p>",
                "<p>Choosing a model is not a single decision but a circle: it is chosen, "
                "adapted, carried out, followed, and from what is learned the choice is made "
                "again. This chapter describes the first two phases; the last one describes the "
                "following.</p>",
            ),
        ),
        (
            "figure",
            {
                "image": {
                    "image": "circle",
                    "alt_text": T(
                        "Katër rrathë të lidhur me shigjeta, që ndjekin njëri-tjetrin si akrepat "
                        "e orës dhe kthehen te i pari.",
                        "Four circles joined by arrows that follow one another clockwise and "
                        "return to the first.",
                    ),
                    "decorative": False,
                },
                "caption": T(
                    "Rrethi i punës, nga lart dhe në drejtim të akrepave të orës: zgjedhja, "
                    "përshtatja, zbatimi, ndjekja. Nga ndjekja kthehemi te zgjedhja.",
                    "The circle of the work, from the top and clockwise: choosing, adapting, "
                    "carrying out, following. From following one returns to choosing.",
                ),
            },
        ),
        (
            "heading",
            T("Nisuni nga nevoja, jo nga modeli", "Begin with the need, not with the model"),
        ),
        (
            "text",
            T(
                "<p>Modelet joshin: kanë emra të bukur dhe shembuj që duken të lehtë. Por pyetja "
                "e parë është se çfarë u mungon të mbijetuarave në bashkinë tuaj. Përgjigjja "
                "gjendet te planet individuale, te bisedat me ata dhe ato që i ndjekin rastet dhe "
                "te vlerësimi i nevojave për planin social. Mjafton të shkruani tri rreshta: cila "
                "nevojë mbetet më shpesh pa përgjigje, për kë, dhe që kur.</p><p>Pyesni edhe vetë "
                "të mbijetuarat, me kujdes: në mënyrë vullnetare, nëpërmjet dikujt që e njohin, "
                "pa iu kërkuar të tregojnë çfarë ka ndodhur. Pyetja “çfarë do t’ju kishte "
                "ndihmuar?” mund të japë më shumë se çdo formular.</p>",
                "<p>Models tempt: they have fine names and examples that look easy. But the first "
                "question is what survivors lack in your municipality. The answer is found in the "
                "individual plans, in conversations with those who follow the cases, and in the "
                "needs assessment for the social plan. It is enough to write three lines: which "
                "need most often remains unanswered, for whom, and since when.</p><p>Ask "
                "survivors themselves as well, with care: of their own free will, through "
                "somebody whom they know, without asking them to tell what has happened. The "
                "question “what would have helped you?” may yield more than any form.</p>",
            ),
        ),
        ("heading", T("Kërkoni dhe krahasoni", "Search and compare")),
        (
            "text",
            T(
                '<p>Te <a linktype="page" id="{models}">modelet e integrimit</a> filtroni sipas '
                "nevojës, kostos, fortësisë së dëshmive, madhësisë së bashkisë dhe kohëzgjatjes. "
                "Zgjidhni nga dy deri në katër modele dhe hapni krahasimin. Adresa e tij e ruan "
                "zgjedhjen: mund t’ia dërgoni një kolegeje ose një kolegu, ta shtypni dhe ta "
                "merrni me vete në mbledhje.</p><p>Kur krahasoni, mos kërkoni fituesin. Lexoni "
                "rresht pas rreshti dhe ndaluni te dallimet që kanë rëndësi për ju: një model më "
                "i lirë që kërkon një zyrë që nuk e keni, nuk është më i lirë.</p>",
                '<p>Among the <a linktype="page" id="{models}">integration models</a>, filter by '
                "need, cost, strength of evidence, size of municipality and duration. Pick two to "
                "four models and open the comparison. Its address keeps the choice: you can send "
                "it to a colleague, print it and take it to a meeting.</p><p>When you compare, do "
                "not look for the winner. Read row by row and stop at the differences that matter "
                "to you: a cheaper model that needs an office which you do not have is not "
                "cheaper.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T("Si të lexoni një krahasim", "How to read a comparison"),
                "headers": [T("Rreshti", "Row"), T("Pyesni", "Ask"), T("Kujdes", "Beware")],
                "rows": [
                    [
                        T("Nevojat", "Needs"),
                        T(
                            "A i përgjigjet pikërisht nevojës që shkruam?",
                            "Does it answer the very need that we wrote down?",
                        ),
                        T(
                            "Një model që bën pak nga të gjitha",
                            "A model that does a little of everything",
                        ),
                    ],
                    [
                        T("Kostoja", "Cost"),
                        T("Kush e paguan vitin e dytë?", "Who pays in the second year?"),
                        T(
                            "Kosto që mbulohen vetëm nga një projekt",
                            "Costs that only a project covers",
                        ),
                    ],
                    [
                        T("Fortësia e dëshmive", "Strength of evidence"),
                        T(
                            "Nga vijnë dëshmitë dhe sa u ngjajnë kushteve tona?",
                            "Where does the evidence come from, and how like are its conditions "
                            "to ours?",
                        ),
                        T(
                            "“Ende pa vlerësim” nuk do të thotë “i dobët”",
                            "“Not yet rated” does not mean “weak”",
                        ),
                    ],
                    [
                        T("Kohëzgjatja", "Duration"),
                        T(
                            "A mund ta mbajmë për aq kohë sa duhet?",
                            "Can we keep it up for as long as it takes?",
                        ),
                        T("Fillime që nuk përfundojnë", "Beginnings that come to no end"),
                    ],
                    [
                        T("Kushtet", "Conditions"),
                        T(
                            "Cilat kushte të domosdoshme na mungojnë?",
                            "Which essential ones do we lack?",
                        ),
                        T(
                            "Përgjigje që i jep një zyrë e vetme",
                            "Answers given by one office alone",
                        ),
                    ],
                ],
            },
        ),
        ("heading", T("Shihni çfarë mungon te ju", "See what is missing where you are")),
        (
            "text",
            T(
                "<p>Secili model ka një listë kushtesh, të cilave mund t’u përgjigjeni me “po”, "
                "“pjesërisht” ose “jo”. Bëjeni bashkë: një njeri nga shërbimet sociale, një nga "
                "financa, një nga policia ose shëndetësia, një nga një organizatë. Aty ku "
                "përgjigjet ndryshojnë, keni gjetur diçka për të cilën ia vlen të "
                "flitet.</p><p>Rezultati nuk është notë. Ai tregon tri gjëra: çfarë keni, çfarë "
                "mund të plotësoni dhe çfarë e bën të pamundur fillimin sot.</p>",
                "<p>Every model has a list of conditions, which you can answer with “yes”, "
                "“partly” or “no”. Do it together: one person from social services, one from "
                "finance, one from the police or from health, one from an organisation. Where the "
                "answers differ, you have found something worth talking about.</p><p>The result "
                "is not a mark. It shows three things: what you have, what you could supply, and "
                "what makes it impossible to begin today.</p>",
            ),
        ),
        (
            "subheading",
            T("Kur mungon një kusht i domosdoshëm", "When an essential condition is missing"),
        ),
        (
            "text",
            T(
                "<ul><li><b>Plotësojeni më parë.</b> Ndonjëherë mjafton një marrëveshje ose një "
                "person i caktuar.</li><li><b>Gjeni dikë me të cilin ta ndani.</b> Një bashki "
                "fqinje ose një organizatë mund ta ketë atë që ju mungon.</li><li><b>Zgjidhni një "
                "tjetër model.</b> Edhe kjo është një përgjigje e mirë, dhe krahasimi është ende "
                "aty.</li></ul>",
                "<ul><li><b>Supply it first.</b> Sometimes an agreement, or one appointed person, "
                "is enough.</li><li><b>Find somebody to share it with.</b> A neighbouring "
                "municipality or an organisation may have what you lack.</li><li><b>Choose "
                "another model.</b> That, too, is a good answer, and the comparison is still "
                "there.</li></ul>",
            ),
        ),
        ("heading", T("Përshtatni pa e prishur", "Adapt without spoiling it")),
        (
            "text",
            T(
                "<p>Çdo model ka pjesë që e bëjnë të funksionojë dhe pjesë që i përkasin vendit "
                "nga vjen. Të parat ruhen, të dytat ndryshohen lirisht. Pyetja për mekanizmin, "
                "pra pse ndihmon, e bën dallimin: nëse një bisedë javore ndihmon sepse dikush e "
                "njeh mirë personin, mund të ndryshoni vendin e bisedës, por jo njeriun çdo "
                "javë.^[Shembull për ta bërë të qartë mendimin; nuk vjen nga një rast i "
                "vërtetë.]</p><p>Shkruani çfarë keni ndryshuar dhe pse. Pa këtë shënim, më vonë "
                "nuk do të dihet nëse një vështirësi i përkiste modelit ose ndryshimit tuaj.</p>",
                "<p>Every model has parts that make it work and parts that belong to the place it "
                "comes from. The first are kept, the second are changed freely. The question of "
                "the mechanism, that is why it helps, tells them apart: if a weekly conversation "
                "helps because somebody knows the person well, you can change the place of the "
                "conversation, but not the human being every week.^[An example to make the "
                "thought clear; it comes from no real case.]</p><p>Write down what you have "
                "changed, and why. Without this note it will not be known later whether a "
                "difficulty belonged to the model or to your change.</p>",
            ),
        ),
        ("heading", T("Filloni në të vogël dhe me afat", "Begin small and with a date")),
        (
            "text",
            T(
                "<ol><li>Caktoni një person që përgjigjet dhe një zëvendës ose "
                "zëvendëse.</li><li>Shkruani marrëveshjen midis zyrave në një faqe: kush bën "
                "çfarë, deri kur, kujt i thotë.</li><li>Kontrolloni sigurinë dhe mbrojtjen e të "
                "dhënave para rastit të parë.</li><li>Filloni me pak raste dhe rishikoni pas një "
                "kohe që e keni vendosur që në fillim.</li><li>Vendosni bashkë: vazhdohet, "
                "ndryshohet ose ndalet. Përfshijeni vendimin në planin social të bashkisë "
                "[@law-121-2016].</li></ol>",
                "<ol><li>Appoint one person who answers for it, and a deputy.</li><li>Write the "
                "agreement between offices on one page: who does what, by when, and whom they "
                "tell.</li><li>Check safety and data protection before the first "
                "case.</li><li>Begin with few cases, and review after a time that you have set at "
                "the start.</li><li>Decide together: go on, change or stop. Take the decision "
                "into the municipality’s social plan [@law-121-2016].</li></ol>",
            ),
        ),
        (
            "callout",
            {
                "kind": "info",
                "title": T("Para mbledhjes", "Before the meeting"),
                "text": T(
                    "<p>Merrni me vete tre fletë: nevojën në tri rreshta, krahasimin e shtypur "
                    "dhe listën e kushteve me përgjigjet tuaja. Më shumë letër rrallë e bën "
                    "vendimin më të mirë.</p>",
                    "<p>Take three sheets with you: the need in three lines, the printed "
                    "comparison, and the list of conditions with your answers. More paper seldom "
                    "makes the decision better.</p>",
                ),
            },
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ: gjithë kapitulli. Përputhet me mënyrën si punon krahasimi në portal; "
        "nëse ajo ndryshon, ndryshohet edhe ky tekst."
    ),
}
