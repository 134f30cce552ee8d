"""Chapter 6: how to follow what happens, with questions in place of numbers."""

from typing import Any

from knowledgebase.demo.content.notes import NOTICE
from portal.demo.words import T

CHAPTER_FOLLOWING: dict[str, Any] = {
    "title": T("Si ndiqet ajo që ndodh", "How to follow what happens"),
    "slug": T("si-ndiqet-ajo-qe-ndodh", "how-to-follow-what-happens"),
    "summary": T(
        "Një skemë monitorimi që bashkia mund ta mbajë: pak tregues, të shkruar si pyetje, të "
        "mbledhur pa e vënë askënd në rrezik.",
        "A monitoring scheme that a municipality can keep up: a few indicators, written as "
        "questions, gathered without putting anybody at risk.",
    ),
    "notice": NOTICE,
    "body": [
        ("heading", T("Pse ndjekim", "Why we follow")),
        (
            "text",
            T(
                "<p>Monitorimi nuk bëhet për donatorin dhe as për raportin. Ai bëhet që dikush ta "
                "vërejë në kohë se një plan ka ngecur, se një shërbim është mbyllur, se një model "
                "nuk po i ndihmon ata që duhet. Projekti me tri bashkitë parashikon një skemë "
                "monitorimi të përshtatur në nivel vendor, që mbulon pjesët kryesore të planit; "
                "ky kapitull përshkruan si mund të duket një skemë e tillë.</p>",
                "<p>Monitoring is done neither for the donor nor for the report. It is done so "
                "that somebody notices in time that a plan is stuck, that a service has closed, "
                "that a model is not helping those whom it should. The project with the three "
                "municipalities provides for a monitoring scheme adapted to the local level, "
                "which covers the main components of the plan; this chapter describes what such a "
                "scheme may look like.</p>",
            ),
        ),
        ("heading", T("Çfarë përmban një skemë", "What a scheme contains")),
        (
            "text",
            T(
                "<p>Skema është një dokument i shkurtër, që i përgjigjet gjashtë pyetjeve: çfarë "
                "ndjekim, si e dimë, nga cili burim, sa shpesh, kush e mbledh dhe kush vendos mbi "
                "bazën e saj. Pyetja e fundit harrohet më lehtë se të tjerat. Një numër që nuk e "
                "lexon askush nuk duhet mbledhur.</p>",
                "<p>The scheme is a short document that answers six questions: what we follow, "
                "how we know, from which source, how often, who gathers it and who decides on the "
                "strength of it. The last question is forgotten more easily than the others. A "
                "number that nobody reads should not be gathered.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T("Pjesët e një skeme monitorimi", "The parts of a monitoring scheme"),
                "headers": [
                    T("Pjesa", "Part"),
                    T("Çfarë shkruhet", "What is written"),
                    T("Gabim që shmanget", "Mistake to avoid"),
                ],
                "rows": [
                    [
                        T("Treguesi", "Indicator"),
                        T("Një pyetje që ka përgjigje", "A question that has an answer"),
                        T("Dëshira të shkruara si tregues", "Wishes written as indicators"),
                    ],
                    [
                        T("Vlera bazë", "Baseline"),
                        T(
                            "Si është sot, me datë dhe burim",
                            "How it is today, with date and source",
                        ),
                        T("Baza që shkruhet në fund", "A baseline written at the end"),
                    ],
                    [
                        T("Vlera e synuar", "Target"),
                        T("Deri ku duam të arrijmë dhe kur", "How far we want to come, and when"),
                        T("Synime që nuk i ka vendosur askush", "Targets that nobody has set"),
                    ],
                    [
                        T("Burimi", "Source"),
                        T(
                            "Regjistri, raporti ose biseda nga vjen",
                            "The register, report or conversation that it comes from",
                        ),
                        T("Dy burime që numërojnë ndryshe", "Two sources that count differently"),
                    ],
                    [
                        T("Shpeshtësia", "Frequency"),
                        T(
                            "Kur mblidhet dhe kur lexohet",
                            "When it is gathered and when it is read",
                        ),
                        T("Mbledhje pa lexim", "Gathering without reading"),
                    ],
                    [
                        T("Përgjegjësia", "Responsibility"),
                        T("Detyra, jo emri i personit", "The post, not the person’s name"),
                        T("“Të gjithë” si përgjegjës", "“Everybody” as the one who answers"),
                    ],
                ],
            },
        ),
        ("heading", T("Tregues të shkruar si pyetje", "Indicators written as questions")),
        (
            "text",
            T(
                "<p>Treguesit më të dobishëm fillojnë si pyetje që një zyrë i bën vetes. Lista që "
                "vijon nuk ka numra: vlerën bazë dhe vlerën e synuar i vendos secila bashki, me "
                "burimet e veta. Ajo ndjek të njëjtat gjashtë nevoja si modelet.</p>",
                "<p>The most useful indicators begin as questions that an office asks itself. The "
                "list that follows has no numbers: each municipality sets baseline and target "
                "itself, from its own sources. It follows the same six needs as the models.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T(
                    "Pyetje që mund të bëhen tregues", "Questions that can become indicators"
                ),
                "headers": [
                    T("Nevoja", "Need"),
                    T("Pyetja", "Question"),
                    T("Burimi i mundshëm", "Possible source"),
                ],
                "rows": [
                    [
                        T("Banesa", "Home"),
                        T(
                            "A ka çdo plan individual një përgjigje për kohën pas strehës?",
                            "Does every individual plan have an answer for the time after the "
                            "shelter?",
                        ),
                        T("Planet individuale", "Individual plans"),
                    ],
                    [
                        T("Puna dhe formimi", "Work and training"),
                        T(
                            "A vazhdojnë formimin ato që e nisën, dhe nëse jo, pse?",
                            "Do those who began a training go on with it, and if not, why?",
                        ),
                        T("Zyra e punës, qendra e formimit", "Employment office, training centre"),
                    ],
                    [
                        T("Mbështetja psikosociale", "Psychosocial support"),
                        T(
                            "Sa kohë kalon nga kërkesa deri te takimi i parë?",
                            "How much time passes from the request to the first meeting?",
                        ),
                        T("Shërbimi që ofron këshillimin", "The service that offers counselling"),
                    ],
                    [
                        T("Drejtësia", "Justice"),
                        T(
                            "A u ofrua ndihma juridike para çdo seance?",
                            "Was legal aid offered before every hearing?",
                        ),
                        T("Planet individuale, ndihma juridike", "Individual plans, legal aid"),
                    ],
                    [
                        T("Fëmijët", "Children"),
                        T(
                            "A vijuan shkollën ose kopshtin pa ndërprerje?",
                            "Did they go on to school or kindergarten without interruption?",
                        ),
                        T("Mbrojtja e fëmijëve, shkolla", "Child protection, school"),
                    ],
                    [
                        T("Të ardhurat", "Income"),
                        T(
                            "A mbuloi ndihma ekonomike kohën deri te paga e parë?",
                            "Did economic aid cover the time until the first wage?",
                        ),
                        T("Shërbimet sociale të bashkisë", "The municipality’s social services"),
                    ],
                    [
                        T("Bashkërendimi", "Coordination"),
                        T(
                            "A u mblodhën zyrat kur e kishin vendosur, dhe çfarë vendosën?",
                            "Did the offices meet when they had agreed to, and what did they "
                            "decide?",
                        ),
                        T("Procesverbalet e MKR-së", "Minutes of the CRM"),
                    ],
                ],
            },
        ),
        ("subheading", T("Numri dhe fjala", "The number and the word")),
        (
            "text",
            T(
                "<p>Një numër thotë sa, por jo pse. Prandaj çdo treguesi i shtohet një fjali: "
                "çfarë ndodhi, sipas atyre që e panë nga afër. Dy bashki me të njëjtin numër mund "
                "të kenë dy histori krejt të ndryshme, dhe vetëm fjalia e tregon këtë.</p>",
                "<p>A number says how much, but not why. That is why a sentence is added to each "
                "indicator: what happened, according to those who saw it closely. Two "
                "municipalities with the same number may have two quite different stories, and "
                "only the sentence shows it.</p>",
            ),
        ),
        (
            "heading",
            T("Ndjekja pa e vënë askënd në rrezik", "Following without putting anybody at risk"),
        ),
        (
            "text",
            T(
                "<p>Të dhënat për dhunën janë të rrezikshme kur dalin nga vendi i tyre. Konventa "
                "e Stambollit kërkon mbledhjen e tyre (neni 11), por edhe mbrojtjen e të dhënave "
                "personale (neni 65) [@coe-2011]. Në një skemë vendore kjo do të "
                "thotë:</p><ul><li>mblidhet vetëm ajo që do të përdoret;</li><li>emrat mbeten te "
                "rasti dhe nuk hyjnë në tabela;</li><li>numrat e vegjël nuk botohen, sepse në një "
                "lagje të vogël edhe një numër ka fytyrë;</li><li>e mbijetuara e di se çfarë "
                "shënohet, dhe mund të thotë jo pa humbur shërbimin;</li><li>të dhënat fshihen "
                "kur nuk duhen më.</li></ul>",
                "<p>Data on violence are dangerous when they leave their place. The Istanbul "
                "Convention asks that they be gathered (Article 11), but also that personal data "
                "be protected (Article 65) [@coe-2011]. In a local scheme this "
                "means:</p><ul><li>only what will be used is gathered;</li><li>names stay with "
                "the case and do not enter tables;</li><li>small numbers are not published, "
                "because in a small quarter even a number has a face;</li><li>the survivor knows "
                "what is noted, and can say no without losing the service;</li><li>data are "
                "deleted when they are no longer needed.</li></ul>",
            ),
        ),
        (
            "callout",
            {
                "kind": "warning",
                "title": T("Asnjëherë në një tabelë të përbashkët", "Never in a shared table"),
                "text": T(
                    "<p>Emra, adresa, numra telefoni, vendndodhja e strehës, shkolla e fëmijëve. "
                    "Kush i kërkon këto për një raport, duhet të marrë përgjigjen “jo”, me "
                    "mirësjellje.</p>",
                    "<p>Names, addresses, telephone numbers, where the shelter is, the children’s "
                    "school. Whoever asks for these for a report should be told “no”, "
                    "politely.</p>",
                ),
            },
        ),
        ("heading", T("Nga raporti te vendimi", "From the report to the decision")),
        (
            "text",
            T(
                "<p>Raporti i monitorimit është i shkurtër dhe i përsërit pyetjet e skemës me "
                "radhë, që të mund të krahasohet me të mëparshmin. Për çdo pyetje ai thotë një "
                "nga tri gjërat: ecën, ka ngecur, nuk e dimë. Edhe “nuk e dimë” është përgjigje e "
                "ndershme, nëse pas saj vjen çfarë do të bëhet për ta ditur.^[Këto tri përgjigje "
                "janë propozimi ynë për një raport vendor; asnjë ligj nuk i kërkon.]</p><p>Në "
                "fund raporti shënon vendimet: çfarë ndryshon, kush përgjigjet, deri kur. Kështu "
                "mbyllet rrethi i kapitullit të mëparshëm: nga ajo që u ndoq, bashkia zgjedh "
                "sërish. Dhe ajo që mëson një bashki mund t’u vlejë edhe të tjerave.</p>",
                "<p>The monitoring report is short and repeats the questions of the scheme in "
                "their order, so that it can be compared with the one before. On each question it "
                "says one of three things: it moves, it is stuck, we do not know. “We do not "
                "know”, too, is an honest answer, if it is followed by what will be done in order "
                "to know.^[These three answers are our proposal for a local report; no law asks "
                "for them.]</p><p>At the end the report notes the decisions: what changes, who "
                "answers for it, by when. So the circle of the previous chapter closes: from what "
                "was followed, the municipality chooses again. And what one municipality learns "
                "may be of use to others.</p>",
            ),
        ),
    ],
    "internal_note": (
        "Nga burimet: projekti parashikon skemë monitorimi të përshtatur në nivel vendor, që "
        "mbulon pjesët kryesore të planit. Gjithçka tjetër është tekst demonstrativ; treguesit "
        "janë pyetje pa vlera. Nenet 11 dhe 65 të Konventës duhen kontrolluar nga një jurist ose "
        "juriste."
    ),
}
