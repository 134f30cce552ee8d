"""Form for an individual plan."""

from typing import Any

from knowledgebase.demo.content.resources.notices import OURS
from portal.demo.words import T

AREAS = [
    T("Siguria", "Safety"),
    T("Strehimi", "Housing"),
    T("Puna dhe të ardhurat", "Work and income"),
    T("Shëndeti dhe mbështetja psikosociale", "Health and psychosocial support"),
    T("Çështjet ligjore", "Legal matters"),
    T("Fëmijët", "Children"),
    T("Tjetër, që ajo e quan të rëndësishme", "Something else that matters to her"),
]

INDIVIDUAL_PLAN: dict[str, Any] = {
    **OURS,
    "title": T("Formular për planin individual", "Form for an individual plan"),
    "slug": T("formular-per-planin-individual", "form-for-an-individual-plan"),
    "summary": T(
        "Dy faqe që plotësohen bashkë me të mbijetuarën: çfarë do ajo, cilët janë hapat, kush"
        " përgjigjet dhe kur shihet sërish.",
        "Two pages to fill in together with the survivor: what she wants, which steps, who answers"
        " for them and when they are looked at again.",
    ),
    "kind": "form",
    "themes": ["socio-economic-integration"],
    "needs": [
        "housing",
        "employment",
        "psychosocial-support",
        "legal-help",
        "children",
        "economic-support",
    ],
    "body": [
        (
            "text",
            T(
                "<p>Hapeni në një program teksti dhe përshtateni. Në vend të emrit përdorni një"
                " kod; lidhja mes kodit dhe emrit ruhet diku tjetër. Mos e lini dokumentin në një"
                " kompjuter që e përdorin të tjerë.</p>",
                "<p>Open it in a word processor and adapt it. Use a code instead of the name; what"
                " links code and name is kept elsewhere. Do not leave the document on a computer"
                " that others use.</p>",
            ),
        )
    ],
    "file": "docx",
    "languages": ["sq", "en"],
    "blocks": [
        ("heading", T("Kush e plotëson", "Who fills it in")),
        (
            "table",
            {
                "headers": (T("E dhëna", "Item"), T("Shënim", "Entry")),
                "rows": [
                    (T("Kodi (jo emri)", "Code (not the name)"), ""),
                    (T("Data e hartimit", "Date drawn up"), ""),
                    (T("Menaxherja ose menaxheri i rastit", "Case manager"), ""),
                    (
                        T(
                            "Si dhe kur mund t’i telefonohet pa rrezik",
                            "How and when she can be telephoned safely",
                        ),
                        "",
                    ),
                    (T("A mban ajo një kopje? Ku?", "Does she keep a copy? Where?"), ""),
                ],
            },
        ),
        ("heading", T("Me fjalët e saj", "In her own words")),
        (
            "text",
            T(
                "Çfarë do që të jetë ndryshe pas gjashtë muajsh?",
                "What does she want to be different in six months?",
            ),
        ),
        ("table", {"headers": (T("Përgjigjja e saj", "Her answer"),), "rows": [("",)]}),
        (
            "text",
            T(
                "Çfarë ka ndihmuar deri tani, dhe kush është në anën e saj?",
                "What has helped so far, and who is on her side?",
            ),
        ),
        ("table", {"headers": (T("Përgjigjja e saj", "Her answer"),), "rows": [("",)]}),
        ("heading", T("Hapat", "Steps")),
        (
            "text",
            T(
                "Pak hapa janë më mirë se shumë. Lini bosh fushat që nuk duhen tani.",
                "Few steps are better than many. Leave empty what is not needed now.",
            ),
        ),
        (
            "table",
            {
                "headers": (
                    T("Fusha", "Area"),
                    T("Objektivi", "Objective"),
                    T("Hapi i parë", "First step"),
                    T("Kush përgjigjet", "Who answers for it"),
                    T("Deri kur", "By when"),
                ),
                "rows": [(area, "", "", "", "") for area in AREAS],
            },
        ),
        ("heading", T("Siguria gjatë planit", "Safety while the plan runs")),
        (
            "list",
            [
                T(
                    "Cili hap mund ta rrisë rrezikun, dhe çfarë bëjmë para tij?",
                    "Which step may raise the risk, and what do we do before it?",
                ),
                T("Kush nuk duhet të mësojë për këtë plan?", "Who must not learn of this plan?"),
                T(
                    "Me cilën fjalë ose shenjë ajo na thotë se ka nevojë për ndihmë menjëherë?",
                    "By which word or sign does she tell us that she needs help at once?",
                ),
            ],
        ),
        ("heading", T("Pëlqimi dhe rishikimi", "Consent and review")),
        (
            "table",
            {
                "headers": (T("E dhëna", "Item"), T("Shënim", "Entry")),
                "rows": [
                    (
                        T(
                            "Me cilat shërbime lejon ajo të ndahet plani, dhe cila pjesë",
                            "With which services she allows the plan to be shared, and which part",
                        ),
                        "",
                    ),
                    (
                        T(
                            "E di se mund ta ndryshojë ose ta ndalë planin kur të dojë",
                            "She knows that she can change or stop the plan at any time",
                        ),
                        "",
                    ),
                    (T("Data e rishikimit të parë", "Date of the first review"), ""),
                    (
                        T(
                            "Nënshkrimet ose pëlqimi me gojë, i shënuar",
                            "Signatures, or consent by word of mouth, noted",
                        ),
                        "",
                    ),
                ],
            },
        ),
    ],
}
