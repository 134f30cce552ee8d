"""Supported employment with employers."""

from typing import Any

from knowledgebase.demo.content.models.notices import INTERNAL_NOTE, NOTICE
from portal.demo.words import T

SUPPORTED_EMPLOYMENT: dict[str, Any] = {
    "title": T("Punësim i mbështetur me punëdhënës", "Supported employment with employers"),
    "slug": T("punesim-i-mbeshtetur", "supported-employment"),
    "summary": T(
        "Së pari një punë e vërtetë, pastaj mbështetja në vend: një këshilltare ose këshilltar"
        " punësimi kërkon së bashku me të mbijetuarën dhe qëndron pranë edhe pas ditës së parë.",
        "A real job first, then support on the spot: an employment adviser looks for work together"
        " with the survivor and stays at hand after the first day too.",
    ),
    "notice": NOTICE,
    "needs": ["employment", "economic-support", "psychosocial-support"],
    "aim": T(
        "<p>E mbijetuara gjen dhe mban një punë me pagë e kontratë, sipas dëshirës dhe aftësive të"
        " saj, pa pritur vite përgatitjeje.</p>",
        "<p>The survivor finds and keeps paid work with a contract, by her own wishes and skills,"
        " without waiting through years of preparation.</p>",
    ),
    "audience": T(
        "<p>Për gra që duan të punojnë tani. Nuk kërkohet diplomë, as përvojë e mëparshme; kërkohet"
        " që vajtja në punë të jetë e sigurt.</p>",
        "<p>For women who want to work now. No diploma and no earlier experience is asked for; what"
        " is asked is that going to work is safe.</p>",
    ),
    "components": [
        (
            T("Profili i saj", "Her profile"),
            T(
                "<p>Çfarë di, çfarë do, cilat orare dhe cilat vende janë të mundshme e të sigurta."
                " Edhe puna në shtëpi e pa pagë numërohet si përvojë.</p>",
                "<p>What she can do, what she wants, which hours and which places are possible and"
                " safe. Unpaid work at home counts as experience too.</p>",
            ),
        ),
        (
            T("Rrjeti i punëdhënësve", "A network of employers"),
            T(
                "<p>Këshilltarja ose këshilltari viziton ndërmarrjet para se të ketë dikë për të"
                " propozuar, dhe mëson çfarë u duhet vërtet.</p>",
                "<p>The adviser visits businesses before there is anybody to propose, and learns"
                " what they really need.</p>",
            ),
        ),
        (
            T("Kërkimi i shpejtë", "A quick search"),
            T(
                "<p>Aplikimet fillojnë brenda pak javësh. Trajnimi vjen kur e kërkon puna, jo si"
                " kusht për të filluar.</p>",
                "<p>Applications begin within a few weeks. Training comes when the job asks for it"
                " and not as a condition to begin.</p>",
            ),
        ),
        (
            T("Mbështetja në punë", "Support at work"),
            T(
                "<p>Biseda të rregullta me të mbijetuarën dhe, nëse ajo do, me punëdhënësin: orari,"
                " rruga, keqkuptimet e para.</p>",
                "<p>Regular talks with the survivor and, if she wishes, with the employer: hours,"
                " the way to work, the first misunderstandings.</p>",
            ),
        ),
    ],
    "delivery": T(
        "<p>Këshilltarja ose këshilltari punon më shumë jashtë zyrës se brenda saj dhe shoqëron pak"
        " persona njëherësh. Menaxhimi i rastit vazhdon përkrah. Punëdhënësi mëson për dhunën vetëm"
        " nëse e mbijetuara e vendos vetë.</p><p>Shoqërimi nuk ka afat të njëjtë për të gjitha; ai"
        " pakësohet kur puna qëndron.</p>",
        "<p>The adviser works more outside the office than in it, and accompanies few people at a"
        " time. Case management goes on beside it. The employer learns of the violence only if the"
        " survivor herself decides so.</p><p>There is no single length of time for everybody;"
        " support grows less as the job holds.</p>",
    ),
    "staffing": [
        (
            T("Këshilltare ose këshilltar punësimi", "Employment adviser"),
            T(
                "Kërkon vende pune, përgatit, shoqëron, flet me punëdhënësit.",
                "Looks for jobs, prepares, accompanies, talks with employers.",
            ),
        ),
        (
            T("Menaxhere ose menaxher rasti", "Case manager"),
            T(
                "Mban planin e sigurisë dhe lidhjen me shërbimet e tjera.",
                "Keeps the safety plan and the link with other services.",
            ),
        ),
    ],
    "cost_note": T(
        "<p>Paga e këshilltares ose këshilltarit dhe udhëtimet. Për fillimin e punës: transport,"
        " veshje, dokumente, ndonjëherë kujdesi për fëmijët në javët e para.</p>",
        "<p>The adviser’s pay and travel. For the start of work: transport, clothing, documents,"
        " sometimes childcare in the first weeks.</p>",
    ),
    "smallest_size": 2,
    "legal_basis": T(
        "<p>Ligji për nxitjen e punësimit [@law-15-2019] rregullon shërbimet dhe programet e"
        " punësimit që ofrohen nga zyrat e punës. Konventa e Stambollit përmend ndihmën për të"
        " gjetur punë ndër shërbimet e përgjithshme mbështetëse (neni 20)"
        " [@coe-2011].</p>",
        "<p>The law on employment promotion [@law-15-2019] governs the employment services and"
        " programmes that employment offices provide. The Istanbul Convention names help in finding"
        " employment among general support services (Article 20) [@coe-2011].</p>",
    ),
    "used_in": [
        (
            T("New Hampshire", "New Hampshire"),
            "US",
            T("vitet 1990", "1990s"),
            T(
                "<p>Këtu u zhvillua fillimisht modeli “vendosje dhe mbështetje individuale” (IPS),"
                " për persona me probleme të rënda të shëndetit mendor. Se çfarë vlen prej tij për"
                " të mbijetuarat e dhunës, mbetet për t’u shqyrtuar.</p>",
                "<p>The model known as individual placement and support (IPS) was first developed"
                " here, for people with severe mental health problems. What of it holds for"
                " survivors of violence remains to be examined.</p>",
            ),
        ),
        (
            T("Anglia", "England"),
            "GB",
            "",
            T(
                "<p>I njëjti model është pjesë e shërbimeve publike të shëndetit mendor.</p>",
                "<p>The same model is part of the public mental health services.</p>",
            ),
        ),
    ],
    "partners": [
        (
            T("Punëdhënës", "Employers"),
            T(
                "Vende të vërteta pune dhe një person kontakti.",
                "Real jobs and a person to turn to.",
            ),
        ),
        (
            T("Zyra e punës", "Employment office"),
            T(
                "Njoftimet për vende të lira dhe programet e nxitjes.",
                "Notices of vacancies and the promotion programmes.",
            ),
        ),
        (
            T(
                "Dhomat e tregtisë, shoqatat e bizneseve",
                "Chambers of commerce, business associations",
            ),
            T("Dera e parë te ndërmarrjet.", "The first door to businesses."),
        ),
        (
            T("Kopshte e çerdhe", "Nurseries and kindergartens"),
            T("Vende në orare që puna i kërkon.", "Places at the hours that work demands."),
        ),
    ],
    "steps": [
        (
            T("Vizitoni dhjetë punëdhënës", "Visit ten employers"),
            T(
                '<p>Pa kërkuar asgjë: pyesni çfarë u mungon. <a linktype="page"'
                ' id="{resource_employers_guide}">Udhëzuesi për bisedat</a> ju ndihmon.</p>',
                "<p>Without asking for anything: find out what they are short of. The <a"
                ' linktype="page" id="{resource_employers_guide}">guide to talks with employers</a>'
                " helps.</p>",
            ),
        ),
        (
            T("Caktoni këshilltaren ose këshilltarin", "Name the adviser"),
            T(
                "<p>Me kohë të plotë për këtë punë, jo si detyrë shtesë.</p>",
                "<p>With full time for this work, not as an additional task.</p>",
            ),
        ),
        (
            T("Bëni planin e sigurisë për punën", "Make the safety plan for work"),
            T(
                "<p>Rruga, orari, kush mund të telefonojë, çfarë bëhet nëse vjen ai.</p>",
                "<p>The way there, the hours, who may telephone, what happens if he appears.</p>",
            ),
        ),
        (
            T("Filloni me pak", "Begin with few"),
            T(
                "<p>Tre deri në pesë gra në fillim; të gjithë mësojnë më shpejt.</p>",
                "<p>Three to five women at first; everybody learns faster.</p>",
            ),
        ),
        (
            T("Qëndroni pranë", "Stay at hand"),
            T(
                "<p>Bisedë pas javës së parë, muajit të parë dhe sa herë kërkohet.</p>",
                "<p>A talk after the first week, the first month, and whenever it is asked"
                " for.</p>",
            ),
        ),
    ],
    "risks": [
        (
            T(
                "Dhunuesi e gjen te puna.",
                "The perpetrator finds her at work.",
            ),
            T(
                "Plan sigurie para ditës së parë; orare dhe hyrje që mund të ndryshojnë; njoftim i"
                " policisë nëse shkelet urdhri i mbrojtjes.",
                "A safety plan before the first day; hours and entrances that can change; word to"
                " the police if a protection order is breached.",
            ),
        ),
        (
            T("Punëdhënësi mëson më shumë se ç’duhet.", "The employer learns more than is needed."),
            T(
                "Asgjë nuk thuhet pa pëlqimin e saj; flitet për aftësitë, jo për historinë.",
                "Nothing is said without her consent; the talk is of skills, not of her history.",
            ),
        ),
        (
            T("Punë e keqe vetëm për statistikë.", "A bad job for the sake of the figures."),
            T(
                "Kontratë, pagë e ligjshme dhe dëshira e saj janë kusht; një “jo” e saj nuk"
                " ndëshkohet.",
                "A contract, lawful pay and her own wish are conditions; her “no” is never held"
                " against her.",
            ),
        ),
        (
            T(
                "Paga i humbet ndihmën para se të mjaftojë.",
                "Pay ends her benefits before it is enough.",
            ),
            T(
                "Llogaritni bashkë çfarë ndryshon, para se të nënshkruhet kontrata.",
                "Work out together what changes, before the contract is signed.",
            ),
        ),
    ],
    "conditions": [
        (
            T(
                "A ka në zonë punëdhënës që marrin njerëz në punë me kontratë?",
                "Are there employers in the area who hire people with a contract?",
            ),
            "essential",
            T(
                "Zgjeroni zonën e kërkimit ose shikoni modelin e ndërmarrjes sociale.",
                "Widen the area of the search, or look at the model of the social enterprise.",
            ),
        ),
        (
            T(
                "A mund të punojë dikush vetëm si këshilltare ose këshilltar punësimi?",
                "Can somebody work as employment adviser and nothing else?",
            ),
            "essential",
            T(
                "Ndajeni postin me një bashki tjetër ose me zyrën e punës.",
                "Share the post with another municipality or with the employment office.",
            ),
        ),
        (
            T(
                "A bëhet për secilën një plan sigurie para se të fillojë punën?",
                "Is a safety plan made for each woman before she starts work?",
            ),
            "essential",
            T(
                "Lidheni modelin me menaxhimin e rastit; pa të mos e filloni.",
                "Tie the model to case management; do not begin without it.",
            ),
        ),
        (
            T("A bashkëpunon zyra e punës?", "Does the employment office cooperate?"),
            "helpful",
            T(
                "Propozoni një person kontakti dhe një takim në muaj.",
                "Propose a contact person and one meeting a month.",
            ),
        ),
        (
            T(
                "A ka kujdes për fëmijët në orarin e punës?",
                "Is there childcare during working hours?",
            ),
            "helpful",
            T(
                "Kërkoni përparësi në kopshtet e bashkisë ose kombinojeni me modelin e formimit me"
                " kujdes për fëmijët.",
                "Ask for priority in municipal kindergartens, or combine with the model of training"
                " with childcare.",
            ),
        ),
        (
            T(
                "A ka transport publik në orarin kur fillon dhe mbaron puna?",
                "Is there public transport at the hours when work begins and ends?",
            ),
            "helpful",
            T(
                "Flisni me punëdhënësin për orarin ose paguani udhëtimin në muajt e parë.",
                "Talk with the employer about hours, or pay for travel in the first months.",
            ),
        ),
    ],
    "evidence": {
        "effect": T(
            "<p>Studimi do të thotë sa të mbijetuara gjejnë punë, sa e mbajnë dhe nëse jetojnë më"
            " të sigurta. Përvojat nga grupe të tjera nuk i zbatojmë pa i shqyrtuar.</p>",
            "<p>The study will say how many survivors find work, how many keep it, and whether they"
            " live more safely. What was learned with other groups we do not apply unexamined.</p>",
        ),
        "mechanism": T(
            "<p>Mendohet se të ardhurat e veta dhe njerëzit e rinj rreth saj e bëjnë më të lehtë të"
            " jetosh larg dhunuesit. Studimi do ta shqyrtojë.</p>",
            "<p>Income of her own and new people around her are thought to make it easier to live"
            " away from the perpetrator. The study will examine this.</p>",
        ),
        "moderators": T(
            "<p>Studimi do të pyesë sa varet nga tregu vendor i punës, nga fëmijët e vegjël, nga"
            " arsimi dhe nga rruga.</p>",
            "<p>The study will ask how much depends on the local labour market, on small children,"
            " on schooling and on the way to work.</p>",
        ),
        "implementation": T(
            "<p>Studimi do të përshkruajë çfarë u duhet këshilltarëve dhe këshilltareve, dhe si u"
            " flitet punëdhënësve.</p>",
            "<p>The study will describe what advisers need, and how employers are spoken to.</p>",
        ),
        "economics": T(
            "<p>Ende nuk ka llogaritje për Shqipërinë. Studimi do të thotë çfarë mund të"
            " krahasohet.</p>",
            "<p>There is no calculation for Albania yet. The study will say what can be"
            " compared.</p>",
        ),
    },
    "links": [
        "chapter_meaning",
        "chapter_choosing",
        "resource_employers_guide",
        "resource_individual_plan",
        "project_models",
    ],
    "internal_note": INTERNAL_NOTE,
}
