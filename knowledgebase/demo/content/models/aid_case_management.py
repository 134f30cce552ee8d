"""Economic aid combined with case management."""

from typing import Any

from knowledgebase.demo.content.models.notices import INTERNAL_NOTE, NOTICE
from portal.demo.words import T

AID_CASE_MANAGEMENT: dict[str, Any] = {
    "title": T("Ndihmë ekonomike me menaxhim rasti", "Economic aid with case management"),
    "slug": T("ndihme-ekonomike-me-menaxhim-rasti", "economic-aid-with-case-management"),
    "summary": T(
        "Para për muajt e vështirë, bashkë me dikë që ndihmon të hapen rrugët e tjera:"
        " dokumentet, banesa, puna, shkolla e fëmijëve.",
        "Money for the hard months, together with somebody who helps to open the other"
        " ways: papers, home, work, the children’s school.",
    ),
    "notice": NOTICE,
    "needs": ["economic-support", "housing", "children", "legal-help"],
    "aim": T(
        "<p>Askush nuk detyrohet të kthehet te dhunuesi nga mungesa e parave, dhe ndihma e sotme"
        " çon drejt të ardhurave të veta.</p>",
        "<p>Nobody is forced to return to the perpetrator for lack of money, and today’s aid leads"
        " towards an income of one’s own.</p>",
    ),
    "audience": T(
        "<p>Për gra pa të ardhura të mjaftueshme që po largohen nga dhunuesi ose sapo janë larguar,"
        " dhe për ato që kanë të drejtë për ndihmë e nuk e marrin.</p>",
        "<p>For women without enough income who are leaving the perpetrator or have just left "
        "him, and"
        " for those who are entitled to aid and do not receive it.</p>",
    ),
    "components": [
        (
            T("Ndihma sipas ligjit", "Aid by law"),
            T(
                "<p>Kontrollohet çfarë i takon dhe kërkesa plotësohet së bashku; llogaria bankare"
                " është e saj.</p>",
                "<p>What she is entitled to is checked and the application filled in together; the"
                " bank account is hers.</p>",
            ),
        ),
        (
            T("Fondi i shpejtë", "A quick fund"),
            T(
                "<p>Shuma të vogla për nevoja që nuk presin: bileta, ilaçe, dokumente, muaji i parë"
                " i qirasë.</p>",
                "<p>Small amounts for needs that cannot wait: tickets, medicine, papers, the first"
                " month’s rent.</p>",
            ),
        ),
        (
            T("Menaxhimi i rastit", "Case management"),
            T(
                "<p>Plani lidh ndihmën me strehimin, punën dhe fëmijët. Ndihma nuk varet nga"
                " zbatimi i planit.</p>",
                "<p>The plan links aid with housing, work and children. Aid does not depend on"
                " keeping to the plan.</p>",
            ),
        ),
        (
            T("Paratë nën kontrollin e saj", "Money under her control"),
            T(
                "<p>Borxhe në emrin e saj, llogari të përbashkëta, fjalëkalime: sqarohen një nga"
                " një, me ndihmë juridike. Fjalëkalimet ndërrohen sipas planit të sigurisë, sepse"
                " dhunuesi mund ta vërejë.</p>",
                "<p>Debts in her name, joint accounts, passwords: sorted out one by one, with legal"
                " aid. Passwords are changed as the safety plan says, because the perpetrator may"
                " notice.</p>",
            ),
        ),
    ],
    "delivery": T(
        "<p>Njësia e vlerësimit të nevojave dhe referimit pret, kontrollon të drejtat dhe hap"
        " kërkesën; menaxherja ose menaxheri i rastit shoqëron. Fondi i shpejtë vendoset me"
        " rregulla të shkurtra dhe pak nënshkrime, që të japë përgjigje brenda ditësh.</p><p>Sa"
        " zgjat varet nga të drejtat sipas ligjit dhe nga plani; nuk japim një numër që nuk e"
        " dimë.</p>",
        "<p>The needs assessment and referral unit receives, checks entitlements and opens the"
        " application; the case manager accompanies. The quick fund works by short rules and few"
        " signatures, so that it answers within days.</p><p>How long it lasts depends on"
        " entitlements by law and on the plan; we give no figure that we do not know.</p>",
    ),
    "staffing": [
        (
            T("Administratore ose administrator shoqëror", "Social administrator"),
            T("Kërkesat dhe të drejtat sipas ligjit.", "Applications and entitlements by law."),
        ),
        (
            T("Menaxhere ose menaxher rasti", "Case manager"),
            T(
                "Plani, shoqërimi, lidhja me shërbimet.",
                "The plan, accompaniment, the link with services.",
            ),
        ),
        (
            T("Përgjegjëse ose përgjegjës i fondit", "Keeper of the fund"),
            T("Pagesa të shpejta, llogari të qarta.", "Quick payments, clear accounts."),
        ),
    ],
    "cost_note": T(
        "<p>Ndihma sipas ligjit vjen nga buxheti i shtetit; bashkisë i mbeten fondi i shpejtë dhe"
        " koha e personelit. Fondi kërkon rregulla të shkruara dhe kontroll vjetor.</p>",
        "<p>Aid by law comes from the state budget; the quick fund and staff time fall to the"
        " municipality. The fund needs written rules and a yearly audit.</p>",
    ),
    "smallest_size": 1,
    "legal_basis": T(
        "<p>Ndihma ekonomike rregullohet me ligjin nr. 57/2019 “Për asistencën sociale në"
        " Republikën e Shqipërisë”. Ligji për shërbimet e kujdesit shoqëror [@law-121-2016]"
        " rregullon vlerësimin e nevojave në bashki; ligji për ndihmën juridike [@law-111-2017] i"
        " përfshin viktimat e dhunës në familje ndër ata që e marrin falas. Konventa e Stambollit"
        " përmend ndihmën financiare ndër shërbimet mbështetëse (neni 20)"
        " [@coe-2011].</p>",
        "<p>Economic aid is governed by law no. 57/2019 on social assistance in the Republic of"
        " Albania. The law on social care services [@law-121-2016] governs the assessment of"
        " needs in municipalities; the law on legal aid [@law-111-2017] counts victims of"
        " domestic violence among those who receive it free of charge. The Istanbul Convention"
        " names financial assistance among support services (Article 20)"
        " [@coe-2011].</p>",
    ),
    "used_in": [],
    "partners": [
        (
            T("Shërbimi social i bashkisë", "The municipality’s social service"),
            T("Kërkesat, të drejtat, fondi.", "Applications, entitlements, the fund."),
        ),
        (
            T("Qendrat e ndihmës juridike", "Legal aid centres"),
            T("Borxhet, detyrimi ushqimor, pasuria.", "Debts, maintenance for children, property."),
        ),
        (
            T("Bankat dhe zyrat postare", "Banks and post offices"),
            T("Llogari e sigurt në emrin e saj.", "A safe account in her name."),
        ),
        (
            T("Organizatat dhe donatorët", "Organisations and donors"),
            T("Plotësimi i fondit të shpejtë.", "Topping up the quick fund."),
        ),
    ],
    "steps": [
        (
            T("Shihni kush mbetet jashtë", "See who is left out"),
            T(
                "<p>Cilat gra kanë të drejtë për ndihmë dhe nuk e marrin? Pse?</p>",
                "<p>Which women are entitled to aid and do not receive it? Why?</p>",
            ),
        ),
        (
            T("Hapni fondin e shpejtë", "Open the quick fund"),
            T(
                "<p>Edhe me një shumë të vogël: rregulla në një faqe, dy nënshkrime, afat"
                " përgjigjeje.</p>",
                "<p>With a small sum, if need be: rules on one page, two signatures, a time limit"
                " for the answer.</p>",
            ),
        ),
        (
            T("Lidheni me planin", "Link it with the plan"),
            T(
                '<p>Çdo pagesë shënohet në <a linktype="page"'
                ' id="{resource_individual_plan}">planin individual</a>, me pëlqimin e saj.</p>',
                '<p>Each payment is noted in the <a linktype="page"'
                ' id="{resource_individual_plan}">individual plan</a>, with her consent.</p>',
            ),
        ),
        (
            T("Ndiqni dhe përshtatni", "Follow and adapt"),
            T(
                "<p>Çdo tre muaj: sa u kërkua, sa zgjati përgjigjja, kush u refuzua dhe pse."
                ' Përdorni <a linktype="page" id="{resource_monitoring_sheet}">fletën e'
                " monitorimit</a>.</p>",
                "<p>Every three months: what was asked for, how long the answer took, who was"
                ' refused and why. Use the <a linktype="page"'
                ' id="{resource_monitoring_sheet}">monitoring sheet</a>.</p>',
            ),
        ),
    ],
    "risks": [
        (
            T(
                "Paratë i merr dhunuesi.",
                "The perpetrator takes the money.",
            ),
            T(
                "Llogari vetëm e saj; pyetet si dhe kur është e sigurt pagesa; asnjë letër në"
                " adresën e përbashkët.",
                "An account of hers alone; she is asked how and when payment is safe; no letter to"
                " a shared address.",
            ),
        ),
        (
            T("Ndihma kthehet në mjet presioni.", "Aid turns into a means of pressure."),
            T(
                "Nuk kushtëzohet me divorc, padi ose pjesëmarrje; e drejta e ankesës shpjegohet me"
                " fjalë të thjeshta.",
                "It is not tied to divorce, a complaint or attendance; the right of appeal is"
                " explained in plain words.",
            ),
        ),
        (
            T("Radha në sportel e bën të dukshme.", "Queuing at a counter makes her visible."),
            T(
                "Pritje me orar, në dhomë të veçantë; një emër i zakonshëm për programin.",
                "Reception by appointment, in a separate room; an ordinary name for the programme.",
            ),
        ),
        (
            T("Ndihma mbaron papritur.", "Aid ends without warning."),
            T(
                "Data e mbarimit dihet që në fillim; plani fillon ta zëvendësojë tre muaj më parë.",
                "The end is known from the start; the plan begins to replace it three months"
                " before.",
            ),
        ),
    ],
    "conditions": [
        (
            T(
                "A kontrollon dikush në bashki çfarë i takon çdo të mbijetuare?",
                "Does somebody in the municipality check what each survivor is entitled to?",
            ),
            "essential",
            T(
                "Bëjeni këtë pjesë të vlerësimit të parë; kërkoni trajnim për administratorët dhe"
                " administratoret.",
                "Make it part of the first assessment; ask for training for social administrators.",
            ),
        ),
        (
            T(
                "A ka fond për pagesa brenda pak ditësh?",
                "Is there a fund for payments within a few days?",
            ),
            "essential",
            T(
                "Filloni me një organizatë që mund të paguajë menjëherë dhe t’i kërkojë bashkisë më"
                " pas.",
                "Begin with an organisation that can pay at once and claim from the municipality"
                " later.",
            ),
        ),
        (
            T("A ka bashkia menaxhim rasti?", "Does the municipality have case management?"),
            "essential",
            T(
                "Nisni nga modeli i planit individual me mekanizëm referimi.",
                "Start from the model of the individual plan with a referral mechanism.",
            ),
        ),
        (
            T(
                "A mund të merret ndihma në një llogari vetëm të saj?",
                "Can aid be paid into an account of hers alone?",
            ),
            "essential",
            T(
                "Flisni me bankën ose me postën për hapje llogarie me dokumente të pakta.",
                "Talk with the bank or post office about opening an account with few papers.",
            ),
        ),
        (
            T("A ka pranë ndihmë juridike falas?", "Is free legal aid near?"),
            "helpful",
            T(
                "Kërkoni pritje me telefon ose një ditë në muaj në bashki.",
                "Ask for advice by telephone, or one day a month at the municipality.",
            ),
        ),
        (
            T(
                "A i njeh Këshilli Bashkiak të mbijetuarat si grup me përparësi?",
                "Does the Municipal Council recognise survivors as a priority group?",
            ),
            "helpful",
            T(
                "Propozojeni bashkë me Planin Social Vendor të radhës.",
                "Propose it together with the next Local Social Plan.",
            ),
        ),
    ],
    "evidence": {
        "effect": T(
            "<p>Studimi do të thotë nëse ndihma me shoqërim e mban më të sigurt një grua se ndihma"
            " pa të.</p>",
            "<p>The study will say whether aid with accompaniment keeps a woman safer than aid"
            " without it.</p>",
        ),
        "mechanism": T(
            "<p>Mendohet se paratë blejnë kohë dhe shoqërimi e bën atë kohë të vlefshme. Studimi do"
            " ta shqyrtojë.</p>",
            "<p>Money is thought to buy time, and accompaniment to make that time count. The study"
            " will examine this.</p>",
        ),
        "moderators": T(
            "<p>Studimi do të pyesë për madhësinë e familjes, borxhet dhe largësinë nga zyrat.</p>",
            "<p>The study will ask about the size of the family, debts and distance from"
            " offices.</p>",
        ),
        "implementation": T(
            "<p>Studimi do të përshkruajë sa shpejt përgjigjen bashkitë dhe çfarë i vonon.</p>",
            "<p>The study will describe how quickly municipalities answer and what delays"
            " them.</p>",
        ),
        "economics": T(
            "<p>Ende nuk ka llogaritje. Studimi do t’i ndajë pagesat nga koha e personelit.</p>",
            "<p>There is no calculation yet. The study will keep payments apart from staff"
            " time.</p>",
        ),
    },
    "links": [
        "chapter_meaning",
        "chapter_choosing",
        "chapter_following",
        "resource_individual_plan",
        "resource_monitoring_sheet",
        "project_models",
    ],
    "internal_note": INTERNAL_NOTE,
}
