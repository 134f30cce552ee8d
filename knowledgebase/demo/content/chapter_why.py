"""Chapter 1: why integration is the long part of the way."""

from typing import Any

from knowledgebase.demo.content.notes import NOTICE
from portal.demo.words import T

CHAPTER_WHY: dict[str, Any] = {
    "title": T(
        "Pse integrimi është pjesa e gjatë e rrugës", "Why integration is the long part of the way"
    ),
    "slug": T("pse-integrimi-eshte-pjesa-e-gjate", "why-integration-is-the-long-part"),
    "summary": T(
        "Çfarë fillon kur mbaron ndihma emergjente, çfarë kërkojnë konventa dhe ligjet dhe pse "
        "një shërbim i vetëm nuk mjafton.",
        "What begins when emergency help ends, what the convention and the laws ask for, and why "
        "a single service is not enough.",
    ),
    "notice": NOTICE,
    "body": [
        ("heading", T("Dy kohë të ndryshme", "Two kinds of time")),
        (
            "text",
            T(
                "<p>Kur një e mbijetuar e dhunës me bazë gjinore kërkon ndihmë, koha matet me "
                "orë. Policia, mjekja ose mjeku, koordinatorja ose koordinatori vendor dhe "
                "gjykata duhet të veprojnë shpejt: të ulet rreziku, të gjendet një vend i "
                "sigurt, të kërkohet urdhri i mbrojtjes. Rreziku "
                "nuk mbaron kur ajo largohet; shpesh rritet. Për këtë kohë sistemi ka rregulla, "
                "formularë dhe afate.</p><p>Më pas nis një kohë tjetër, që matet me muaj e "
                "ndonjëherë me vite. Ku do të banohet kur të mbarojë qëndrimi në strehë? Me çfarë "
                "do të paguhet qiraja? Kush i merr fëmijët nga kopshti nëse turni i punës mbaron "
                "vonë? Kjo kohë ka më pak formularë dhe më shumë zyra, dhe pikërisht prandaj "
                "është e lehtë që dikush të humbasë midis tyre.</p>",
                "<p>When a survivor of gender-based violence asks for help, time is measured in "
                "hours. The police, the doctor, the local coordinator and the court have to act "
                "quickly: the risk must be reduced, a safe place found, a protection order "
                "requested. Leaving does not end the risk; often it rises. For this time the "
                "system has rules, forms and deadlines.</p><p>After "
                "it another time begins, which is measured in months and sometimes in years. "
                "Where will she live when the stay in the shelter ends? With what will the rent "
                "be paid? Who fetches the children from kindergarten if the shift ends late? This "
                "time has fewer forms and more offices, and for that very reason it is easy to "
                "get lost between them.</p>",
            ),
        ),
        (
            "figure",
            {
                "image": {
                    "image": "steps",
                    "alt_text": T(
                        "Katër shkallë që ngjiten nga e majta në të djathtë, secila me një rreth "
                        "sipër; në të fundit rrethi është i plotë.",
                        "Four steps that rise from left to right, each with a circle on it; on "
                        "the last one the circle is full.",
                    ),
                    "decorative": False,
                },
                "caption": T(
                    "Rruga nga ndihma emergjente te pavarësia: siguria, qëndrueshmëria, aftësitë "
                    "dhe puna, jeta me mjetet e veta. Askush nuk i ngjit shkallët me të njëjtin "
                    "hap, dhe ndonjëherë duhet zbritur një.",
                    "The way from emergency help to independence: safety, stability, skills and "
                    "work, life by one’s own means. Nobody climbs the steps at the same pace, and "
                    "sometimes one has to be taken back.",
                ),
            },
        ),
        ("heading", T("Çfarë rrezikon të mbetet pa u bërë", "What risks being left undone")),
        (
            "text",
            T(
                "<p>Kur mbështetja ndalet te emergjenca, problemi nuk zhduket, por ndryshon "
                "trajtë. Pa banesë dhe pa të ardhura, një e mbijetuar mund të detyrohet të kthehet "
                "te dhunuesi.^[Kjo është një mënyrë arsyetimi, jo një gjetje: "
                "studimi do të thotë çfarë tregojnë dëshmitë dhe sa të forta janë ato.] Prandaj "
                "integrimi nuk është një shtesë pas mbrojtjes, por pjesë e saj.</p><p>Tri dobësi "
                "mund të shfaqen kur ndjekim rrugën e një rasti nga zyra në "
                "zyrë:</p><ul><li><b>boshllëku:</b> një shërbim mbaron para se të fillojë "
                "tjetri;</li><li><b>përsëritja:</b> e mbijetuara duhet ta tregojë historinë e saj "
                "nga e para në çdo derë;</li><li><b>heshtja:</b> askush nuk e di nëse plani po "
                "ecën, sepse askush nuk e ka për detyrë ta pyesë.</li></ul>",
                "<p>When support stops at the emergency, the problem does not vanish; it changes "
                "its shape. Without a home and an income, a survivor may be forced to return to "
                "the perpetrator.^[This is a way of reasoning, not a finding: the study "
                "will say what the evidence shows and how strong it is.] That is why integration "
                "is not an addition that follows protection, but a part of it.</p><p>Three "
                "weaknesses may show when the way of a case is followed from office to "
                "office:</p><ul><li><b>the gap:</b> one service ends before the next "
                "begins;</li><li><b>the repetition:</b> the survivor has to tell her story anew "
                "at every door;</li><li><b>the silence:</b> nobody knows whether the plan is "
                "moving, because it is nobody’s task to ask.</li></ul>",
            ),
        ),
        (
            "subheading",
            T("Pse nuk e zgjidh dot një zyrë e vetme", "Why one office alone cannot solve it"),
        ),
        (
            "text",
            T(
                "<p>Secila zyrë sheh një pjesë të rrugës. Zyra e punës sheh aftësitë, zyra e "
                "strehimit sheh kushtet, shkolla sheh fëmijën. Vetëm e mbijetuara i sheh të "
                "gjitha njëherësh. Mekanizmi i Koordinuar i Referimit ekziston pikërisht që edhe "
                "institucionet t’i shohin pjesët bashkë [@un-women-2015]; integrimi kërkon që kjo "
                "të vazhdojë edhe kur urgjenca ka kaluar.</p>",
                "<p>Each office sees a part of the way. The employment office sees skills, the "
                "housing office sees conditions, the school sees the child. Only the survivor "
                "sees them all at once. The coordinated referral mechanism exists precisely so "
                "that institutions, too, see the parts together [@un-women-2015]; integration "
                "requires that this goes on when the urgency has passed.</p>",
            ),
        ),
        (
            "heading",
            T("Çfarë kërkojnë konventa dhe ligjet", "What the convention and the laws ask for"),
        ),
        (
            "text",
            T(
                "<p>Konventa e Stambollit kërkon që masat e mbrojtjes dhe të mbështetjes të "
                "synojnë edhe fuqizimin dhe pavarësinë ekonomike të grave, dhe që shërbimet të "
                "mos varen nga gatishmëria e tyre për të kallëzuar ose për të dëshmuar (neni 18). "
                "Midis shërbimeve të përgjithshme ajo përmend këshillimin juridik dhe "
                "psikologjik, ndihmën financiare, strehimin, arsimin, formimin dhe ndihmën për të "
                "gjetur punë (neni 20) [@coe-2011].</p><p>Në Shqipëri kjo detyrë ndahet midis "
                "disa ligjeve. Asnjëri prej tyre nuk e mbulon i vetëm gjithë rrugën.</p>",
                "<p>The Istanbul Convention asks that measures of protection and support also aim "
                "at the empowerment and economic independence of women, and that services do not "
                "depend on their willingness to press charges or to testify (Article 18). Among "
                "the general services it names legal and psychological counselling, financial "
                "assistance, housing, education, training and help in finding employment (Article "
                "20) [@coe-2011].</p><p>In Albania this task is shared between several laws. None "
                "of them covers the whole way by itself.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T(
                    "Ligje që prekin integrimin dhe çfarë rregullojnë",
                    "Laws that touch integration, and what they regulate",
                ),
                "headers": [
                    T("Ligji", "Law"),
                    T("Çfarë rregullon", "What it regulates"),
                    T("Pse ka rëndësi këtu", "Why it matters here"),
                ],
                "rows": [
                    [
                        T("Nr. 9669/2006", "No. 9669/2006"),
                        T(
                            "Masat ndaj dhunës në marrëdhëniet familjare",
                            "Measures against violence in family relations",
                        ),
                        T("Pa siguri nuk nis asnjë plan", "No plan begins without safety"),
                    ],
                    [
                        T("Nr. 121/2016", "No. 121/2016"),
                        T("Shërbimet e kujdesit shoqëror", "Social care services"),
                        T(
                            "Kush ofron dhe kush planifikon mbështetjen",
                            "Who provides and who plans support",
                        ),
                    ],
                    [
                        T("Nr. 111/2017", "No. 111/2017"),
                        T(
                            "Ndihma juridike e garantuar nga shteti",
                            "Legal aid guaranteed by the state",
                        ),
                        T(
                            "Divorci, kujdestaria, pasuria, borxhet",
                            "Divorce, custody, property, debts",
                        ),
                    ],
                    [
                        T("Nr. 22/2018", "No. 22/2018"),
                        T("Strehimi social", "Social housing"),
                        T("Ku banohet pas strehës", "Where to live after the shelter"),
                    ],
                    [
                        T("Nr. 15/2019", "No. 15/2019"),
                        T("Nxitja e punësimit", "The promotion of employment"),
                        T(
                            "Programe punësimi dhe formimi",
                            "Programmes for employment and training",
                        ),
                    ],
                    [
                        T("Nr. 65/2016", "No. 65/2016"),
                        T("Ndërmarrjet sociale", "Social enterprises"),
                        T("Punë në një mjedis që mbështet", "Work in surroundings that support"),
                    ],
                ],
            },
        ),
        (
            "text",
            T(
                "<p>Tekstet e plota: [@law-9669-2006], [@law-121-2016], [@law-111-2017], "
                "[@law-22-2018], [@law-15-2019] dhe [@law-65-2016]. Ligjet ndryshohen; para se të "
                "mbështeteni në një nen, kontrolloni versionin në fuqi.</p>",
                "<p>The full texts: [@law-9669-2006], [@law-121-2016], [@law-111-2017], "
                "[@law-22-2018], [@law-15-2019] and [@law-65-2016]. Laws are amended; before you "
                "rely on an article, check the version in force.</p>",
            ),
        ),
        ("heading", T("Pyetja e këtij studimi", "The question of this study")),
        (
            "text",
            T(
                "<p>Nga kjo del pyetja që i bëjmë çdo modeli: si e mban ai bashkë rrugën, nga "
                "dita kur rreziku është ulur deri në ditën kur mbështetja nuk duhet më? "
                "Kapitulli tjetër përshkruan çfarë përfshin kjo rrugë; ata që vijnë pas tij, si i "
                "shqyrtojmë modelet dhe si mund t’i marrë në përdorim një bashki.</p>",
                "<p>From this follows the question that we put to every model: how does it hold "
                "the way together, from the day when the risk has been reduced to the day when "
                "support is no longer needed? The next chapter describes what this way includes; "
                "those after it, how we look at models and how a municipality can take them "
                "up.</p>",
            ),
        ),
        (
            "callout",
            {
                "kind": "warning",
                "title": T("Siguria mbetet e para", "Safety still comes first"),
                "text": T(
                    "<p>Asnjë hap drejt punës ose banesës nuk ia vlen nëse e bën të njohur "
                    "vendndodhjen e një personi në rrezik. Kur ka rrezik, telefononi <a "
                    'href="tel:112">112</a> ose <a href="tel:129">129</a>; numrat e tjerë janë te '
                    '<a linktype="page" id="{help}">kontaktet e dobishme</a>.</p>',
                    "<p>No step towards work or a home is worth taking if it makes known where a "
                    'person at risk is. Where there is danger, call <a href="tel:112">112</a> or '
                    '<a href="tel:129">129</a>; the other numbers are among the <a '
                    'linktype="page" id="{help}">useful contacts</a>.</p>',
                ),
            },
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ. Ligjet dhe nenet 18 e 20 të Konventës së Stambollit janë të vërteta, "
        "por një jurist ose juriste duhet t’i kontrollojë përmbledhjet në tabelë me tekstin në "
        "fuqi. “Tri dobësi” janë arsyetim, jo gjetje."
    ),
}
