"""Individual case plan with a multi-agency referral mechanism."""

from typing import Any

from knowledgebase.demo.content.models.notices import INTERNAL_NOTE, NOTICE_WITH_EXAMPLES
from portal.demo.words import T

CASE_PLAN: dict[str, Any] = {
    "title": T(
        "Plan individual me mekanizëm referimi", "Individual plan with a referral mechanism"
    ),
    "slug": T("plan-individual-me-mekanizem-referimi", "individual-plan-with-referral-mechanism"),
    "summary": T(
        "Një person i besuar, një plan i shkruar dhe një tryezë ku shërbimet vendosin së bashku: e"
        " mbijetuara nuk e tregon historinë e saj nga zyra në zyrë.",
        "One trusted person, one written plan and one table at which services decide together: a"
        " survivor does not have to tell her story from office to office.",
    ),
    "notice": NOTICE_WITH_EXAMPLES,
    "needs": [
        "housing",
        "employment",
        "psychosocial-support",
        "legal-help",
        "children",
        "economic-support",
    ],
    "aim": T(
        "<p>Çdo e mbijetuar që e dëshiron ka një plan të vetin, me hapa, afate dhe emra"
        " përgjegjësish, dhe shërbimet e mbajnë atë plan së bashku.</p>",
        "<p>Every survivor who wishes it has a plan of her own, with steps, dates and the names of"
        " those responsible, and the services keep to that plan together.</p>",
    ),
    "audience": T(
        "<p>Për gra që jetojnë me dhunuesin ose janë larguar prej tij, me ose pa urdhër "
        "mbrojtjeje, dhe"
        " për fëmijët e tyre. Sidomos kur duhen disa shërbime njëherësh.</p>",
        "<p>For women who live with the perpetrator or have left him, with or without a "
        "protection order,"
        " and for their children. Above all where several services are needed at once.</p>",
    ),
    "components": [
        (
            T("Vlerësimi i rrezikut dhe i nevojave", "Assessment of risk and needs"),
            T(
                "<p>Fillon me sigurinë dhe përsëritet sa herë ndryshon diçka. Pyetet e mbijetuara"
                " çfarë do ajo, dhe çfarë ka ndihmuar deri tani.</p>",
                "<p>It begins with safety and is repeated whenever something changes. The survivor"
                " is asked what she wants, and what has helped so far.</p>",
            ),
        ),
        (
            T("Plani individual", "The individual plan"),
            T(
                "<p>Pak objektiva me fjalët e saj; për secilin një hap, një afat dhe një përgjegjës"
                " ose përgjegjëse. Ajo mban një kopje vetëm nëse është e sigurt ta mbajë.</p>",
                "<p>A few objectives in her own words; for each a step, a date and somebody who"
                " answers for it. She keeps a copy only if it is safe for her to have one.</p>",
            ),
        ),
        (
            T("Menaxhimi i rastit", "Case management"),
            T(
                "<p>Një menaxhere ose menaxher rasti e shoqëron gjatë gjithë rrugës, kujton afatet"
                " dhe hap dyert që mbeten mbyllur.</p>",
                "<p>A case manager accompanies her all the way, watches the dates and opens doors"
                " that stay shut.</p>",
            ),
        ),
        (
            T("Tryeza ndërinstitucionale", "The multi-agency table"),
            T(
                "<p>Bashkia, policia, shëndetësia, drejtësia, arsimi, zyra e punës dhe organizatat"
                " takohen rregullisht, ndajnë vetëm çka duhet ditur dhe shënojnë çfarë u"
                " vendos.</p>",
                "<p>Municipality, police, health, justice, education, employment office and"
                " organisations meet regularly, share only what has to be known, and record what"
                " was decided.</p>",
            ),
        ),
    ],
    "delivery": T(
        "<p>Takimi i parë bëhet shpejt dhe në një vend të sigurt. Plani hartohet në dy ose tri"
        " takime dhe rishikohet me të mbijetuarën në afate që caktohen që në fillim. Tryeza"
        " ndërinstitucionale mblidhet sipas një kalendari, dhe jashtë tij kur rreziku"
        " rritet.</p><p>Sa zgjat shoqërimi varet nga objektivat e planit; studimi do të tregojë"
        " përvojat.</p>",
        "<p>The first meeting takes place soon and somewhere safe. The plan is drawn up in two or"
        " three meetings and reviewed with the survivor at intervals that are set from the start."
        " The multi-agency table meets by a calendar, and outside it when the risk rises.</p><p>How"
        " long somebody is accompanied depends on the objectives of the plan; the study will show"
        " what has been experienced.</p>",
    ),
    "staffing": [
        (
            T("Menaxhere ose menaxher rasti", "Case manager"),
            T(
                "Vlerëson, harton planin me të mbijetuarën, ndjek zbatimin.",
                "Assesses, draws up the plan with the survivor, follows it through.",
            ),
        ),
        (
            T("Koordinatore ose koordinator vendor", "Local coordinator"),
            T(
                "Thërret tryezën, mban procesverbalin, kujton detyrat.",
                "Convenes the table, keeps the minutes, reminds of what is due.",
            ),
        ),
        (
            T("Mbikëqyrje profesionale", "Professional supervision"),
            T(
                "Dikush nga jashtë, me të cilin ekipi flet për vendimet e vështira.",
                "Somebody from outside with whom the team talks over hard decisions.",
            ),
        ),
    ],
    "cost_note": T(
        "<p>Kryesisht kohë pune: menaxhimi i rastit, koordinimi dhe mbikëqyrja. Pak më tepër"
        " shpenzime për transport, përkthim dhe një dhomë ku mund të flitet pa u dëgjuar.</p>",
        "<p>Mostly working time: case management, coordination and supervision. Beside it, smaller"
        " costs of transport, interpreting and a room where one can speak without being"
        " overheard.</p>",
    ),
    "smallest_size": 1,
    "legal_basis": T(
        "<p>Ligji për masa ndaj dhunës në marrëdhëniet familjare [@law-9669-2006] rregullon"
        " urdhrat e mbrojtjes, masat paraprake të policisë dhe mekanizmin e koordinuar të "
        "referimit. Ligji për shërbimet e"
        " kujdesit shoqëror [@law-121-2016] u ngarkon bashkive vlerësimin e nevojave dhe ofrimin"
        " e shërbimeve. Konventa e Stambollit kërkon bashkëpunim ndërmjet institucioneve (neni 18)"
        " [@coe-2011].</p>",
        "<p>The law on measures against violence in family relations [@law-9669-2006] governs"
        " protection orders, the police’s preliminary measures and the coordinated referral"
        " mechanism. The law on social care services"
        " [@law-121-2016] charges municipalities with assessing needs and providing services. The"
        " Istanbul Convention asks for cooperation between institutions (Article 18)"
        " [@coe-2011].</p>",
    ),
    "used_in": [
        (
            T("Bashkitë e Shqipërisë", "Municipalities of Albania"),
            "AL",
            T("", ""),
            T(
                "<p>Mekanizmi i koordinuar i referimit është parashikuar me ligj; si punon në çdo"
                " bashki do ta tregojë studimi.</p>",
                "<p>The coordinated referral mechanism is provided for by law; how it works in each"
                " municipality the study will show.</p>",
            ),
        ),
        (
            T("Cardiff, Uells", "Cardiff, Wales"),
            "GB",
            T("që nga viti 2003", "since 2003"),
            T(
                "<p>Këtu filluan takimet ndërinstitucionale për vlerësimin e rrezikut (MARAC), të"
                " cilat u përhapën më pas në gjithë Mbretërinë e Bashkuar.</p>",
                "<p>Multi-agency risk assessment conferences (MARAC) began here and later spread"
                " across the United Kingdom.</p>",
            ),
        ),
    ],
    "partners": [
        (
            T("Policia dhe gjykata", "Police and court"),
            T(
                "Siguria, urdhrat e mbrojtjes dhe zbatimi i tyre.",
                "Safety, protection orders and their enforcement.",
            ),
        ),
        (
            T("Shërbimet shëndetësore", "Health services"),
            T(
                "Njohja e shenjave, kurimi, raporti mjekësor.",
                "Recognising the signs, treatment, the medical report.",
            ),
        ),
        (
            T("Arsimi dhe mbrojtja e fëmijëve", "Education and child protection"),
            T(
                "Vend në shkollë a kopsht dhe një i rritur që kujdeset për fëmijën.",
                "A place in school or nursery, and an adult who looks out for the child.",
            ),
        ),
        (
            T("Organizatat e shoqërisë civile", "Civil-society organisations"),
            T(
                "Këshillim, strehim, ndihmë juridike falas, besim.",
                "Counselling, shelter, free legal aid, trust.",
            ),
        ),
    ],
    "steps": [
        (
            T("Shikoni çfarë keni", "See what you have"),
            T(
                "<p>Lista e shërbimeve me emër, numër dhe orar; kush mungon në tryezë?</p>",
                "<p>A list of services with name, number and hours; who is missing from the"
                " table?</p>",
            ),
        ),
        (
            T("Nënshkruani marrëveshjen", "Sign the agreement"),
            T(
                "<p>Kush merr pjesë, çfarë ndahet dhe çfarë jo, brenda çfarë afati përgjigjet"
                " secili.</p>",
                "<p>Who takes part, what is shared and what is not, within what time each of them"
                " answers.</p>",
            ),
        ),
        (
            T("Caktoni njerëzit", "Name the people"),
            T(
                "<p>Një menaxhere ose menaxher rasti dhe një zëvendës, me kohë të shkruar në"
                " detyrë.</p>",
                "<p>A case manager and a deputy, with the time for it written into their"
                " duties.</p>",
            ),
        ),
        (
            T("Provoni formularët", "Try out the forms"),
            T(
                '<p>Filloni me <a linktype="page" id="{resource_individual_plan}">modelin e planit'
                " individual</a> dhe përshtateni me të parat që e përdorin.</p>",
                '<p>Begin with the <a linktype="page" id="{resource_individual_plan}">form for an'
                " individual plan</a> and adapt it with the first who use it.</p>",
            ),
        ),
        (
            T("Shikojeni pas gjashtë muajsh", "Look at it after six months"),
            T(
                "<p>Cilët hapa u bënë, cilët jo dhe çfarë thonë të mbijetuarat.</p>",
                "<p>Which steps were taken, which were not, and what survivors say.</p>",
            ),
        ),
    ],
    "risks": [
        (
            T(
                "Informacioni arrin te dhunuesi.",
                "Information reaches the perpetrator.",
            ),
            T(
                "Ndahet vetëm çka duhet, me pëlqimin e saj; adresa nuk shkruhet në procesverbal;"
                " telefonohet vetëm në mënyrën që ka caktuar ajo.",
                "Only what is needed is shared, with her consent; addresses are kept out of"
                " minutes; calls are made only in the way that she has chosen.",
            ),
        ),
        (
            T(
                "Plani bëhet i institucionit, jo i saj.",
                "The plan becomes the institution’s instead of hers.",
            ),
            T(
                "Objektivat shkruhen me fjalët e saj; ajo mund ta ndryshojë ose ta ndalë planin pa"
                " humbur mbështetjen.",
                "Objectives are written in her words; she can change or stop the plan without"
                " losing support.",
            ),
        ),
        (
            T(
                "Përgjegjësia humbet mes shumë zyrave.",
                "Responsibility is lost among many offices.",
            ),
            T(
                "Për çdo hap një emër i vetëm; tryeza fillon gjithmonë me detyrat e herës së"
                " kaluar.",
                "One single name for each step; the table always begins with the tasks of the last"
                " time.",
            ),
        ),
        (
            T("Ekipi lodhet dhe largohet.", "The team tires and leaves."),
            T(
                "Numër i kufizuar personash për çdo menaxher ose menaxhere, mbikëqyrje e rregullt,"
                " zëvendësim.",
                "A limit on how many people one manager accompanies, regular supervision, a"
                " deputy.",
            ),
        ),
    ],
    "conditions": [
        (
            T(
                "A ka bashkia një menaxhere ose menaxher rasti me kohë të caktuar për këtë punë?",
                "Does the municipality have a case manager with time set aside for this work?",
            ),
            "essential",
            T(
                "Filloni me një post të përbashkët me bashkinë fqinje ose me një organizatë.",
                "Begin with a post shared with a neighbouring municipality or with an"
                " organisation.",
            ),
        ),
        (
            T(
                "A mblidhet rregullisht mekanizmi i koordinuar i referimit?",
                "Does the coordinated referral mechanism meet regularly?",
            ),
            "essential",
            T(
                "Caktoni një ditë të përmuajshme dhe një person që thërret mbledhjen.",
                "Set a day each month and a person who calls the meeting.",
            ),
        ),
        (
            T(
                "A ka një vend të sigurt ku e mbijetuara mund të flasë?",
                "Is there a safe place where a survivor can speak?",
            ),
            "essential",
            T(
                "Mjafton një dhomë me derë të mbyllur, larg sportelit, edhe në ambientet e një"
                " partneri.",
                "A room with a closed door, away from the counter, is enough, even on a partner’s"
                " premises.",
            ),
        ),
        (
            T(
                "A ka një marrëveshje të shkruar për ndarjen e të dhënave?",
                "Is there a written agreement on sharing data?",
            ),
            "essential",
            T(
                "Hartojeni para rastit të parë; protokolli i referimit te burimet jep një fillim.",
                "Draw it up before the first person is referred; the referral protocol among the"
                " resources gives a start.",
            ),
        ),
        (
            T(
                "A mund të arrihen shërbimet me transport nga fshatrat?",
                "Can services be reached by transport from the villages?",
            ),
            "helpful",
            T(
                "Parashikoni pagesën e udhëtimit ose një ditë pritjeje në njësinë administrative.",
                "Plan to pay for travel, or hold a day of reception in the administrative unit.",
            ),
        ),
        (
            T(
                "A ka ekipi mbikëqyrje profesionale?",
                "Does the team have professional supervision?",
            ),
            "helpful",
            T(
                "Kërkojeni në rrjetet e organizatave; mund të bëhet edhe në distancë.",
                "Ask in the networks of organisations; it can also be done at a distance.",
            ),
        ),
    ],
    "ratings": {
        "cost": 2,
        "impact": 2,
        "effect_strength": 3,
        "mechanism_strength": 4,
        "moderators_strength": 2,
        "implementation_strength": 5,
        "economics_strength": 1,
    },
    "evidence": {
        "effect": T(
            "<p>Studimi do të thotë nëse të mbijetuarat me plan individual arrijnë më shpesh çka"
            " kanë vënë si synim dhe jetojnë më të sigurta. Korniza e pesë pyetjeve vjen nga"
            " [@johnson-2015].</p>",
            "<p>The study will say whether survivors with an individual plan more often reach what"
            " they set out to reach, and live more safely. The frame of five questions comes from"
            " [@johnson-2015].</p>",
        ),
        "mechanism": T(
            "<p>Mendohet se ndihmon sepse përgjegjësia ka emër, e mbijetuara vendos vetë dhe"
            " shërbimet nuk e dërgojnë nga njëra te tjetra. Studimi do ta shqyrtojë.</p>",
            "<p>It is thought to help because responsibility has a name, the survivor decides for"
            " herself and services do not send her from one to the next. The study will examine"
            " this.</p>",
        ),
        "moderators": T(
            "<p>Studimi do të pyesë nëse ndihmon njësoj në fshat e në qytet, me fëmijë a pa fëmijë,"
            " për gratë rome dhe egjiptiane dhe për gratë me aftësi të kufizuara.</p>",
            "<p>The study will ask whether it helps alike in village and town, with children or"
            " without, for Roma and Egyptian women and for women with disabilities.</p>",
        ),
        "implementation": T(
            "<p>Studimi do të përshkruajë çfarë u desh në Tiranë, Elbasan dhe Vlorë që tryeza të"
            " mblidhet dhe vendimet të zbatohen.</p>",
            "<p>The study will describe what it took in Tirana, Elbasan and Vlora for the table to"
            " meet and for its decisions to be carried out.</p>",
        ),
        "economics": T(
            "<p>Ende nuk ka llogaritje. Vlerësimi i kostos ndjek mënyrën e paketës së Education"
            " Endowment Foundation [@eef-toolkit].</p>",
            "<p>There is no calculation yet. The cost is rated in the manner of the toolkit of the"
            " Education Endowment Foundation [@eef-toolkit].</p>",
        ),
    },
    "links": [
        "chapter_meaning",
        "chapter_choosing",
        "chapter_following",
        "resource_individual_plan",
        "resource_case_meeting",
        "resource_referral_protocol",
        "resource_monitoring_sheet",
        "project_models",
    ],
    "internal_note": INTERNAL_NOTE,
}
