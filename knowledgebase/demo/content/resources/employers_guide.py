"""Guide to talks with employers."""

from typing import Any

from knowledgebase.demo.content.resources.notices import OURS
from portal.demo.words import T

EMPLOYERS_GUIDE: dict[str, Any] = {
    **OURS,
    "title": T("Udhëzues për bisedat me punëdhënës", "Guide to talks with employers"),
    "slug": T("udhezues-per-bisedat-me-punedhenes", "guide-to-talks-with-employers"),
    "summary": T(
        "Si hapet një derë, çfarë thuhet dhe çfarë nuk thuhet kurrë: për këshilltarët dhe"
        " këshilltaret që kërkojnë vende pune bashkë me të mbijetuarat.",
        "How to open a door, what to say and what never to say: for advisers who look for jobs"
        " together with survivors.",
    ),
    "kind": "manual",
    "themes": ["socio-economic-integration"],
    "needs": ["employment"],
    "body": [
        (
            "text",
            T(
                "<p>Dy faqe për t’u lexuar para vizitës së parë. Mund t’i përdorni edhe si temë për"
                " një takim ekipi: secila ose secili tregon një bisedë që shkoi mirë dhe një që nuk"
                " shkoi.</p>",
                "<p>Two pages to read before the first visit. They also serve as the subject of a"
                " team meeting: everybody tells of one talk that went well and of one that did"
                " not.</p>",
            ),
        )
    ],
    "file": "pdf",
    "languages": ["sq", "en"],
    "blocks": [
        ("heading", T("Para vizitës", "Before the visit")),
        (
            "list",
            [
                T(
                    "Mësoni çfarë bën ndërmarrja, sa njerëz punojnë aty dhe kush vendos për"
                    " punësimin.",
                    "Learn what the business does, how many people work there and who decides on"
                    " hiring.",
                ),
                T(
                    "Shkoni për të dëgjuar, jo për të kërkuar: herën e parë mos propozoni askënd.",
                    "Go to listen, not to ask: propose nobody the first time.",
                ),
                T(
                    "Vendosni si do ta quani veten. “Këshilltare punësimi në bashki” mjafton; emri"
                    " i programit nuk duhet të flasë për dhunë.",
                    "Decide what you call yourself. “Employment adviser at the municipality” is"
                    " enough; the programme’s name should not speak of violence.",
                ),
            ],
        ),
        ("heading", T("Pesë pyetje të mira", "Five good questions")),
        (
            "list",
            [
                T(
                    "Cilat punë mbeten më gjatë pa njeri, dhe pse?",
                    "Which jobs stay unfilled longest, and why?",
                ),
                T(
                    "Çfarë duhet të dijë dikush ditën e parë, dhe çfarë mund të mësojë në vend?",
                    "What must somebody know on the first day, and what can be learned on the"
                    " spot?",
                ),
                T("Cilat orare janë të lëvizshme?", "Which hours can be moved?"),
                T("Kush i mëson të rejat dhe të rinjtë?", "Who teaches those who are new?"),
                T(
                    "Çfarë do t’jua bënte më të lehtë të provonit dikë?",
                    "What would make it easier for you to try somebody out?",
                ),
            ],
        ),
        ("heading", T("Kur propozoni një person", "When you propose a person")),
        (
            "list",
            [
                T(
                    "Flisni për aftësitë, për oraret dhe për mbështetjen që jepni ju.",
                    "Speak of skills, of hours and of the support that you give.",
                ),
                T(
                    "Premtoni vetëm atë që mund ta mbani: një numër telefoni që përgjigjet, një"
                    " vizitë pas javës së parë.",
                    "Promise only what you can keep: a telephone number that is answered, a visit"
                    " after the first week.",
                ),
                T(
                    "Kërkoni kontratë dhe pagë sipas ligjit. Një provë pa pagë nuk është ndihmë.",
                    "Ask for a contract and lawful pay. An unpaid trial is no help.",
                ),
                T(
                    "Nëse punëdhënësja ose punëdhënësi pyet pse ajo nuk ka punuar, përgjigjja e"
                    " rënë dakord me të është e mjaftueshme.",
                    "If the employer asks why she has not worked, the answer agreed with her is"
                    " enough.",
                ),
            ],
        ),
        ("heading", T("Çfarë nuk thuhet", "What is not said")),
        (
            "list",
            [
                T(
                    "Asgjë për dhunën, për strehën ose për gjykatën, pa pëlqimin e saj me fjalë"
                    " të qarta.",
                    "Nothing of violence, the shelter or the court without her consent in clear"
                    " words.",
                ),
                T(
                    "Asgjë që e paraqet si të dobët. Ajo kërkon punë, jo mëshirë.",
                    "Nothing that presents her as weak. She is looking for work, not for pity.",
                ),
                T(
                    "Asnjë adresë, asnjë emër fëmijësh, asnjë fotografi.",
                    "No address, no names of children, no photograph.",
                ),
            ],
        ),
        ("heading", T("Pasi të fillojë puna", "Once work has begun")),
        (
            "table",
            {
                "headers": (
                    T("Kur", "When"),
                    T("Me të", "With her"),
                    T("Me punëdhënësin, nëse ajo do", "With the employer, if she wishes"),
                ),
                "rows": [
                    (
                        T("Dita e parë", "First day"),
                        T(
                            "Si ishte rruga? A ndihet e sigurt?",
                            "How was the way? Does she feel safe?",
                        ),
                        T(
                            "Faleminderit dhe numri i telefonit.",
                            "Thanks, and the telephone number.",
                        ),
                    ),
                    (
                        T("Java e parë", "First week"),
                        T(
                            "Orari, shoqet dhe shokët e punës, fëmijët.",
                            "Hours, colleagues, children.",
                        ),
                        T(
                            "Çfarë po shkon, çfarë duhet shpjeguar më mirë?",
                            "What goes well, what needs explaining better?",
                        ),
                    ),
                    (
                        T("Muaji i parë", "First month"),
                        T(
                            "Paga, ndihmat, çfarë dëshiron më tej.",
                            "Pay, benefits, what she wants next.",
                        ),
                        T(
                            "A mbetet vendi i punës, dhe a ka të tjera?",
                            "Does the job stay, and are there others?",
                        ),
                    ),
                ],
            },
        ),
        (
            "text",
            T(
                "Nëse dhunuesi shfaqet te puna: siguria e saj dhe e të tjerëve vjen e"
                " para; thirrni 129. Plani i sigurisë e thotë që më parë kush thërret.",
                "If the perpetrator appears at work: her safety and that of others"
                " comes first; call 129. The safety plan says beforehand who makes the call.",
            ),
        ),
    ],
}
