"""Chapter 2: what socio-economic integration means, need by need."""

from typing import Any

from knowledgebase.demo.content.notes import NOTICE
from portal.demo.words import T

CHAPTER_MEANING: dict[str, Any] = {
    "title": T(
        "Çfarë do të thotë integrim socio-ekonomik", "What socio-economic integration means"
    ),
    "slug": T("cfare-do-te-thote-integrim", "what-integration-means"),
    "summary": T(
        "Një përkufizim për punën e përditshme dhe gjashtë nevojat që ai përfshin: banesa, puna, "
        "mbështetja psikosociale, drejtësia, fëmijët dhe të ardhurat.",
        "A definition for daily work, and the six needs that it includes: home, work, "
        "psychosocial support, justice, children and income.",
    ),
    "notice": NOTICE,
    "body": [
        ("heading", T("Një përkufizim që mund të përdoret", "A definition that can be used")),
        (
            "text",
            T(
                "<p>Me integrim socio-ekonomik kuptojmë rrugën në fund të së cilës një e "
                "mbijetuar jeton e sigurt, me mjetet e veta dhe me të tjerë rreth saj. "
                "Përkufizimi ka tri pjesë, dhe asnjëra nuk e zëvendëson tjetrën. <b>E sigurt</b> "
                "do të thotë se rreziku është vlerësuar dhe vlerësohet sërish sa herë që ndryshon "
                "diçka. <b>Me mjetet e veta</b> do të thotë se ka të ardhura dhe një banesë që "
                "nuk varen nga dhunuesi. <b>Me të tjerë rreth saj</b> do të thotë se ka njerëz, "
                "shkollë, punë dhe shërbime ku mund të drejtohet.</p><p>Fjala <i>ri-integrim</i> "
                "përdoret shpesh me të njëjtin kuptim. Ne parapëlqejmë <i>integrim</i>, sepse "
                "qëllimi nuk është kthimi te jeta e mëparshme, por një jetë tjetër, të cilën e "
                "zgjedh vetë personi.^[Në dokumentet e bashkive gjenden të dy fjalët; në këtë "
                "studim ato nuk dallohen.]</p>",
                "<p>By socio-economic integration we mean the way at the end of which a survivor "
                "lives safely, by her own means and with others around her. The definition has "
                "three parts, and none replaces another. <b>Safely</b> means that the danger has "
                "been assessed, and is assessed again whenever something changes. <b>By her own "
                "means</b> means that there is an income and a home that do not depend on the "
                "perpetrator. <b>With others around her</b> means that there are people, a "
                "school, work and services that she can turn to.</p><p>The word "
                "<i>reintegration</i> is often used in the same sense. We prefer "
                "<i>integration</i>, because the aim is not a return to the earlier life but "
                "another life, which the person chooses herself.^[Both words are found in "
                "documents of municipalities; this study makes no difference between them.]</p>",
            ),
        ),
        ("heading", T("Gjashtë nevoja që vijnë bashkë", "Six needs that come together")),
        (
            "text",
            T(
                "<p>Për t’i krahasuar modelet, i rendisim sipas nevojave që plotësojnë. Shumica e "
                "modeleve plotësojnë më shumë se një nevojë; asnjë model nuk i plotëson të "
                "gjitha.</p>",
                "<p>To compare models, we order them by the needs that they answer. Most models "
                "answer more than one need; no model answers them all.</p>",
            ),
        ),
        ("subheading", T("Banesa", "Home")),
        (
            "text",
            T(
                "<p>Streha emergjente është përgjigje për disa javë ose muaj. Pas saj duhet një "
                "vend ku mund të qëndrohet: banesë kalimtare, mbështetje për qiranë, banesë "
                "sociale. Programet i rregullon ligji për strehimin social [@law-22-2018]; "
                "bashkia duhet të dijë cilat prej tyre ka vërtet dhe sa zgjat pritja.</p>",
                "<p>An emergency shelter is an answer for some weeks or months. After it a place "
                "is needed where one can stay: transitional housing, support with the rent, "
                "social housing. The programmes are regulated by the law on social housing "
                "[@law-22-2018]; a municipality must know which of them it really has, and how "
                "long the wait is.</p>",
            ),
        ),
        ("subheading", T("Puna dhe formimi", "Work and training")),
        (
            "text",
            T(
                "<p>Puna jep të ardhura, por edhe një ritëm, njerëz dhe një emër tjetër nga ai i "
                "“rastit”. Ajo duhet të jetë e arritshme: me orar që përputhet me kujdesin për "
                "fëmijët, me rrugë që nuk kalon pranë rrezikut, me një punëdhënës që di të ruajë "
                "fshehtësinë. Shërbimet e punësimit dhe programet e nxitjes kanë ligjin e tyre "
                "[@law-15-2019].</p>",
                "<p>Work gives an income, but also a rhythm, people, and another name than that "
                "of “the case”. It has to be within reach: with hours that fit the care of "
                "children, with a way there that does not pass by the danger, with an employer "
                "who knows how to keep confidence. Employment services and promotion programmes "
                "have a law of their own [@law-15-2019].</p>",
            ),
        ),
        ("subheading", T("Mbështetja psikosociale", "Psychosocial support")),
        (
            "text",
            T(
                "<p>Këshillimi nuk është një kusht që duhet përmbushur para se të flitet për punë "
                "ose banesë. Ai ecën krah tyre, me ritmin e personit, dhe mund të ndalet e të "
                "rifillojë.</p>",
                "<p>Counselling is not a condition to be fulfilled before work or a home can be "
                "spoken of. It goes alongside them, at the person’s pace, and may stop and begin "
                "again.</p>",
            ),
        ),
        ("subheading", T("Drejtësia", "Justice")),
        (
            "text",
            T(
                "<p>Urdhri i mbrojtjes është vetëm një nga çështjet. Divorci, kujdestaria, "
                "detyrimi "
                "ushqimor, pasuria dhe dokumentet zgjasin më shumë se qëndrimi në strehëz, dhe "
                "secila mund ta ndalë një plan. E mbijetuara ka të drejtë për ndihmë juridike "
                "falas, parësore dhe dytësore [@law-111-2017].</p>",
                "<p>The protection order is only one of the matters. Divorce, custody, "
                "maintenance, property and documents take longer than a stay in a shelter, and "
                "each can halt a plan. Survivors have a right to free legal aid, primary and "
                "secondary [@law-111-2017].</p>",
            ),
        ),
        ("subheading", T("Fëmijët", "Children")),
        (
            "text",
            T(
                "<p>Fëmijët nuk janë shtojcë e planit të nënës. Ata kanë nevojat e tyre: shkollë "
                "pa ndërprerje, një vend për të luajtur, dikë që i dëgjon. Njëkohësisht, pa "
                "çerdhe ose kopsht nuk ka as formim, as punë.</p>",
                "<p>Children are not an appendix to their mother’s plan. They have needs of their "
                "own: school without interruption, a place to play, somebody who listens. At the "
                "same time, without a nursery or kindergarten there is neither training nor "
                "work.</p>",
            ),
        ),
        ("subheading", T("Të ardhurat", "Income")),
        (
            "text",
            T(
                "<p>Ndihma ekonomike jep kohë: kohë për të mësuar një zanat, për të kërkuar punë "
                "pa pranuar të parën që del, për të mos u kthyer nga halli. Ajo duhet lidhur me "
                "planin individual, që të mos mbarojë pikërisht kur duhet më shumë.</p>",
                "<p>Economic aid gives time: time to learn a trade, to look for work without "
                "accepting the first that comes along, not to go back out of want. It has to be "
                "tied to the individual plan, so that it does not end just when it is needed "
                "most.</p>",
            ),
        ),
        ("heading", T("Si varen nevojat nga njëra-tjetra", "How the needs depend on one another")),
        (
            "table",
            {
                "caption": T(
                    "Gjashtë nevoja: pyetja e parë, kush mund të përgjigjet dhe çfarë mund ta "
                    "ndalë",
                    "Six needs: the first question, who can answer it, and what may halt it",
                ),
                "headers": [
                    T("Nevoja", "Need"),
                    T("Pyetja e parë", "The first question"),
                    T("Kush mund të përgjigjet", "Who can answer"),
                    T("Çfarë mund ta ndalë", "What may halt it"),
                ],
                "rows": [
                    [
                        T("Banesa", "Home"),
                        T("Ku do të banojë pas strehës?", "Where will she live after the shelter?"),
                        T("Zyra e strehimit e bashkisë", "The municipality’s housing office"),
                        T("Mungesa e të ardhurave për qiranë", "No income for the rent"),
                    ],
                    [
                        T("Puna dhe formimi", "Work and training"),
                        T(
                            "Çfarë di të bëjë dhe çfarë do të bëjë?",
                            "What can she do, and what does she want to do?",
                        ),
                        T("Zyra e punës, punëdhënësit", "The employment office, employers"),
                        T("Kujdesi për fëmijët dhe orari", "Child care and working hours"),
                    ],
                    [
                        T("Mbështetja psikosociale", "Psychosocial support"),
                        T(
                            "Me kë flet dhe me kë do të donte të fliste?",
                            "To whom does she talk, and to whom would she like to?",
                        ),
                        T("Psikologë dhe psikologe, OSHC", "Psychologists, CSOs"),
                        T("Rruga e gjatë deri te shërbimi", "The long way to the service"),
                    ],
                    [
                        T("Drejtësia", "Justice"),
                        T(
                            "Cilat çështje janë të hapura dhe me çfarë afatesh?",
                            "Which matters are open, and with what deadlines?",
                        ),
                        T("Avokatë dhe avokate, ndihma juridike", "Lawyers, legal aid"),
                        T("Dokumente që i mban dhunuesi", "Documents that the perpetrator keeps"),
                    ],
                    [
                        T("Fëmijët", "Children"),
                        T(
                            "Çfarë u duhet këtë javë dhe këtë vit?",
                            "What do they need this week, and this year?",
                        ),
                        T(
                            "Shkolla, kopshti, mbrojtja e fëmijëve",
                            "School, kindergarten, child protection",
                        ),
                        T("Ndryshimi i shkollës dhe i lagjes", "A change of school and of quarter"),
                    ],
                    [
                        T("Të ardhurat", "Income"),
                        T(
                            "Me çfarë jetohet muajin tjetër?",
                            "What is there to live on next month?",
                        ),
                        T("Shërbimet sociale të bashkisë", "The municipality’s social services"),
                        T(
                            "Ndihma që mbaron para pagës së parë",
                            "Aid that ends before the first wage",
                        ),
                    ],
                ],
            },
        ),
        (
            "text",
            T(
                "<p>Kolona e fundit është arsyeja pse flasim për modele dhe jo për shërbime të "
                "veçuara: ajo që e ndal një nevojë shpesh gjendet te një nevojë tjetër. Një model "
                "i mirë e di këtë dhe e parashikon.</p>",
                "<p>The last column is the reason why we speak of models and not of single "
                "services: what halts one need is often found in another. A good model knows this "
                "and provides for it.</p>",
            ),
        ),
        ("heading", T("Kush vendos", "Who decides")),
        (
            "text",
            T(
                "<p>Radhën e nevojave e vendos e mbijetuara, bashkë me menaxheren ose menaxherin "
                "e rastit. Ajo që zyrës i duket hapi i parë mund të mos jetë i pari për të. Plani "
                "individual shënon se çfarë është kërkuar, çfarë është ofruar dhe çfarë nuk "
                "pranoi ajo; edhe një refuzim është vendim i saj dhe nuk e mbyll derën.</p>",
                "<p>The order of the needs is decided by the survivor, together with the case "
                "manager. What looks like the first step to an office may not be the first for "
                "her. The individual plan notes what was asked for, what was offered and what she "
                "did not accept; a refusal, too, is her decision, and closes no door.</p>",
            ),
        ),
        (
            "callout",
            {
                "kind": "info",
                "title": T("Një provë e thjeshtë", "A simple test"),
                "text": T(
                    "<p>Lexoni një plan individual dhe pyesni: për secilën nga gjashtë nevojat, a "
                    "thotë plani kush bën çfarë dhe deri kur? Ku përgjigjja është “jo”, ose nuk "
                    "ka nevojë, ose ka një boshllëk. Të dyja duhen shkruar.</p>",
                    "<p>Read an individual plan and ask: for each of the six needs, does the plan "
                    "say who does what, and by when? Where the answer is “no”, there is either no "
                    "need or a gap. Both should be written down.</p>",
                ),
            },
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ. Gjashtë nevojat janë ato të filtrave të modeleve. Kolona e fundit e "
        "tabelës është arsyetim i përgjithshëm: studimi duhet t’i konfirmojë ose t’i ndryshojë."
    ),
}
